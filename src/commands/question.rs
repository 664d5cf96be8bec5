//! `/question`: poses a question here.

use crate::command::{
    Arguments, Body, ChannelKind, CommandError, Context, Expected, OptionKind, OptionSpec,
    Permission, ReplyMode, Services, Spec, Suggested, UserError, Written, lookup,
};

use crate::messages::privacy::Limited;
use crate::messages::question::{LENGTH, QuestionError};
use crate::messages::{Reply, pair, round};
use crate::store::{NewRound, ServerTx};
use domain::corpus::{Level, Pair};
use domain::schedule::{Filter, Matches};
use domain::serving::Order;
use domain::{Address, MessageId};

pub(super) static SPEC: Spec = Spec {
    name: "question",
    body: Body::Options(&[
        OptionSpec::optional("theme", OptionKind::Suggested(Suggested::Theme)),
        OptionSpec::optional("work", OptionKind::Suggested(Suggested::Work)),
        OptionSpec::optional("level", OptionKind::OneOf(&["easy", "middle", "text"])),
        OptionSpec::optional("id", OptionKind::Suggested(Suggested::Question)),
        OptionSpec::optional("text", OptionKind::Prose(LENGTH)),
    ]),
};

/// Poses a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    theme: Option<String>,
    work: Option<String>,
    level: Option<Level>,
    id: Option<String>,
    text: Option<String>,
    /// A form's: the message that it is about.
    about: Option<Address>,
}

impl Question {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            theme: arguments.text("theme"),
            work: arguments.text("work"),
            level: level(arguments)?,
            id: arguments.text("id"),
            text: arguments.prose("text")?,
            about: about(arguments)?,
        })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::PUBLIC
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        if matches!(context.channel.kind, ChannelKind::Forum | ChannelKind::Other) {
            return Err(QuestionError::Channel.into());
        }
        if context.channel.kind == ChannelKind::Voice {
            needs_access(context, services).await?;
        }
        // The same request again must not use up another question.
        let posed = services.store.read(context.server).round_of_request(context.request).await?;
        if let Some(posed) = posed {
            return Ok(Reply::Public(round::card(&services.corpus, &posed.into())));
        }
        let about = self.about.map(|message| here(context, message)).transpose()?;
        services.rates.count(context, Limited::Questions)?;
        let new = match (&self.text, &self.id) {
            (Some(_), Some(_)) => return Err(QuestionError::IdAndText.into()),
            (Some(text), None) => own(context, services, text, self.theme.as_deref())?,
            (None, Some(id)) => by_id(context, services, id)?,
            (None, None) => self.choose(context, services).await?,
        };
        let new = NewRound { about, ..new };
        let pose = async |tx: &mut ServerTx| {
            let posed = tx.pose(&new).await?;
            let card = round::card(&services.corpus, &posed.into());
            // A reply can be lost; a question that nobody sees would stay open for ever.
            let (place, request) = (context.channel.id, context.request);
            tx.post_unless_shown(place, card.clone(), request, context.now).await?;
            Ok::<_, CommandError>(card)
        };
        Ok(Reply::Public(services.store.change(context.server, pose).await?))
    }

    /// A question of the book that this channel has not had lately, or a pair of quotes that no
    /// question sets against each other.
    async fn choose(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<NewRound, CommandError> {
        let theme = lookup::theme(services, self.theme.as_deref())?.map(|theme| &theme.id);
        let work = lookup::work(services, self.work.as_deref())?.map(|work| &work.id);
        let corpus = &services.corpus;
        let questions = corpus.questions().iter().filter(|question| {
            theme.is_none_or(|theme| question.theme == *theme)
                && work.is_none_or(|work| question.work == *work)
                && self.level.is_none_or(|level| question.level == Some(level))
        });
        let filter = Filter { theme: theme.cloned(), work: work.cloned(), ..Filter::default() };
        // A pair has no level.
        let pairs = corpus
            .unasked_pairs()
            .filter(|pair| self.level.is_none() && filter.admits_pair(corpus, pair));
        let questions = questions.map(|question| question.id.as_str());
        let matches = questions.chain(pairs.map(|pair| pair.id.as_str())).collect();
        let matches = Matches::listed(matches);
        let order = Order::Drawn(context.seed);
        let here = context.channel.id;
        let chosen = services.store.serve(context.server, here, corpus, &matches, order).await?;
        let id = chosen.ok_or(QuestionError::NoMatch)?;
        let mut round = by_id(context, services, &id)?;
        // Of a pair one quote may be about another theme; what is asked for a theme is recorded there.
        if let Some(theme) = theme {
            round.theme = Some(theme.clone());
        }
        Ok(round)
    }
}

