//! `/quote`: a quote, one this place has not had lately.

use serde::{Deserialize, Serialize};

use super::spec::{Body, OptionKind, OptionSpec, Spec, Suggested};
use super::{Arguments, Caller, Manner, PlaceKind, Problem, Trouble, World, named};
use crate::domain::query::Query;
use crate::domain::schedule::Filter;
use crate::domain::serving::Order;
use crate::domain::{Quote as Passage, ServerId};
use crate::reply::{Answer, Button, Card, Text, passage, themes_line};

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

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let wanted = self.wanted(caller.server, world).await?;
        let card = match &self.id {
            Some(id) => named::quote(world, id).map(|quote| card(caller, world, quote, None))?,
            None => {
                let (quote, exact) = choose(caller, world, &wanted).await?;
                let again = again(caller.server, world, &wanted).await?;
                let card = card(caller, world, quote, Some(again));
                if exact { card } else { card.text(Text::new().soft(NEARLY)) }
            }
        };
        Ok(if self.another { Answer::Face(card) } else { Answer::Card(card) })
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
        theme: named::theme(world, wanted.theme.as_deref())?.map(|theme| theme.id.clone()),
        author: named::author(world, wanted.author.as_deref())?.map(str::to_owned),
        work: named::work(world, wanted.work.as_deref())?.map(|work| work.id.clone()),
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
    let served = world.store.serve(caller.server, caller.place.id, found, order).await?;
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
        && let Some(theme) = named::theme(world, Some(theme.as_str()))?
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
    let discuss = (caller.place.kind != PlaceKind::Thread)
        .then(|| Button::side("Discuss", format!("discuss quote:{id}")));
    let keep = Button::side("Keep", format!("keep quote:{id}"));
    let context = named::paragraph(world, quote)
        .map(|_| Button::side("Context", format!("context quote:{id}")));
    Card::default()
        .block(passage(&world.corpus, quote))
        .footer(themes_line(&world.corpus, quote))
        .buttons(another.into_iter().chain(discuss).chain([keep]).chain(context))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::commands::PlaceKind;
    use crate::commands::fixture::{BOOK, Group, card};
    use crate::reply::Answer;

    /// The id of the quote that is shown.
    fn shown(answer: &Answer) -> String {
        let footer = card(answer).footer.clone().unwrap_or_else(|| panic!("{}", answer.plain()));
        footer.rsplit(" · ").next().unwrap().to_owned()
    }

    #[tokio::test]
    async fn a_quote_says_whose_it_is_and_where_it_stands() {
        let mut group = Group::new().await;
        insta::assert_snapshot!(group.ana("quote id:guerin-5").await.plain(), @r#"
        all
        > The highest perfection of society lies in the union of order with anarchy
        > — Proudhon, quoted by Daniel Guérin, Three Problems of the Revolution (1958), The question left by two revolutions, ¶7
        (Liberty, Power · guerin-5)
        [Discuss] discuss quote:guerin-5
        [Keep] keep quote:guerin-5
        "#);
        insta::assert_snapshot!(group.ana("/quote id:GUERIN-2").await.plain(), @r#"
        all
        > Like Voline, I think that the two great historical experiences of the French revolution and the Russian revolution are indissolubly linked.
        > — Daniel Guérin, Three Problems of the Revolution (1958), The question left by two revolutions, ¶3
        (Revolution · guerin-2)
        [Discuss] discuss quote:guerin-2
        [Keep] keep quote:guerin-2
        "#);
    }

    #[tokio::test]
    async fn all_come_once_before_any_comes_twice() {
        let mut group = Group::new().await;
        let all = BOOK.quotes().len();
        for _ in 0..2 {
            let mut seen = HashSet::new();
            for turn in 0..all {
                if turn == all / 2 {
                    group.reopen().await;
                }
                assert!(seen.insert(shown(&group.ana("quote").await)), "turn {turn}");
            }
        }
    }

    #[tokio::test]
    async fn another_is_of_the_same_kind_and_takes_the_place_of_the_first() {
        let mut group = Group::new().await;
        for line in [
            "quote",
            "quote theme:power",
            "quote author:voline",
            "quote work:guerin-three-problems theme:Liberty",
            "quote search:\"freedom\"",
        ] {
            let first = group.ana(line).await;
            group.reopen().await;
            let next = group.press("ben", &first, "Another").await;
            assert!(matches!(next, Answer::Face(_)), "{line}");
            assert!(!shown(&next).is_empty());
        }
        let theme = group.ana("quote theme:power").await;
        for _ in 0..20 {
            let id = shown(&group.press("ana", &theme, "Another").await);
            assert!(BOOK.quote(&id).unwrap().themes.contains(&"power".to_owned()));
        }
    }

    #[tokio::test]
    async fn each_option_narrows_the_choice() {
        let mut group = Group::new().await;
        for _ in 0..5 {
            let line = "quote author:Kropotkin work:guerin-three-problems";
            let id = shown(&group.ana(line).await);
            assert_eq!(BOOK.quote(&id).unwrap().speaker.as_deref(), Some("Kropotkin"));
        }
        insta::assert_snapshot!(
            group.ana("quote author:Voline theme:technology").await.plain(), @r#"
            one
            No quote in the book matches theme:technology author:Voline. Leave one option out, or try other words.
            "#
        );
    }

    #[tokio::test]
    async fn a_search_finds_phrases_beginnings_and_other_forms() {
        let mut group = Group::new().await;
        for (search, wanted) in [
            ("union of order", "guerin-5"),
            ("\\\"order with anarchy\\\"", "guerin-5"),
            ("anarch* perfect*", "guerin-5"),
            ("instincts impelling", "guerin-4"),
            ("PANIC-stricken", "guerin-7"),
            ("voline bequeathed", "guerin-1"),
        ] {
            let found = group.ana(&format!("quote search:\"{search}\"")).await;
            assert_eq!(shown(&found), wanted, "{search}");
        }
        let found = group.ana("quote search:\"\\\"anarchy with order\\\"\"").await.plain();
        assert!(!found.contains("guerin-5") || found.contains("some of them"), "{found}");
    }

    #[tokio::test]
    async fn the_best_comes_first_and_then_the_next() {
        let mut group = Group::new().await;
        // In the title's words three times over, the one that is about it stands first.
        let first = group.ana("quote search:\"revolution dictatorship\"").await;
        let again = group.press("ana", &first, "Another").await;
        assert_ne!(shown(&first), shown(&again));
        group.go(11);
        let elsewhere = group.ben("quote search:\"revolution dictatorship\"").await;
        assert_eq!(shown(&elsewhere), shown(&first));
    }

    #[tokio::test]
    async fn a_search_without_a_word_is_refused() {
        let mut group = Group::new().await;
        for search in
            ["\\\"\\\"", "***", "AND\u{200b}".trim_start_matches("AND"), "( ) : ^ -", "🙂🙂", "“”"]
        {
            let said = group.ana(&format!("quote search:\"{search}\"")).await.plain();
            assert!(said.contains("no word in that search"), "{search}: {said}");
        }
        for search in ["NOT", "a AND OR b", "NEAR(x", "x:y", "{a}", "Ⓐ", "-"] {
            let said = group.ana(&format!("quote search:\"{search}\"")).await.plain();
            assert!(!said.contains("went wrong"), "{search}: {said}");
        }
        let long = "a".repeat(201);
        let said = group.ana(&format!("quote search:{long}")).await.plain();
        assert!(said.contains("longer than 200"), "{said}");
        insta::assert_snapshot!(group.ana("quote search:xylophone").await.plain(), @r#"
        one
        No quote in the book matches search:xylophone. Leave one option out, or try other words.
        "#);
    }

    #[tokio::test]
    async fn what_is_unknown_is_named_with_the_nearest() {
        let mut group = Group::new().await;
        for (line, said) in [
            ("quote theme:powr", "There is no theme “powr”. Did you mean `power`?"),
            ("quote author:gerin", "There is no author “gerin”. Did you mean `Daniel Guérin`?"),
            ("quote work:guerin", "Did you mean `guerin-three-problems`?"),
            ("quote id:guerin-99", "There is no quote “guerin-99”. Did you mean"),
            ("quote theme:xq", "There is no theme “xq”."),
            ("quote filter:77", "older message"),
            ("quote them:power", "`/quote` has no option `them:`. Did you mean `theme`?"),
        ] {
            let answer = group.ana(line).await.plain();
            assert!(answer.contains(said), "{line}: {answer}");
        }
        let endless = group.ana(&format!("quote theme:{}", "x".repeat(6_000))).await.plain();
        assert!(endless.chars().count() < 200, "{endless}");
    }

    #[tokio::test]
    async fn nothing_of_one_server_shows_in_another() {
        let mut group = Group::new().await;
        let first = group.ana("quote search:freedom").await;
        group.server.0 = 2;
        let said = group.press("ana", &first, "Another").await.plain();
        assert!(said.contains("older message"), "{said}");
        // What the first server has had is no matter here.
        assert_eq!(shown(&group.ana("quote search:freedom").await), shown(&first));
    }

    #[tokio::test]
    async fn in_a_thread_there_is_no_thread_to_open() {
        let mut group = Group::new().await;
        group.place.kind = PlaceKind::Thread;
        let labels = group.ana("quote").await.plain();
        assert!(labels.contains("[Keep]") && !labels.contains("[Discuss]"), "{labels}");
    }
}
