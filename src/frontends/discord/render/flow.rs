//! A block of a card as Discord's mark-up, cut into pieces that belong together, so that it can be
//! broken between any two of them and go on elsewhere in the same style.

use super::escape;
use super::pieces::Pieces;
use super::shown::{Shown, Style};
use super::turns::Turns;
use crate::messages::ui::limits::length;
use crate::messages::ui::spoiler;
use crate::messages::{Block, Span, Text, TimeStyle};
use domain::ServerId;

/// What a title begins with.
pub(super) const HEADING: &str = "### ";

/// A block, ready to be laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    runs: Vec<Run>,
    /// It stays in one piece where that is possible.
    pub(super) whole: bool,
}

/// Pieces in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    style: Style,
    pieces: Pieces,
}

/// How a block is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FlowMode {
    /// As mark-up, with what members wrote escaped.
    Marked,
    /// What members wrote as code, if escapes would make it much longer.
    Literal,
}

impl Flow {
    pub(super) fn of(block: &Block, server: ServerId, reply_mode: FlowMode) -> Self {
        let mut flow = Self::default();
        match block {
            Block::Text(text) => flow.text(text, server),
            Block::Passage { text, source } => {
                flow.whole = true;
                flow.quoted(text);
                flow.mark("\n-# ");
                flow.text(source, server);
            }
            Block::Section { heading, text } => {
                flow.heading(heading, server);
                flow.mark("\n");
                flow.text(text, server);
            }
            Block::Said { by, text } => {
                flow.heading(by, server);
                flow.mark("\n");
                flow.said(text, reply_mode);
            }
            Block::Row { block, .. } => return Self::of(block, server, reply_mode),
            Block::List(lines) => {
                for (at, line) in lines.iter().enumerate() {
                    flow.mark(if at == 0 { "- " } else { "\n- " });
                    flow.text(line, server);
                }
            }
        }
        flow
    }

    /// A title, escaped already.
    pub(super) fn heading_line(words: &str) -> Self {
        let mut flow = Self { whole: true, ..Self::default() };
        flow.mark(&format!("{HEADING}{words}"));
        flow
    }

    /// Words in bold, as a block of their own.
    pub(super) fn strong(words: &str) -> Self {
        let mut flow = Self::default();
        flow.run(Style::Strong, escape::pieces(words));
        flow
    }

