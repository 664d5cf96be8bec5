//! `/quote`: a quote, one this place has not had lately.

use crate::command::{
    Arguments, Body, Caller, ChannelKind, Manner, OptionKind, OptionSpec, Problem, Spec, Suggested,
    Trouble, World, lookup,
};
use serde::{Deserialize, Serialize};

use crate::messages::{Button, Card, Reply, Text, passage, themes_line};
use domain::query::Query;
use domain::schedule::Filter;
use domain::serving::Order;
use domain::{Quote as Passage, ServerId};

pub(super) static SPEC: Spec = Spec {
    name: "quote",
    about: "A quote from the book, one that this place has not had lately",
    body: Body::Options(&[
        OptionSpec::optional("theme", "About this theme", OptionKind::Suggested(Suggested::Theme)),
        OptionSpec::optional(
            "author",
            "In this author's words",
            OptionKind::Suggested(Suggested::Author),
        ),
        OptionSpec::optional("work", "From this work", OptionKind::Suggested(Suggested::Work)),
        OptionSpec::optional(
            "search",
            "With these words, a \"phrase\" or a begin* of a word; the best first",
            OptionKind::Text(SEARCH_LENGTH),
        ),
        OptionSpec::optional("id", "This very quote", OptionKind::Suggested(Suggested::Quote)),
    ]),
};

/// The most characters of a search.
const SEARCH_LENGTH: u16 = 200;

/// What is said when a search fits only in part.
const NEARLY: &str = "No quote holds all of these words; this one holds some of them.";

/// Serves a quote.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    id: Option<String>,
    wanted: Wanted,
    /// A button's: what was wanted, saved under this id.
    saved: Option<i64>,
    /// A button's: the answer takes the place of the quote that was there.
    another: bool,
}

/// What a quote must match, as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Wanted {
    theme: Option<String>,
    author: Option<String>,
    work: Option<String>,
    search: Option<String>,
}

impl Quote {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self {
            id: arguments.text("id"),
            wanted: Wanted {
                theme: arguments.text("theme"),
                author: arguments.text("author"),
                work: arguments.text("work"),
                search: arguments.text("search"),
            },
            saved: arguments.number("filter")?,
            another: arguments.flag("another")?,
        })
    }

    pub(super) fn manner(&self) -> Manner {
        if self.another { Manner::FACE } else { Manner::ALL }
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Reply, Problem> {
        let wanted = self.wanted(caller.server, world).await?;
        let card = match &self.id {
            Some(id) => lookup::quote(world, id).map(|quote| card(caller, world, quote, None))?,
            None => {
                let (quote, exact) = choose(caller, world, &wanted).await?;
                let again = again(caller.server, world, &wanted).await?;
                let card = card(caller, world, quote, Some(again));
                if exact { card } else { card.text(Text::new().soft(NEARLY)) }
            }
        };
        Ok(if self.another { Reply::Update(card) } else { Reply::Public(card) })
    }

    async fn wanted(&self, server: ServerId, world: &World) -> Result<Wanted, Problem> {
        let Some(id) = self.saved else {
            return Ok(self.wanted.clone());
        };
        let body = world.store.filter(server, id).await?.ok_or(Trouble::StalePress)?;
        Ok(serde_json::from_str(&body).map_err(|_| Trouble::StalePress)?)
    }
}

/// The quote to serve, and whether it is all that was asked for.
async fn choose<'w>(
    caller: &Caller,
    world: &'w World,
    wanted: &Wanted,
) -> Result<(&'w Passage, bool), Problem> {
    let filter = Filter {
        theme: lookup::theme(world, wanted.theme.as_deref())?.map(|theme| theme.id.clone()),
        author: lookup::author(world, wanted.author.as_deref())?.map(str::to_owned),
        work: lookup::work(world, wanted.work.as_deref())?.map(|work| work.id.clone()),
    };
    let (found, exact) = match &wanted.search {
        None => (filter.ids(&world.corpus), true),
        Some(search) => best(caller.server, world, &filter, search).await?,
    };
    if found.is_empty() {
        return Err(nothing(wanted).into());
    }
    // A search gives its best first; without one, chance decides.
    let order = if wanted.search.is_some() { Order::AsGiven } else { Order::Drawn(caller.seed) };
    let served = world.store.serve(caller.server, caller.channel.id, found, order).await?;
    let quote = served.and_then(|id| world.corpus.quote(&id)).ok_or_else(|| nothing(wanted))?;
    Ok((quote, exact))
}

/// What matches a search and a filter, best first, and whether it holds all the words.
async fn best(
    server: ServerId,
    world: &World,
    filter: &Filter,
    search: &str,
) -> Result<(Vec<String>, bool), Problem> {
    if search.chars().count() > usize::from(SEARCH_LENGTH) {
        return Err(Trouble::TooLong { what: "search", most: SEARCH_LENGTH }.into());
    }
    let query = Query::parse(search).ok_or_else(|| {
        Trouble::refused("There is no word in that search. Try `search:freedom` or `search:plan*`.")
    })?;
    let admitted = |id: &String| {
        world.corpus.quote(id).is_some_and(|quote| filter.admits(&world.corpus, quote))
    };
    let mut all = world.store.search_all(server, &query).await?;
    all.retain(admitted);
    if !all.is_empty() {
        return Ok((all, true));
    }
    let mut any = world.store.search_any(server, &query).await?;
    any.retain(admitted);
    Ok((any, false))
}

fn nothing(wanted: &Wanted) -> Trouble {
    let given = [
        ("theme", &wanted.theme),
        ("author", &wanted.author),
        ("work", &wanted.work),
        ("search", &wanted.search),
    ];
    let given: Vec<String> = given
        .into_iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}:{value}")))
        .collect();
    Trouble::refused(format!(
        "No quote in the book matches {}. Leave one option out, or try other words.",
        given.join(" ")
    ))
}

/// The line that asks for another quote of the same kind. Free text is saved under an id.
async fn again(server: ServerId, world: &World, wanted: &Wanted) -> Result<String, Problem> {
    if *wanted == Wanted::default() {
        return Ok("quote another:true".to_owned());
    }
    if let Wanted { theme: Some(theme), author: None, work: None, search: None } = wanted
        && let Some(theme) = lookup::theme(world, Some(theme.as_str()))?
    {
        return Ok(format!("quote theme:{} another:true", theme.id));
    }
    let body = serde_json::to_string(wanted).unwrap_or_default();
    let id = world.store.save_filter(server, body).await?;
    Ok(format!("quote filter:{id} another:true"))
}

fn card(caller: &Caller, world: &World, quote: &Passage, again: Option<String>) -> Card {
    let id = &quote.id;
    let another = again.map(|again| Button::main("Another", again));
    // A thread has no threads under its messages.
    let discuss = (caller.channel.kind != ChannelKind::Thread)
        .then(|| Button::side("Discuss", format!("discuss quote:{id}")));
    let keep = Button::side("Keep", format!("keep quote:{id}"));
    let context = lookup::paragraph(world, quote)
        .map(|_| Button::side("Context", format!("context quote:{id}")));
    Card::default()
        .block(passage(&world.corpus, quote))
        .footer(themes_line(&world.corpus, quote))
        .buttons(another.into_iter().chain(discuss).chain([keep]).chain(context))
}

#[cfg(test)]
mod tests;
