//! Draws text and cards as lines for the terminal.

use anstyle::Style;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::clean::clean_line;
use super::names;
use super::style::{BUTTON, CODE, DANGER, PLAIN, SMALL, SOFT, STRONG, STRUCK, WHO, rule, styled};
use super::wrap::{columns, hanging, wrap};
use crate::messages::ui::{date, date_time, list, relative};
use crate::messages::{self, Block, Button, Card, Span, Text, TimeStyle, console};

/// How wide the widest line is, however wide the terminal.
pub(super) const WIDEST: usize = 80;

/// What a drawing goes by.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// Columns of the terminal.
    pub(super) width: usize,
    /// Now, for "in 3 hours".
    pub(super) now: Timestamp,
    /// The reader's time zone.
    pub(super) zone: TimeZone,
}

/// The numbers of what can be pressed on a card, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    /// Of the buttons beside its blocks.
    pub(super) rows: Vec<usize>,
    pub(super) buttons: Vec<usize>,
    pub(super) entries: Vec<usize>,
}

/// A mark before each line that says whom the message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// For all.
    Open,
    /// For one.
    Private,
    /// None: it is no message.
    None,
}

impl View {
    /// A card between its rule and the edge; `note` says what is out of the ordinary about it.
    pub(super) fn card(
        &self,
        card: &Card,
        numbers: &Numbers,
        mark: Rule,
        note: Option<&str>,
    ) -> Vec<String> {
        let width = self.inner();
        let mut parts = vec![head(card.title.as_deref(), note, width)];
        let mut rows = numbers.rows.iter();
        parts.extend(card.blocks.iter().map(|block| {
            let mut lines = self.block(block, width);
            if let Some(button) = block.button()
                && let Some(number) = rows.next()
            {
                lines.extend(hanging(&label(button, *number), width, "    "));
            }
            lines
        }));
        if let Some(picture) = &card.picture {
            let words = console::picture(&picture.file, &picture.alt);
            parts.push(wrap(&self.styled(&words, SMALL), width));
        }
        let mut foot = Vec::new();
        if let Some(footer) = &card.footer {
            foot.extend(wrap(&styled(footer, SMALL), width));
        }
        let pings: Vec<Text> = card.pinged().map(|it| Text(vec![it.clone()])).collect();
        if !pings.is_empty() {
            let pinged = console::pings(list(pings));
            foot.extend(wrap(&self.styled(&pinged, SMALL), width));
        }
        foot.extend(self.pressed_by_number(card, numbers, width));
        parts.push(foot);
        let style = rule(card.accent);
        let bar = match mark {
            Rule::Open => "┃",
            Rule::Private => "┊",
            Rule::None => "",
        };
        parts.retain(|part| !part.is_empty());
        let lines = parts.join(&String::new());
        lines
            .iter()
            .map(|line| match mark {
                Rule::None => line.clone(),
                _ => format!("{style}{bar}{style:#} {line}").trim_end().to_owned(),
            })
            .collect()
    }

    fn block(&self, block: &Block, width: usize) -> Vec<String> {
        match block {
            Block::Text(text) => wrap(&self.text(text), width),
            Block::Passage { text, source } => {
                let source = format!("{}{}", styled("— ", SMALL), self.styled(source, SMALL));
                let mut lines = wrap(&styled(text, PLAIN), width.saturating_sub(4));
                lines.extend(hanging(&source, width.saturating_sub(4), "  "));
                indented(lines, "  ")
            }
            Block::Section { heading, text } => {
                let mut lines = wrap(&self.styled(heading, STRONG), width);
                lines.extend(wrap(&self.text(text), width));
                lines
            }
            Block::Said { by, text } => {
                let mut lines = wrap(&self.styled(by, WHO), width);
                let said = wrap(&styled(text, PLAIN), width.saturating_sub(2));
                lines.extend(indented(said, "  "));
                lines
            }
            Block::List(items) => items
                .iter()
                .flat_map(|item| hanging(&format!("· {}", self.text(item)), width, "  "))
                .collect(),
            Block::Row { block, .. } => self.block(block, width),
        }
    }

    /// Buttons in rows, entries of a menu one under the other, each with its number.
    fn pressed_by_number(&self, card: &Card, numbers: &Numbers, width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let mut numbered = numbers.buttons.iter();
        for row in &card.buttons {
            let labels =
                row.iter().zip(&mut numbered).map(|(button, number)| label(button, *number));
            lines.extend(flow(labels, width));
        }
        if let Some(menu) = &card.menu {
            lines.extend(wrap(&styled(&menu.hint, SMALL), width));
            for (entry, number) in menu.entries.iter().zip(&numbers.entries) {
                let about =
                    entry.about.as_deref().map(|about| styled(&format!(" — {about}"), SMALL));
                let number = format!("{BUTTON}[{number}]{BUTTON:#}");
                let line = format!(
                    "{number} {}{}",
                    styled(&entry.label, PLAIN),
                    about.unwrap_or_default()
                );
                lines.extend(hanging(&line, width, "    "));
            }
        }
        lines
    }

    /// A text in its own styles.
    pub(super) fn text(&self, text: &Text) -> String {
        self.styled(text, PLAIN)
    }

    /// A text in its own styles, and in `base` where it has none.
    pub(super) fn styled(&self, text: &Text, base: Style) -> String {
        text.0.iter().map(|span| self.span(span, base)).collect()
    }