    /// Small print, as a block of its own.
    pub(super) fn small(words: &str) -> Self {
        let mut flow = Self::default();
        flow.mark("-# ");
        flow.run(Style::Plain, escape::pieces(&words.replace('\n', " ")));
        flow
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.pieces.text().trim().is_empty())
    }

    /// How long it is in all.
    pub(super) fn length(&self) -> usize {
        length(&self.shown())
    }

    /// All of it.
    pub(super) fn shown(&self) -> String {
        let mut shown = Shown::default();
        for run in &self.runs {
            shown.add(run.style, run.pieces.text());
        }
        shown.close()
    }

    /// Takes as much off its front as fits in `room`, at the end of a line or a word if there is
    /// one in the last fifth. What is left stays.
    pub(super) fn take(&mut self, room: usize) -> String {
        let pieces = || {
            let runs = self.runs.iter().enumerate();
            runs.flat_map(|(at, run)| run.pieces.iter().map(move |piece| (at, run.style, piece)))
        };
        let (mut shown, mut turns) = (Shown::default(), Turns::default());
        let mut fit = 0;
        let mut good = None;
        for (_, style, piece) in pieces() {
            turns.read(piece);
            if shown.length_with(style, piece) + turns.depth() > room {
                break;
            }
            shown.add(style, piece);
            fit += 1;
            if piece.chars().all(char::is_whitespace) && shown.length * 5 >= room * 4 {
                good = Some(fit);
            }
        }
        let all = pieces().count();
        let count = if fit == all { fit } else { good.unwrap_or(fit) };
        let mut shown = Shown::default();
        for (_, style, piece) in pieces().take(count) {
            shown.add(style, piece);
        }
        self.drop(count);
        // What turns the direction of writing ends at the cut, and begins again behind it.
        let turns = Turns::of(shown.text());
        shown.end(&turns.closing());
        if let Some(next) = self.runs.first_mut() {
            next.pieces.prepend(&turns.opening());
        }
        shown.close()
    }

    fn drop(&mut self, mut count: usize) {
        while let Some(run) = self.runs.first_mut() {
            let here = count.min(run.pieces.len());
            run.pieces.drop_first(here);
            count -= here;
            if !run.pieces.is_empty() {
                return;
            }
            self.runs.remove(0);
        }
    }

    fn heading(&mut self, text: &Text, server: ServerId) {
        for span in &text.0 {
            match span {
                Span::Plain(words) => self.styled(Style::Strong, words),
                other => self.span(other, server),
            }
        }
    }

    fn text(&mut self, text: &Text, server: ServerId) {
        for span in &text.0 {
            self.span(span, server);
        }
    }

    fn span(&mut self, span: &Span, server: ServerId) {
        match span {
            Span::Plain(words) => self.words(Style::Plain, words),
            Span::Strong(words) => self.words(Style::Strong, words),
            Span::Soft(words) => self.words(Style::Soft, words),
            Span::Struck(words) => self.styled(Style::Struck, words),
            Span::Added(words) => self.styled(Style::Strong, words),
            Span::Code(words) => self.mark(&escape::code(words)),
            Span::When(at, clock) => {
                let form = match clock {
                    TimeStyle::Full => 'F',
                    TimeStyle::Day => 'D',
                    TimeStyle::Relative => 'R',
                };
                self.mark(&format!("<t:{}:{form}>", at.as_second()));
            }
            // A mention of somebody whom the reader's phone does not know shows a bare number.
            Span::Member { name, .. } => self.styled(Style::Strong, name),
            Span::Channel(place) => self.mark(&format!("<#{place}>")),
            Span::Role(role) => self.mark(&format!("<@&{role}>")),
            Span::Shown { words, .. } => self.run(Style::Plain, escape::pieces(words)),
            Span::Link { words, to } => {
                self.mark(&format!("[{}](<{to}>)", escape::escape(words)));
            }
            Span::Message { words, to } => {
                let words = escape::escape(words);
                let (place, message) = (to.place, to.message);
                self.mark(&format!(
                    "[{words}](https://discord.com/channels/{server}/{place}/{message})"
                ));
            }
        }
    }

    /// Words in a style, but for those that are hidden.
    fn words(&mut self, style: Style, words: &str) {
        for (hidden, part) in spoiler::parts(words) {
            match (hidden, style) {
                (true, _) => self.run(Style::Spoiler, escape::pieces(part)),
                (false, Style::Plain) => self.run(Style::Plain, escape::pieces(part)),
                (false, style) => self.styled(style, part),
            }
        }
    }

    /// Words in a style. The blanks around them stay outside of it, where the style would not hold.
    fn styled(&mut self, style: Style, words: &str) {
        let inner = words.trim();
        let Some(start) = words.find(inner).filter(|_| !inner.is_empty()) else {
            return self.run(Style::Plain, escape::pieces(words));
        };
        self.run(Style::Plain, escape::pieces(&words[..start]));
        self.run(style, escape::pieces(inner));
        self.run(Style::Plain, escape::pieces(&words[start + inner.len()..]));
    }

    /// A passage, each line marked as quoted.
    fn quoted(&mut self, words: &str) {
        for (at, line) in words.lines().enumerate() {
            self.mark(if at == 0 { "> " } else { "\n> " });
            self.run(Style::Plain, escape::pieces(line));
        }
    }

    fn said(&mut self, words: &str, reply_mode: FlowMode) {
        let escaped = escape::pieces(words);
        let longer = length(escaped.text()) * 4 > length(words) * 5;
        // A block of code would show what is hidden.
        let open = spoiler::parts(words).iter().all(|(hidden, _)| !hidden);
        if reply_mode == FlowMode::Literal && longer && open {
            self.run(Style::Literal, escape::literal(words));
        } else {
            self.words(Style::Plain, words);
        }
    }

    /// Mark-up of our own, which is never cut.
    fn mark(&mut self, mark: &str) {
        self.run(Style::Plain, Pieces::whole(mark));
    }

    fn run(&mut self, style: Style, pieces: Pieces) {
        match self.runs.last_mut() {
            _ if pieces.is_empty() => {}
            Some(run) if run.style == style => run.pieces.append(&pieces),
            _ => self.runs.push(Run { style, pieces }),
        }
    }
}
