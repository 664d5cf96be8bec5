//! A card: one message with a title, some blocks and buttons.

use serde::{Deserialize, Serialize};

use super::{Picture, Span, Subject, Text};

/// One message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Headline, shown in bold.
    pub title: Option<String>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// Small print under it: ids, counts, hints.
    pub footer: Option<String>,
    /// The mood of the card.
    #[serde(default, alias = "tone")]
    pub accent: Accent,
    /// Rows of at most five buttons.
    #[serde(default)]
    pub buttons: Vec<Vec<Button>>,
    /// A list to choose one from, in a row of its own.
    #[serde(default)]
    pub menu: Option<Menu>,
    /// What this message shows, so that it can be found and edited later.
    #[serde(default)]
    pub subject: Option<Subject>,
    /// The one role or member that this message may ping.
    #[serde(default)]
    pub ping: Option<Span>,
    /// Members whom it pings besides, each of whom has asked for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pings: Vec<Span>,
    /// A picture under its blocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// What it is called and where it belongs where messages are posts with a name, as in a forum.
    #[serde(default)]
    pub filed: Option<Filed>,
}

/// How a forum files a post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// The post's name: at most 100 characters.
    pub name: String,
    /// The names of the tags that fit, the nearest first; those that the forum has are put on, up
    /// to five.
    pub tags: Vec<String>,
    /// Whether the nearest of the forum's tags will do where it has none of these; else a forum
    /// that takes no post without a tag refuses it.
    #[serde(default)]
    pub nearest: bool,
}

/// A part of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Text(Text),
    /// A passage, word for word, with a line that names its author and place.
    Passage {
        /// The words.
        text: String,
        /// Author, work, place, and the speaker if that is somebody else.
        source: Text,
    },
    /// A heading with text under it.
    Section {
        /// The heading.
        heading: Text,
        /// The text.
        text: Text,
    },
    /// What a member wrote, word for word; never cut.
    Said {
        /// Who said it, or that it is anonymous.
        by: Text,
        /// The words, line breaks and all.
        text: String,
    },
    /// Short lines, one under the other.
    List(Vec<Text>),
    /// Another block with the button that belongs to it alone, beside it.
    Row {
        /// The block: no row.
        block: Box<Block>,
        /// What can be done with it.
        button: Button,
    },
}

/// The mood of a card: a colour in one frontend, a mark in another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Accent {
    /// A page of the book: quotes, themes.
    #[default]
    Page,
    /// Something asked of the group.
    Question,
    /// It worked.
    Done,
    /// It did not, and here is what to do.
    #[serde(alias = "trouble")]
    Problem,
}

/// Something to press. What it does is a command line, so it works after a restart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// At most 80 characters.
    pub label: String,
    /// A pressable command line: at most 100 characters, and no two alike in a card.
    pub press: String,
    /// How much it stands out.
    pub style: ButtonStyle,
}

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonStyle {
    /// The thing to do here.
    Main,
    /// One thing to do among others.
    Side,
    /// Takes something away.
    Danger,
}

/// A list to choose one from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Menu {
    /// A pressable command line; what is chosen comes to the command as the field `choice`.
    pub press: String,
    /// Shown while nothing is chosen.
    pub hint: String,
    /// 1 to 25 entries.
    pub entries: Vec<MenuEntry>,
}

/// One entry of a [`Menu`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuEntry {
    /// At most 100 characters.
    pub label: String,
    /// A line under the label; at most 100 characters.
    pub about: Option<String>,
    /// What the command gets; at most 100 characters.
    pub value: String,
}

