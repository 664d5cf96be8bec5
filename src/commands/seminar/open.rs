//! `/seminar open`: draws up an agenda that only its facilitator sees.

use super::super::question::key;
use super::venue::{self, Venue};
use super::{drawing, theme_names};
use crate::command::{
    Arguments, CommandError, Context, Expected, ReplyMode, Services, UserError, Written, lookup,
    permissions,
};
use crate::messages::Reply;
use crate::messages::seminar::{self, SeminarError};
use crate::messages::ui::truncate;
use crate::store::{NewSeminar, ServerTx};
use domain::seminar::{Format, Reveal};
use domain::{ChannelId, Theme, Work};

/// The most characters of a title.
const TITLE: u16 = 100;

/// Drafts a seminar.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    title: Option<String>,
    themes: Option<String>,
    work: Option<String>,
    format: Format,
    reveal: Reveal,
    minutes: Option<u32>,
    quorum: Option<u32>,
    channel: Option<ChannelId>,
}

impl Open {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            title: arguments.text("title"),
            themes: arguments.text("themes"),
            work: arguments.text("work"),
            format: match arguments.text("format").as_deref() {
                None | Some("plain") => Format::Plain,
                Some("debate") => Format::Debate,
                Some(other) => return Err(bad("format", Expected::Format, other)),
            },
            reveal: match arguments.text("reveal").as_deref() {
                None | Some("sealed") => Reveal::Sealed,
                Some("live") => Reveal::Live,
                Some(other) => return Err(bad("reveal", Expected::Reveal, other)),
            },
            minutes: arguments.within("minutes", 1, 10_080)?,
            quorum: arguments.within("quorum", 2, 500)?,
            channel: arguments.place("channel")?,
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        permissions::needs_eligible(context, services).await?;
        if (self.format, self.reveal) == (Format::Debate, Reveal::Live) {
            return Err(SeminarError::DebateIsSealed.into());
        }
        let drafted = services.store.read(context.server).seminar_drafted(context.request).await?;
        if let Some(drafted) = drafted {
            return Ok(Reply::Ephemeral(seminar::agenda(&services.corpus, &drafted)));
        }
        let themes = themes(services, self.themes.as_deref())?;
        let work = lookup::work(services, self.work.as_deref())?;
        let place = self.channel.unwrap_or(context.channel.id);
        let ids: Vec<String> = themes.iter().map(|theme| theme.id.clone()).collect();
        let wanted =
            drawing::wanted(context, services, ids.clone(), work.map(|it| it.id.clone())).await?;
        let agenda = drawing::draw(services, &wanted, self.format, context.seed);
        if agenda.is_empty() {
            return Err(SeminarError::NoQuestions.into());
        }
        let names = theme_names(services, agenda.iter().map(|item| item.theme.as_deref()));
        let Venue { kind, notes } = venue::look(context, services, place, &names).await?;
        let new = NewSeminar {
            place,
            kind,
            request: context.request,
            title: title(self.title, &themes, work)?,
            format: self.format,
            reveal: self.reveal,
            minutes: self.minutes,
            quorum: self.quorum,
            themes: ids,
            work: work.map(|work| work.id.clone()),
            opener: context.member.id,
            name: context.member.name.clone(),
            agenda,
            key: key(context.seed),
            now: context.now,
        };
        let draft = async |tx: &mut ServerTx| tx.draft_seminar(new).await;
        let drafted = services.store.change(context.server, draft).await?;
        Ok(Reply::Ephemeral(seminar::drafted(&services.corpus, &drafted, &notes)))
    }
}

/// The themes of a list with commas.
fn themes<'w>(services: &'w Services, given: Option<&str>) -> Result<Vec<&'w Theme>, UserError> {
    let mut themes: Vec<&Theme> = Vec::new();
    for name in given.unwrap_or_default().split(',').map(str::trim).filter(|it| !it.is_empty()) {
        if let Some(theme) = lookup::theme(services, Some(name))?
            && !themes.contains(&theme)
        {
            themes.push(theme);
        }
    }
    Ok(themes)
}

fn title(
    given: Option<String>,
    themes: &[&Theme],
    work: Option<&Work>,
) -> Result<String, UserError> {
    if let Some(title) = given {
        if title.chars().count() > usize::from(TITLE) {
            return Err(UserError::TooLong { what: Written::Title, most: TITLE });
        }
        if crate::command::shows_nothing(&title) {
            return Err(UserError::Empty(Written::Title));
        }
        return Ok(title);
    }
    let names: Vec<&str> = themes.iter().map(|theme| theme.name.as_str()).collect();
    let title = match (names.as_slice(), work) {
        ([], Some(work)) => work.title.clone(),
        ([], None) => seminar::untitled(),
        (names, _) => names.join(", "),
    };
    Ok(truncate(&title, usize::from(TITLE)))
}

fn bad(option: &str, wanted: Expected, given: &str) -> UserError {
    let (option, given) = (option.to_owned(), given.to_owned());
    UserError::BadValue { option, wanted, given }
}
