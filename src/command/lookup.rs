//! Finds what a member named: by its id, its name, or the nearest to either.

use super::{Arguments, Caller, Problem, Trouble, World};
use domain::seminar::SeminarState;
use domain::{Question, Quote, Round, RoundId, Seminar, SeminarId, Theme, Work, nearest};

pub(crate) fn theme<'w>(
    world: &'w World,
    given: Option<&str>,
) -> Result<Option<&'w Theme>, Trouble> {
    let Some(given) = given else { return Ok(None) };
    let themes = world.corpus.themes();
    let found = themes.iter().find(|theme| same(&theme.id, given) || same(&theme.name, given));
    found.map(Some).ok_or_else(|| {
        let names = themes.iter().flat_map(|theme| [theme.id.as_str(), theme.name.as_str()]);
        unknown("theme", given, names)
    })
}

pub(crate) fn work<'w>(world: &'w World, given: Option<&str>) -> Result<Option<&'w Work>, Trouble> {
    let Some(given) = given else { return Ok(None) };
    let works = world.corpus.works();
    let found = works.iter().find(|work| same(&work.id, given) || same(&work.title, given));
    found.map(Some).ok_or_else(|| {
        let names = works.iter().flat_map(|work| [work.title.as_str(), work.id.as_str()]);
        unknown("work", given, names)
    })
}

/// An author or speaker, by full name or by last name.
pub(crate) fn author<'w>(
    world: &'w World,
    given: Option<&str>,
) -> Result<Option<&'w str>, Trouble> {
    let Some(given) = given else { return Ok(None) };
    let authors = world.corpus.authors();
    let last = |name: &&'w str| name.rsplit(' ').next().unwrap_or(name);
    let found = authors.iter().find(|name| same(name, given) || same(last(name), given));
    found.map(|name| Some(*name)).ok_or_else(|| unknown("author", given, authors.iter().copied()))
}

pub(crate) fn quote<'w>(world: &'w World, given: &str) -> Result<&'w Quote, Trouble> {
    world.corpus.quote(&given.to_lowercase()).ok_or_else(|| {
        unknown("quote", given, world.corpus.quotes().iter().map(|quote| quote.id.as_str()))
    })
}

pub(crate) fn question<'w>(world: &'w World, given: &str) -> Result<&'w Question, Trouble> {
    world.corpus.question(&given.to_lowercase()).ok_or_else(|| {
        let ids = world.corpus.questions().iter().map(|question| question.id.as_str());
        unknown("question", given, ids)
    })
}

/// A round of this server. A number can be old, forged or mistyped.
pub(crate) async fn round(caller: &Caller, world: &World, id: RoundId) -> Result<Round, Problem> {
    let found = world.store.round(caller.server, id).await?;
    Ok(found.ok_or_else(|| no_round(id))?)
}

pub(crate) fn no_round(id: RoundId) -> Trouble {
    Trouble::refused(format!("There is no round {id} in this server."))
}

/// The round that a button's line names.
pub(crate) fn round_in(arguments: &mut Arguments) -> Result<RoundId, Trouble> {
    let round = arguments.number("round")?;
    round.ok_or_else(|| Trouble::Missing { option: "round".to_owned() })
}

/// The newest round of this place that is not over.
pub(crate) async fn open_here(caller: &Caller, world: &World) -> Result<Round, Problem> {
    let open = world.store.open_rounds(caller.server, caller.channel.id).await?;
    let none = || Trouble::refused("No question is open here. `/question` poses one.");
    Ok(open.into_iter().next().ok_or_else(none)?)
}

/// A seminar of this server, by its number.
pub(crate) async fn seminar_of(
    caller: &Caller,
    world: &World,
    id: SeminarId,
) -> Result<Seminar, Problem> {
    let found = world.store.seminar(caller.server, id).await?;
    Ok(found.ok_or_else(|| no_seminar(id))?)
}

pub(crate) fn no_seminar(id: SeminarId) -> Trouble {
    Trouble::refused(format!("There is no seminar {id} in this server."))
}

/// The seminar that a command is about: the one it names, else the one that meets in this place,
/// else the only one in this server.
pub(crate) async fn seminar(
    caller: &Caller,
    world: &World,
    given: Option<SeminarId>,
) -> Result<Seminar, Problem> {
    if let Some(id) = given {
        return seminar_of(caller, world, id).await;
    }
    let visible = |seminar: &Seminar| visible(caller, seminar);
    let mut here = world.store.seminars_here(caller.server, caller.channel.id).await?;
    here.retain(visible);
    let open = here.iter().find(|seminar| seminar.state == SeminarState::Open);
    if let Some(seminar) = open.or_else(|| here.first()) {
        return Ok(seminar.clone());
    }
    let mut all = world.store.seminars(caller.server).await?;
    all.retain(visible);
    match (all.pop(), all.len()) {
        (Some(seminar), 0) => Ok(seminar),
        (Some(_), _) => Err(Trouble::refused(
            "There are several seminars in this server, and none of them meets here. Say which \
             with `seminar:`.",
        )
        .into()),
        (None, _) => {
            Err(Trouble::refused("There is no seminar here. `/seminar open` draws up one.").into())
        }
    }
}

/// Whether a seminar is under way, or drafted by the caller: a draft is its facilitator's alone.
pub(crate) fn visible(caller: &Caller, seminar: &Seminar) -> bool {
    match seminar.state {
        SeminarState::Draft => seminar.facilitated_by(caller.member.id),
        SeminarState::Open => true,
        SeminarState::Closed => false,
    }
}

/// The paragraph around a quote, of a work whose whole text is here.
pub(crate) fn paragraph<'w>(world: &'w World, quote: &Quote) -> Option<&'w str> {
    let text = &world.corpus.work(&quote.work)?.text;
    text.paragraphs.get(&quote.paragraph).map(String::as_str)
}

fn same(name: &str, given: &str) -> bool {
    name.to_lowercase() == given.to_lowercase()
}

fn unknown<'a>(
    what: &'static str,
    given: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Trouble {
    let given = given.to_owned();
    let near = nearest(&given, names).map(str::to_owned);
    Trouble::Unknown { what, given, near }
}