impl Card {
    /// A card with a title.
    #[must_use]
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..Self::default() }
    }

    /// A card of one sentence.
    #[must_use]
    pub fn saying(text: impl Into<Text>) -> Self {
        Self::default().text(text)
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn text(self, text: impl Into<Text>) -> Self {
        self.block(Block::Text(text.into()))
    }

    /// Adds a heading with text under it.
    #[must_use]
    pub fn section(self, heading: impl Into<Text>, text: impl Into<Text>) -> Self {
        self.block(Block::Section { heading: heading.into(), text: text.into() })
    }

    /// Adds a block with the button that belongs to it.
    #[must_use]
    pub fn row(self, block: Block, button: Button) -> Self {
        self.block(Block::Row { block: Box::new(block), button })
    }

    /// Adds any block.
    #[must_use]
    pub fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// Sets the small print.
    #[must_use]
    pub fn footer(mut self, footer: impl Into<String>) -> Self {
        self.footer = Some(footer.into());
        self
    }

    /// Sets the mood.
    #[must_use]
    pub fn accent(mut self, accent: Accent) -> Self {
        self.accent = accent;
        self
    }

    /// Adds a row of buttons; an empty one is left out.
    #[must_use]
    pub fn buttons(mut self, row: impl IntoIterator<Item = Button>) -> Self {
        let row: Vec<Button> = row.into_iter().collect();
        if !row.is_empty() {
            self.buttons.push(row);
        }
        self
    }

    /// Says what a forum calls it and under which tags it belongs.
    #[must_use]
    pub fn filed(mut self, name: impl Into<String>, tags: Vec<String>) -> Self {
        self.filed = Some(Filed { name: name.into(), tags, nearest: false });
        self
    }

    /// As [`Card::filed`], under the nearest tags that the forum has if it has none of these.
    #[must_use]
    pub fn filed_near(mut self, name: impl Into<String>, tags: Vec<String>) -> Self {
        self.filed = Some(Filed { name: name.into(), tags, nearest: true });
        self
    }

    /// Whether it leads to a message that may not be there yet.
    #[must_use]
    pub fn awaits_a_message(&self) -> bool {
        let texts = self.blocks.iter().flat_map(Block::texts);
        texts.flat_map(|text| &text.0).any(|span| matches!(span, Span::Shown { .. }))
    }

    /// All its buttons: those beside its blocks, and then those under them.
    pub fn all_buttons(&self) -> impl Iterator<Item = &Button> {
        self.blocks.iter().filter_map(Block::button).chain(self.buttons.iter().flatten())
    }

    /// The lines behind its buttons and its menu, to be changed.
    pub fn presses_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let beside = self.blocks.iter_mut().filter_map(Block::button_mut);
        let buttons = beside.chain(self.buttons.iter_mut().flatten());
        buttons
            .map(|button| &mut button.press)
            .chain(self.menu.iter_mut().map(|menu| &mut menu.press))
    }

    /// The spans of its texts, to be changed.
    pub fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        self.blocks.iter_mut().flat_map(Block::texts_mut).flat_map(Text::spans_mut)
    }

    /// The role and the members that it pings. Nobody else is ever pinged.
    pub fn pinged(&self) -> impl Iterator<Item = &Span> {
        self.ping.iter().chain(&self.pings)
    }

    /// Says what this message shows.
    #[must_use]
    pub fn about(mut self, subject: Subject) -> Self {
        self.subject = Some(subject);
        self
    }
}

impl Block {
    /// The block without the button beside it.
    #[must_use]
    pub fn alone(&self) -> &Self {
        match self {
            Self::Row { block, .. } => block.alone(),
            other => other,
        }
    }

    /// The block without the button beside it, to be changed.
    pub fn alone_mut(&mut self) -> &mut Self {
        match self {
            Self::Row { block, .. } => block.alone_mut(),
            other => other,
        }
    }

    /// The button beside it.
    #[must_use]
    pub fn button(&self) -> Option<&Button> {
        match self {
            Self::Row { button, .. } => Some(button),
            _ => None,
        }
    }

    fn button_mut(&mut self) -> Option<&mut Button> {
        match self {
            Self::Row { button, .. } => Some(button),
            _ => None,
        }
    }

    /// The texts in it.
    fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Text(text) | Self::Passage { source: text, .. } | Self::Said { by: text, .. } => {
                vec![text]
            }
            Self::Section { heading, text } => vec![heading, text],
            Self::List(lines) => lines.iter().collect(),
            Self::Row { block, .. } => block.texts(),
        }
    }

    /// The texts in it, to be changed.
    fn texts_mut(&mut self) -> Vec<&mut Text> {
        match self {
            Self::Text(text) | Self::Passage { source: text, .. } | Self::Said { by: text, .. } => {
                vec![text]
            }
            Self::Section { heading, text } => vec![heading, text],
            Self::List(lines) => lines.iter_mut().collect(),
            Self::Row { block, .. } => block.texts_mut(),
        }
    }
}

impl Button {
    /// The thing to do here.
    #[must_use]
    pub fn main(label: impl Into<String>, press: impl Into<String>) -> Self {
        Self { label: label.into(), press: press.into(), style: ButtonStyle::Main }
    }

    /// One thing to do among others.
    #[must_use]
    pub fn side(label: impl Into<String>, press: impl Into<String>) -> Self {
        Self { label: label.into(), press: press.into(), style: ButtonStyle::Side }
    }

    /// Takes something away.
    #[must_use]
    pub fn danger(label: impl Into<String>, press: impl Into<String>) -> Self {
        Self { label: label.into(), press: press.into(), style: ButtonStyle::Danger }
    }
}
