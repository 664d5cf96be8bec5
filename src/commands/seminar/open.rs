//! `/seminar open`: draws up an agenda that only its facilitator sees.

use super::date::{self, GivenDate};
use super::venue::{self, Venue};
use super::{drawing, theme_names};
use crate::command::{
    Arguments, CommandError, Context, Expected, ReplyMode, Services, UserError, Written, lookup,
    permissions, sight,
};
use crate::messages::Reply;
use crate::messages::seminar::meeting::planned_effects;
use crate::messages::seminar::{self, SeminarError};
use crate::messages::ui::{theme_name, truncate};
use crate::store::{NewItem, NewSeminar, ServerTx};
use domain::corpus::Plan;
use domain::seminar::{Format, Reveal};
use domain::{ChannelId, Theme, Work};

/// The most characters of a title.
const TITLE: u16 = 100;

/// Drafts a seminar.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    title: Option<String>,
    plan: Option<String>,
    themes: Option<String>,
    work: Option<String>,
    format: Format,
    reveal: Reveal,
    questions: Option<u8>,
    length: Option<u32>,
    minutes: Option<u32>,
    quorum: Option<u32>,
    channel: Option<ChannelId>,
    date: GivenDate,
}

impl Open {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            title: arguments.text("title"),
            plan: arguments.text("plan"),
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
            questions: arguments.within("questions", 1, 9)?,
            length: arguments.within("length", 15, 480)?,
            minutes: arguments.within("minutes", 1, 10_080)?,
            quorum: arguments.within("quorum", 2, 500)?,
            channel: arguments.place("channel")?,
            date: GivenDate::parse(arguments)?,
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
        let plan = lookup::plan(services, self.plan.as_deref())?;
        let themes = themes(services, self.themes.as_deref())?;
        let work = lookup::work(services, self.work.as_deref())?;
        if plan.is_some() && self.draws() {
            return Err(SeminarError::PlanIsWhole.into());
        }
        let place = self.channel.unwrap_or(context.channel.id);
        sight::needs_view(context, services, place).await?;
        let ids: Vec<String> = themes.iter().map(|theme| theme.id.clone()).collect();
        let agenda = match plan {
            Some(plan) => drawing::planned(&services.corpus, &plan.steps),
            None => self.drawn(context, services, &ids, work).await?,
        };
        let debates = agenda.iter().any(|item| item.problem.is_some());
        if debates && self.reveal == Reveal::Live {
            return Err(SeminarError::DebateIsSealed.into());
        }
        if agenda.is_empty() {
            return Err(SeminarError::NoQuestions.into());
        }
        let names = agenda.iter().map(|item| item.theme.as_deref());
        let names = theme_names(context, services, names).await?;
        let Venue { kind, mut notes } = venue::look(context, services, place, &names).await?;
        let length = self.length.and_then(|minutes| u16::try_from(minutes).ok());
        let meeting = self.date.meeting(context, services, None, length).await?;
        if meeting.is_some() {
            notes.extend(date::notes(context, services, place).await);
        }
        // All read the title.
        let language = services.store.language(context.server).await?;
        let new = NewSeminar {
            place,
            kind,
            request: context.request,
            title: language.sync_scope(|| title(self.title, plan, &themes, work))?,
            format: self.format,
            reveal: self.reveal,
            minutes: self.minutes,
            quorum: self.quorum,
            // New questions for a plan are on what the plan is about.
            themes: if plan.is_some() { themes_of(&agenda) } else { ids },
            work: work.map(|work| work.id.clone()),
            plan: plan.map(|plan| plan.id.clone()),
            opener: context.member.id,
            name: context.member.name.clone(),
            agenda,
            meeting,
            now: context.now,
        };
        let draft = async |tx: &mut ServerTx| {
            let known = tx.seminar_drafted(new.request).await?.is_some();
            let drafted = tx.draft_seminar(new).await?;
            if !known {
                tx.emit(|| planned_effects(&services.corpus, &drafted), context.now).await?;
            }
            Ok::<_, CommandError>(drafted)
        };
        let drafted = services.store.change(context.server, draft).await?;
        Ok(Reply::Ephemeral(seminar::drafted(&services.corpus, &drafted, &notes)))
    }
}

impl Open {
    /// Whether it says what an agenda is to be drawn from.
    fn draws(&self) -> bool {
        self.themes.is_some()
            || self.work.is_some()
            || self.questions.is_some()
            || self.length.is_some()
            || self.format == Format::Debate
    }

    async fn drawn(
        &self,
        context: &Context,
        services: &Services,
        themes: &[String],
        work: Option<&Work>,
    ) -> Result<Vec<NewItem>, CommandError> {
        let work = work.map(|work| work.id.clone());
        let mut wanted = drawing::wanted(context, services, themes.to_vec(), work).await?;
        wanted.questions = self.questions.map(usize::from);
        let length = self.length.and_then(|minutes| u16::try_from(minutes).ok());
        let length = length.unwrap_or(drawing::HOUR);
        Ok(drawing::draw(services, &wanted, self.format, length, context.seed))
    }
}

/// The themes of an agenda, each once.
fn themes_of(agenda: &[NewItem]) -> Vec<String> {
    let mut themes: Vec<String> = Vec::new();
    for theme in agenda.iter().filter_map(|item| item.theme.as_ref()) {
        if !themes.contains(theme) {
            themes.push(theme.clone());
        }
    }
    themes
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
    plan: Option<&Plan>,
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
    if let Some(plan) = plan {
        return Ok(truncate(&plan.title, usize::from(TITLE)));
    }
    let names: Vec<String> = themes.iter().map(|it| theme_name(it)).collect();
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
