//! Where lines go: standard output, or around the line that is being typed.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use anstream::ColorChoice;
use rustyline::ExternalPrinter;
use terminal_size::{Height, Width};

use super::render::WIDEST;

/// How many lines a screen has of which that is not known.
const USUAL_HEIGHT: usize = 24;

/// Prints around the line that is being typed.
type Printer = Box<dyn ExternalPrinter + Send>;

pub(super) struct Screen {
    colours: bool,
    terminal: bool,
    printer: Mutex<Option<Printer>>,
}

impl Screen {
    pub(super) fn new(terminal: bool) -> Self {
        let choice = anstream::AutoStream::choice(&io::stdout());
        Self { colours: choice != ColorChoice::Never, terminal, printer: Mutex::new(None) }
    }

    /// From here on, a line that is being typed is kept out of the way.
    pub(super) fn print_around(&self, printer: Printer) {
        *self.printer.lock().unwrap_or_else(PoisonError::into_inner) = Some(printer);
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.size().map_or(WIDEST, |(width, _)| usize::from(width.0))
    }

    /// How many lines there are.
    pub(super) fn height(&self) -> usize {
        self.size().map_or(USUAL_HEIGHT, |(_, height)| usize::from(height.0))
    }

    fn size(&self) -> Option<(Width, Height)> {
        self.terminal.then(terminal_size::terminal_size).flatten()
    }

    /// Prints lines; their styles are dropped where they cannot be shown.
    pub(super) fn print(&self, lines: &[String]) {
        let mut text = lines.join("\n");
        text.push('\n');
        if !self.colours {
            text = anstream::adapter::strip_str(&text).to_string();
        }
        let mut printer = self.printer.lock().unwrap_or_else(PoisonError::into_inner);
        let printed = match printer.as_mut() {
            Some(printer) => printer.print(text).is_ok(),
            None => {
                let mut out = io::stdout().lock();
                out.write_all(text.as_bytes()).and_then(|()| out.flush()).is_ok()
            }
        };
        if !printed {
            tracing::debug!("nobody reads what is printed");
        }
    }
}
