//! `/reading add`: reads a file and shows what was found in it.

use super::{facilitators_only, found};
use crate::command::{
    Arguments, Attachment, CommandError, Context, ReplyMode, Services, UserError,
};
use crate::messages::quote::passage;
use crate::messages::{Block, Button, Card, Reply, Text};
use crate::store::Listed;
use import::{Head, import_apart};

/// Reads a file for this server alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Add {
    file: Attachment,
    title: Option<String>,
    author: Option<String>,
}

/// Quotes that are shown before the reading is added.
const BEST: usize = 3;
/// Doubts and sections that are shown.
const SHOWN: usize = 8;

impl Add {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            file: arguments.file("file")?,
            title: arguments.text("title"),
            author: arguments.text("author"),
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode { slow: true, ..ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        facilitators_only(context, services).await?;
        let limits = services.limits;
        if services.store.readings(context.server).await?.len() >= limits.readings {
            return Err(UserError::refused(format!(
                "This server may have {} readings of its own, and has them. `/reading remove` \
                 makes room.",
                limits.readings
            ))
            .into());
        }
        if self.file.size > limits.reading_bytes {
            return Err(UserError::refused(format!(
                "That file is larger than {} MB. Take the part that the group reads.",
                limits.reading_bytes / 1_000_000
            ))
            .into());
        }
        let bytes = services.platform.download(self.file.clone(), limits.reading_bytes).await?;
        let said = Head {
            title: self.title.unwrap_or_default(),
            author: self.author.unwrap_or_default(),
            ..Head::default()
        };
        let themes = services.corpus.themes().to_vec();
        let imported = import_apart(self.file.name, bytes, themes, said)
            .await
            .ok_or_else(|| {
                UserError::refused("That file could not be read. Try it as .txt or .html.")
            })?
            .map_err(|refusal| UserError::refused(refusal.to_string()))?;
        let found = found::reading(&imported);
        let held = services
            .store
            .hold_reading(context.server, context.request, context.member.id, found, context.now)
            .await?;
        Ok(Reply::Ephemeral(preview(&held, &imported.doubts, services)))
    }
}

fn preview(held: &Listed, doubts: &[String], services: &Services) -> Card {
    let Listed { id, reading } = held;
    let work = &reading.work;
    let mut card = Card::titled(format!("Found: {}", work.title))
        .text(Text::new().plain("by ").strong(&work.author))
        .text(format!(
            "{} paragraphs, {} quotes and {} questions of the author's own.",
            work.text.paragraphs.len(),
            reading.quotes.len(),
            reading.questions.len()
        ));
    let sections = work.sections.iter().take(SHOWN).map(|section| {
        Text::from(format!("{} (¶{}–{})", section.title, section.first, section.last))
    });
    card = card.section("Sections", "").block(Block::List(sections.collect()));
    let book = services.corpus.with(std::slice::from_ref(reading));
    for quote in reading.quotes.iter().take(BEST) {
        card = card.block(passage(&book, quote));
    }
    if !doubts.is_empty() {
        let lines = doubts.iter().take(SHOWN).map(|doubt| Text::from(doubt.as_str()));
        card = card.section("Please look at this", "").block(Block::List(lines.collect()));
    }
    card.footer("Only this server will see it. What is not added is forgotten within a day.")
        .buttons([
            Button::main("Add it", format!("reading confirm reading:{id}")),
            Button::danger("Throw it away", format!("reading remove reading:{id}")),
        ])
}
