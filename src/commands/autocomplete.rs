//! What completes an option while it is typed.

use super::run::languages;
use super::{COMMANDS, MESSAGE_COMMANDS};
use crate::command::{
    Body, CommandError, Context, MessageSpec, Services, Suggested, lookup, time_zone,
};
use jiff::Timestamp;

use crate::messages::help::OnMessage;
use crate::messages::seminar::meeting;
use crate::messages::ui::limits::{CHOICE, CHOICES, length};
use crate::messages::ui::{command_name, days, theme_name, truncate};
use crate::messages::{Choice, moderation, reading};
use domain::seminar::SeminarState;
use domain::{Corpus, Quote, Reading, completing};

/// Up to 25 ways to complete what was `typed` so far, the likeliest first.
///
/// # Errors
/// If the database fails.
pub async fn suggest(
    kind: Suggested,
    typed: &str,
    context: &Context,
    services: &Services,
) -> Result<Vec<Choice>, CommandError> {
    let (_, own) = languages(context, services).await;
    own.request_scope(own, suggested(kind, typed, context, services)).await
}

async fn suggested(
    kind: Suggested,
    typed: &str,
    context: &Context,
    services: &Services,
) -> Result<Vec<Choice>, CommandError> {
    let services = &services.at(context.server).await?;
    let corpus = &services.corpus;
    let all: Vec<Choice> = match kind {
        Suggested::Theme => {
            corpus.themes().iter().map(|theme| choice(&theme_name(theme), &theme.id)).collect()
        }
        Suggested::Themes => return Ok(themes(corpus, typed)),
        Suggested::Seminar | Suggested::AnySeminar => lookup::seminars(context, services)
            .await?
            .iter()
            .filter(|seminar| {
                let over = seminar.state == SeminarState::Closed;
                lookup::visible(context, seminar) || (over && kind == Suggested::AnySeminar)
            })
            .map(|seminar| {
                let name = format!("{}: {}", seminar.number, seminar.title);
                choice(&name, &seminar.number.to_string())
            })
            .collect(),
        Suggested::Author => corpus.authors().iter().map(|name| choice(name, name)).collect(),
        Suggested::Work => {
            corpus.works().iter().map(|work| choice(&work.title, &work.id)).collect()
        }
        Suggested::Gloss => corpus
            .glossary()
            .iter()
            .flat_map(|gloss| gloss.names().map(|name| choice(name, &gloss.id)))
            .collect(),
        Suggested::Plan => {
            corpus.plans().iter().map(|plan| choice(&plan.title, &plan.id)).collect()
        }
        Suggested::Quote => {
            let quotes = corpus.quotes_completing(typed, CHOICES).into_iter();
            let whole = |quote: &Quote| choice(&format!("{}: {}", quote.id, quote.text), &quote.id);
            return Ok(quotes.map(whole).map(shown).collect());
        }
        Suggested::Question => {
            let questions = corpus.questions_completing(typed, CHOICES).into_iter();
            let whole = |(id, text): (&str, &str)| choice(&format!("{id}: {text}"), id);
            return Ok(questions.map(whole).map(shown).collect());
        }
        Suggested::Round => lookup::open_rounds(context, services)
            .await?
            .iter()
            .map(|round| {
                let name = format!("{}: {}", round.number, round.text);
                choice(&name, &round.number.to_string())
            })
            .collect(),
        Suggested::Schedule => lookup::schedules(context, services)
            .await?
            .iter()
            .map(|schedule| {
                let (number, days) = (schedule.number, days(schedule.days));
                let name = format!("{number}: {} {}, {days}", schedule.time, schedule.timezone);
                choice(&name, &number.to_string())
            })
            .collect(),
        Suggested::Reading => corpus
            .works()
            .iter()
            .filter_map(|work| Some((Reading::of_work(&work.id)?, work)))
            .map(|(id, work)| choice(&reading::name(id, work), &work.id))
            .collect(),
        Suggested::TakeDown => lookup::take_downs(context, services)
            .await?
            .iter()
            .map(|it| choice(&moderation::suggestion(it), &it.take_down.number.to_string()))
            .collect(),
        Suggested::TimeZone => return Ok(time_zones(typed, context.now)),
        Suggested::Moment => return moments(typed, context, services).await,
        Suggested::Command => commands().map(|(shown, name)| choice(&shown, &name)).collect(),
    };
    Ok(likeliest(all, typed))
}