/// The message that a question is about.
fn about(arguments: &mut Arguments) -> Result<Option<Address>, UserError> {
    let (message, place) = (arguments.number("message")?, arguments.place("channel")?);
    Ok(message.zip(place).map(|(message, place)| Address { place, message: MessageId(message) }))
}

/// A message of the channel at hand, or of the one that this is a thread of.
fn here(context: &Context, message: Address) -> Result<Address, UserError> {
    let channels = [Some(context.channel.id), context.channel.parent];
    channels.contains(&Some(message.place)).then_some(message).ok_or(UserError::StalePress)
}

/// Refuses a voice channel in which answers could not be posted.
async fn needs_access(context: &Context, services: &Services) -> Result<(), CommandError> {
    let here = services.platform.place(context.server, context.channel.id).await;
    let missing = here.map_or(vec![Permission::ViewChannel], |here| here.missing);
    if missing.is_empty() { Ok(()) } else { Err(QuestionError::Missing(missing).into()) }
}

fn level(arguments: &mut Arguments) -> Result<Option<Level>, UserError> {
    let Some(given) = arguments.text("level") else { return Ok(None) };
    match given.as_str() {
        "easy" => Ok(Some(Level::Easy)),
        "middle" => Ok(Some(Level::Middle)),
        "text" => Ok(Some(Level::Text)),
        _ => {
            let (option, wanted) = ("level".to_owned(), Expected::Level);
            Err(UserError::BadValue { option, wanted, given })
        }
    }
}

/// The question or the pair of that id.
fn by_id(context: &Context, services: &Services, id: &str) -> Result<NewRound, UserError> {
    match services.corpus.pair(&id.to_lowercase()) {
        Some(pair) => Ok(of_pair(context, services, pair)),
        None => Ok(of_book(context, lookup::question(services, id)?)),
    }
}

fn of_pair(context: &Context, services: &Services, pair: &Pair) -> NewRound {
    NewRound {
        question: Some(pair.id.clone()),
        text: pair::question(pair),
        theme: services.corpus.themes_of(pair).first().map(|theme| (*theme).to_owned()),
        quotes: pair.quotes.to_vec(),
        ..blank(context)
    }
}

fn of_book(context: &Context, question: &domain::Question) -> NewRound {
    NewRound {
        question: Some(question.id.clone()),
        text: question.text.clone(),
        theme: Some(question.theme.clone()),
        quotes: question.quotes.clone(),
        ..blank(context)
    }
}

fn own(
    context: &Context,
    services: &Services,
    text: &str,
    theme: Option<&str>,
) -> Result<NewRound, UserError> {
    let theme = match lookup::theme(services, theme)? {
        Some(theme) => Some(theme),
        None => services.corpus.theme_of(text),
    };
    let theme = theme.map(|theme| theme.id.clone());
    Ok(NewRound { text: checked(text)?, theme, ..blank(context) })
}

/// A question as a member wrote it, if it can be posed.
pub(super) fn checked(text: &str) -> Result<String, UserError> {
    let text = text.trim();
    if crate::command::shows_nothing(text) {
        return Err(UserError::Empty(Written::Question));
    }
    if text.chars().count() > usize::from(LENGTH) {
        return Err(UserError::TooLong { what: Written::Question, most: LENGTH });
    }
    Ok(text.to_owned())
}

fn blank(context: &Context) -> NewRound {
    NewRound {
        place: context.channel.id,
        request: context.request,
        asker: context.member.id,
        question: None,
        text: String::new(),
        theme: None,
        quotes: Vec::new(),
        within: None,
        about: None,
        now: context.now,
    }
}

#[cfg(test)]
mod tests;