    fn span(&self, span: &Span, base: Style) -> String {
        match span {
            Span::Plain(words) => styled(words, base),
            Span::Strong(words) => styled(words, STRONG | base.get_effects()),
            Span::Soft(words) => styled(words, SOFT | base.get_effects()),
            // Without colours the marks alone tell what went and what came.
            Span::Struck(words) => marked("[-", words, "-]", STRUCK),
            Span::Added(words) => marked("{+", words, "+}", STRONG | base.get_effects()),
            Span::Code(words) => styled(words, CODE),
            Span::When(at, clock) => styled(&self.when(*at, *clock), base),
            Span::Member { name, .. } => styled(name, WHO),
            Span::Channel(place) => styled(&format!("#{}", names::of_place(*place)), CODE),
            Span::Role(role) => styled(&format!("@{}", names::of_role(*role)), WHO),
            Span::Shown { words, .. } => styled(words, base),
            Span::Link { words, to } => {
                format!("{}{}", styled(words, base), styled(&format!(" ({to})"), SMALL))
            }
            Span::Message { words, to } => {
                let place = styled(&format!(" (#{})", names::of_place(to.place)), SMALL);
                format!("{}{place}", styled(words, base))
            }
        }
    }

    pub(super) fn when(&self, at: Timestamp, clock: TimeStyle) -> String {
        let local = at.to_zoned(self.zone.clone());
        match clock {
            TimeStyle::Full => date_time(&local),
            TimeStyle::Day => date(local.date()),
            TimeStyle::Relative => relative(at, self.now),
        }
    }

    /// Columns between the rule and the edge.
    fn inner(&self) -> usize {
        self.width.min(WIDEST).saturating_sub(3).max(16)
    }
}

/// The title, and beside it or above it what is out of the ordinary.
fn head(title: Option<&str>, note: Option<&str>, width: usize) -> Vec<String> {
    let title = title.map(|title| styled(&clean_line(title), STRONG));
    let note = note.map(clean_line);
    let note = note.as_deref();
    let (Some(title), Some(note)) = (&title, note) else {
        return title
            .or_else(|| note.map(|note| styled(note, SMALL)))
            .map(|line| wrap(&line, width))
            .unwrap_or_default();
    };
    let beside = format!("{title}{}", styled(&format!(" · {note}"), SMALL));
    if columns(&beside) <= width {
        return vec![beside];
    }
    let mut lines = wrap(&styled(note, SMALL), width);
    lines.extend(wrap(title, width));
    lines
}

fn label(button: &Button, number: usize) -> String {
    let style = match button.style {
        messages::ButtonStyle::Main => STRONG,
        messages::ButtonStyle::Side => PLAIN,
        messages::ButtonStyle::Danger => DANGER,
    };
    format!("{BUTTON}[{number}]{BUTTON:#} {}", styled(&clean_line(&button.label), style))
}

/// Pieces side by side, as many as fit.
fn flow(pieces: impl Iterator<Item = String>, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if columns(line) + 3 + columns(&piece) <= width => {
                line.push_str("   ");
                line.push_str(&piece);
            }
            _ => lines.extend(hanging(&piece, width, "    ")),
        }
    }
    lines
}

/// Words between marks, which are bound to them so that no line breaks there.
fn marked(open: &str, words: &str, close: &str, style: Style) -> String {
    let inner = words.trim();
    let Some(start) = words.find(inner).filter(|_| !inner.is_empty()) else {
        return styled(words, style);
    };
    let (lead, tail) = (&words[..start], &words[start + inner.len()..]);
    styled(&format!("{lead}{open}{inner}{close}{tail}"), style)
}

fn indented(lines: Vec<String>, indent: &str) -> Vec<String> {
    lines
        .into_iter()
        .map(|line| if line.is_empty() { line } else { format!("{indent}{line}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Menu, MenuEntry};

    fn card(words: &str) -> Card {
        let entry = MenuEntry { label: words.into(), about: Some(words.into()), value: "x".into() };
        let mut card = Card::titled(words)
            .text(words)
            .section(words, words)
            .block(Block::Passage { text: words.into(), source: words.into() })
            .block(Block::Said { by: words.into(), text: words.into() })
            .block(Block::List(vec![words.into()]))
            .row(Block::Text(words.into()), Button::side(words, "help"))
            .footer(words)
            .buttons([Button::main(words, "help"), Button::danger(words, "help")]);
        card.menu = Some(Menu { press: "x".into(), hint: words.into(), entries: vec![entry] });
        card
    }

    #[test]
    fn without_colours_it_still_tells_what_went_and_what_came() {
        let view = View { width: 80, now: Timestamp::UNIX_EPOCH, zone: TimeZone::UTC };
        let text = Text::new().plain("Nobody ").struck("may not ").added("should ").plain("rule.");
        let shown = anstream::adapter::strip_str(&view.text(&text)).to_string();
        assert_eq!(shown, "Nobody [-may not-] {+should+} rule.");
    }

    proptest::proptest! {
        #[test]
        fn every_line_fits_and_starts_with_the_rule(words in ".{0,120}", width in 20_usize..100) {
            let view = View { width, now: Timestamp::UNIX_EPOCH, zone: TimeZone::UTC };
            let numbers = Numbers { rows: vec![9], buttons: vec![10, 11], entries: vec![12] };
            for line in view.card(&card(&words), &numbers, Rule::Open, Some(&words)) {
                proptest::prop_assert!(columns(&line) <= width.min(WIDEST), "{line:?}");
                let bare = anstream::adapter::strip_str(&line).to_string();
                proptest::prop_assert!(bare.starts_with('┃'), "{line:?}");
                proptest::prop_assert!(!bare.chars().any(char::is_control), "{line:?}");
            }
        }
    }
}