/// What help can be asked for, as it is shown and as it is named: commands, those in the menu of a
/// message, subcommands.
fn commands() -> impl Iterator<Item = (String, String)> {
    let slash = |name: String| (format!("/{}", command_name(&name)), name);
    let typed = COMMANDS.iter().map(move |spec| slash(spec.name.to_owned()));
    let label = |spec: &MessageSpec| OnMessage { name: spec.name, word: spec.word }.label();
    let on_messages = MESSAGE_COMMANDS.iter().map(move |spec| (label(spec), spec.name.to_owned()));
    let groups = COMMANDS.iter().filter(|spec| matches!(spec.body, Body::Subcommands(_)));
    let subcommands = groups.flat_map(|spec| spec.whole_names()).map(slash);
    typed.chain(on_messages).chain(subcommands)
}

/// Adds a theme to a list: everything before the last comma is kept.
fn themes(corpus: &Corpus, typed: &str) -> Vec<Choice> {
    let (before, last) = match typed.rsplit_once(',') {
        Some((before, last)) => (format!("{}, ", before.trim()), last),
        None => (String::new(), typed),
    };
    let all = corpus.themes().iter().map(|theme| choice(&theme_name(theme), &theme.id)).collect();
    let more = likeliest(all, last).into_iter().map(|theme| Choice {
        name: format!("{before}{}", theme.name),
        value: format!("{before}{}", theme.value),
    });
    // Discord takes no longer ones, and a list that is cut would name something else.
    more.filter(|it| length(&it.name) <= CHOICE && length(&it.value) <= CHOICE).collect()
}

/// Places, and for what is no place the cities that it may mean.
fn time_zones(typed: &str, now: Timestamp) -> Vec<Choice> {
    let cities = time_zone::cities_for(typed, now);
    let typed = if cities.is_some() { "" } else { typed };
    let names = cities.unwrap_or_else(time_zone::places);
    likeliest(names.iter().map(|name| choice(name, name)).collect(), typed)
}

/// How a date in words is understood; of a day alone, some times in the evening.
async fn moments(
    typed: &str,
    context: &Context,
    services: &Services,
) -> Result<Vec<Choice>, CommandError> {
    let held = services.store.read(context.server).settings().await?.timezone;
    let timezone = time_zone::named(held.as_deref().unwrap_or("UTC"), context.now)?;
    let read = |words: &str| {
        let at = super::seminar::understood(words, &timezone, context.now)?;
        let starts_at = at.occurrence()?.at;
        let ahead = starts_at > context.now;
        ahead.then(|| meeting::when_choice(&at, starts_at, context.now))
    };
    let days = if typed.trim().is_empty() { NEAR_DAYS } else { &[typed] };
    let evenings =
        || days.iter().flat_map(|day| EVENING.iter().map(move |time| format!("{day} {time}")));
    Ok(match read(typed) {
        Some(choice) => vec![choice],
        None => evenings().filter_map(|words| read(&words)).take(CHOICES).collect(),
    })
}

/// Days and times that are suggested.
const NEAR_DAYS: &[&str] = &["tomorrow", "in 2 days", "in 1 week"];
const EVENING: &[&str] = &["18:00", "19:00", "20:00"];

fn choice(name: &str, value: &str) -> Choice {
    Choice { name: name.to_owned(), value: value.to_owned() }
}

/// A choice as it is shown. To cut a text at the borders of its letters takes long, so only what is
/// chosen is.
fn shown(choice: Choice) -> Choice {
    Choice { name: truncate(&choice.name, CHOICE), ..choice }
}

fn likeliest(all: Vec<Choice>, typed: &str) -> Vec<Choice> {
    let entries = all.iter().map(|choice| (&choice.name, &choice.value));
    let places = completing::likeliest(entries, typed, CHOICES).into_iter();
    places.filter_map(|place| all.get(place).cloned()).map(shown).collect()
}
