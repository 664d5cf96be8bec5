//! `/question`: poses a question here.

use rand::Rng;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use super::spec::{Body, OptionKind, OptionSpec, Spec, Suggested};
use super::{Arguments, Caller, Manner, PlaceKind, Problem, Trouble, World, named};
use crate::domain::serving::Order;
use crate::domain::tie::Key;
use crate::domain::{Question as Asked, Round};
use crate::reply::{self, Answer};
use crate::store::NewRound;

pub(super) static SPEC: Spec = Spec {
    name: "question",
    about: "Poses a question to everyone here, with its quotes and buttons to answer it",
    body: Body::Options(&[
        OptionSpec::optional("theme", "About this theme", OptionKind::Suggested(Suggested::Theme)),
        OptionSpec::optional("work", "On this work", OptionKind::Suggested(Suggested::Work)),
        OptionSpec::optional(
            "id",
            "This very question",
            OptionKind::Suggested(Suggested::Question),
        ),
        OptionSpec::optional("text", "A question in your own words", OptionKind::Text(LENGTH)),
    ]),
};

/// The most characters of a question in a member's own words.
pub(super) const LENGTH: u16 = 500;

/// Poses a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    theme: Option<String>,
    work: Option<String>,
    id: Option<String>,
    text: Option<String>,
}

impl Question {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self {
            theme: arguments.text("theme"),
            work: arguments.text("work"),
            id: arguments.text("id"),
            text: arguments.text("text"),
        })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::ALL
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        if matches!(caller.place.kind, PlaceKind::Forum | PlaceKind::Other) {
            return Err(Trouble::refused("A question needs a channel or a thread.").into());
        }
        let new = match (&self.text, &self.id) {
            (Some(_), Some(_)) => {
                return Err(Trouble::refused(
                    "Give either `id:` or `text:`: a question of the book, or one of your own.",
                )
                .into());
            }
            (Some(text), None) => own(caller, world, text, self.theme.as_deref())?,
            (None, Some(id)) => of_book(caller, named::question(world, id)?),
            (None, None) => of_book(caller, self.choose(caller, world).await?),
        };
        let round: Round = world.store.pose(new).await?;
        Ok(Answer::Card(reply::question(&world.corpus, &round)))
    }

    /// A question of the book that this place has not had lately.
    async fn choose<'w>(&self, caller: &Caller, world: &'w World) -> Result<&'w Asked, Problem> {
        let theme = named::theme(world, self.theme.as_deref())?;
        let work = named::work(world, self.work.as_deref())?;
        let matches = world.corpus.questions().iter().filter(|question| {
            theme.is_none_or(|theme| question.theme == theme.id)
                && work.is_none_or(|work| question.work == work.id)
        });
        let matches: Vec<String> = matches.map(|question| question.id.clone()).collect();
        let order = Order::Drawn(caller.seed);
        let chosen = world.store.serve(caller.server, caller.place.id, matches, order).await?;
        Ok(chosen.and_then(|id| world.corpus.question(&id)).ok_or_else(|| {
            Trouble::refused(
                "The book holds no such question. Leave out `work:`, or ask in your own words \
                 with `text:`.",
            )
        })?)
    }
}

fn of_book(caller: &Caller, question: &Asked) -> NewRound {
    NewRound {
        question: Some(question.id.clone()),
        text: question.text.clone(),
        theme: Some(question.theme.clone()),
        quotes: question.quotes.clone(),
        ..blank(caller)
    }
}

fn own(
    caller: &Caller,
    world: &World,
    text: &str,
    theme: Option<&str>,
) -> Result<NewRound, Trouble> {
    let theme = match named::theme(world, theme)? {
        Some(theme) => Some(theme),
        None => world.corpus.theme_of(text),
    };
    let theme = theme.map(|theme| theme.id.clone());
    Ok(NewRound { text: checked(text)?, theme, ..blank(caller) })
}

/// A question as a member wrote it, if it can be posed.
pub(super) fn checked(text: &str) -> Result<String, Trouble> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Trouble::refused("Write the question first; this one is empty."));
    }
    if text.chars().count() > usize::from(LENGTH) {
        return Err(Trouble::TooLong { what: "question", most: LENGTH });
    }
    Ok(text.to_owned())
}

fn blank(caller: &Caller) -> NewRound {
    NewRound {
        server: caller.server,
        place: caller.place.id,
        request: caller.request,
        poser: caller.member.id,
        question: None,
        text: String::new(),
        theme: None,
        quotes: Vec::new(),
        key: key(caller.seed),
        now: caller.now,
    }
}

fn key(seed: u64) -> Key {
    let mut key: Key = [0; 64];
    ChaCha20Rng::seed_from_u64(seed).fill_bytes(&mut key);
    key
}
