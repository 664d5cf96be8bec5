//! `/quote`: a quote, one this place has not had lately.

use crate::command::{
    Arguments, Body, ChannelKind, CommandError, Context, OptionKind, OptionSpec, ReplyMode,
    Services, Spec, Suggested, UserError, lookup, search,
};
use serde::{Deserialize, Serialize};

use crate::messages::quote::{self, Controls, QuoteError};
use crate::messages::{Card, Reply};
use crate::store::ServerTx;
use domain::schedule::{Filter, Matches};
use domain::serving::{self, Had, Order};
use domain::{Quote as Passage, ServerId};

pub(super) static SPEC: Spec = Spec {
    name: "quote",
    body: Body::Options(&[
        OptionSpec::optional("theme", OptionKind::Suggested(Suggested::Theme)),
        OptionSpec::optional("author", OptionKind::Suggested(Suggested::Author)),
        OptionSpec::optional("work", OptionKind::Suggested(Suggested::Work)),
        OptionSpec::optional("search", OptionKind::Text(search::SEARCH_LENGTH)),
        OptionSpec::optional("id", OptionKind::Suggested(Suggested::Quote)),
    ]),
};

/// Serves a quote.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    id: Option<String>,
    wanted: Wanted,
    /// A button's: what was wanted, saved under this id.
    saved: Option<i64>,
    /// A button's: another quote is for its member alone, since others may be reading the one that
    /// is there.
    another: bool,
    /// The button is under a quote that only its member sees, and that the next one replaces.
    own: bool,
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
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
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
            own: arguments.flag("own")?,
        })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        match (self.another, self.own) {
            (true, true) => ReplyMode::UPDATE,
            (true, false) => ReplyMode::EPHEMERAL,
            (false, _) => ReplyMode::PUBLIC,
        }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let wanted = self.wanted(context.server, services).await?;
        let card = match &self.id {
            Some(id) => lookup::quote(services, id)
                .map(|quote| self.card(context, services, quote, None))?,
            None => {
                let (quote, exact) = choose(context, services, &wanted).await?;
                let again = again(context, services, &wanted).await?;
                let card = self.card(context, services, quote, again);
                if exact { card } else { card.text(quote::partial_match()) }
            }
        };
        Ok(match (self.another, self.own) {
            (true, true) => Reply::Update(card),
            (true, false) => Reply::Ephemeral(card),
            (false, _) => Reply::Public(card),
        })
    }

    /// The card of a quote; `again` asks for another.
    fn card(
        &self,
        context: &Context,
        services: &Services,
        quote: &Passage,
        again: Option<String>,
    ) -> Card {
        let another =
            again.map(|line| if self.another { format!("{line} own:true") } else { line });
        // Neither has threads under its messages, nor has what only one member sees.
        let here = matches!(context.channel.kind, ChannelKind::Thread | ChannelKind::Voice);
        let in_server = !context.server.is_a_members();
        let discuss = in_server && !here && !self.another;
        let controls = Controls { another, discuss, show: in_server && self.another };
        quote::card(&services.corpus, quote, controls)
    }

    async fn wanted(&self, server: ServerId, services: &Services) -> Result<Wanted, CommandError> {
        let Some(id) = self.saved else {
            return Ok(self.wanted.clone());
        };
        let body = services.store.read(server).filter(id).await?.ok_or(UserError::StalePress)?;
        Ok(serde_json::from_str(&body).map_err(|_| UserError::StalePress)?)
    }
}

/// The quote to serve, and whether it is all that was asked for.
async fn choose<'w>(
    context: &Context,
    services: &'w Services,
    wanted: &Wanted,
) -> Result<(&'w Passage, bool), CommandError> {
    let filter = Filter {
        theme: lookup::theme(services, wanted.theme.as_deref())?.map(|theme| theme.id.clone()),
        author: lookup::author(services, wanted.author.as_deref())?.map(str::to_owned),
        work: lookup::work(services, wanted.work.as_deref())?.map(|work| work.id.clone()),
        ..Filter::default()
    };
    let (found, exact) = match &wanted.search {
        None => (filter.matches(&services.corpus), true),
        Some(search) => best(services, &filter, search)?,
    };
    if found.is_empty() {
        return Err(nothing(wanted).into());
    }
    // A search gives its best first; without one, chance decides.
    let order = if wanted.search.is_some() { Order::AsGiven } else { Order::Drawn(context.seed) };
    let (corpus, here) = (&services.corpus, context.channel.id);
    let served = match context.server.is_a_members() {
        // Nobody keeps what a member reads for themselves.
        true => serving::choose(corpus, &found, &Had::default(), order).map(|served| served.item),
        false => services.store.serve(context.server, here, corpus, &found, order).await?,
    };
    let quote = served.and_then(|id| services.corpus.quote(&id)).ok_or_else(|| nothing(wanted))?;
    Ok((quote, exact))
}

/// What matches a search and a filter, best first, and whether it holds all the words.
fn best<'w>(
    services: &'w Services,
    filter: &Filter,
    search: &str,
) -> Result<(Matches<'w>, bool), UserError> {
    let query = search::query(search)?;
    let corpus = &services.corpus;
    let admitted = |found: Vec<&'w Passage>| {
        let admitted = found.into_iter().filter(|quote| filter.admits(corpus, quote));
        Matches::listed(admitted.map(|quote| quote.id.as_str()).collect())
    };
    let all = admitted(corpus.search_all(&query));
    if !all.is_empty() {
        return Ok((all, true));
    }
    Ok((admitted(corpus.search_any(&query)), false))
}

fn nothing(wanted: &Wanted) -> UserError {
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
    QuoteError::NoMatch(given).into()
}

/// The line that asks for another quote of the same kind. Free text is saved under an id, but for a
/// member by themselves.
async fn again(
    context: &Context,
    services: &Services,
    wanted: &Wanted,
) -> Result<Option<String>, CommandError> {
    if *wanted == Wanted::default() {
        return Ok(Some("quote another:true".to_owned()));
    }
    if let Wanted { theme: Some(theme), author: None, work: None, search: None } = wanted
        && let Some(theme) = lookup::theme(services, Some(theme.as_str()))?
    {
        return Ok(Some(format!("quote theme:{} another:true", theme.id)));
    }
    if context.server.is_a_members() {
        return Ok(None);
    }
    let body = serde_json::to_string(wanted).unwrap_or_default();
    let save = async |tx: &mut ServerTx| tx.save_filter(&body, context.now).await;
    let id = services.store.note(context.server, save).await?;
    Ok(Some(format!("quote filter:{id} another:true")))
}

#[cfg(test)]
mod tests;
