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
use domain::schedule::Filter;
use domain::serving::Order;

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
}

impl Question {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            theme: arguments.text("theme"),
            work: arguments.text("work"),
            level: level(arguments)?,
            id: arguments.text("id"),
            text: arguments.text("text"),
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
        services.rates.count(context, Limited::Questions)?;
        let new = match (&self.text, &self.id) {
            (Some(_), Some(_)) => return Err(QuestionError::IdAndText.into()),
            (Some(text), None) => own(context, services, text, self.theme.as_deref())?,
            (None, Some(id)) => by_id(context, services, id)?,
            (None, None) => self.choose(context, services).await?,
        };
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
        let questions = questions.map(|question| question.id.clone());
        let matches: Vec<String> = questions.chain(pairs.map(|pair| pair.id.clone())).collect();
        let order = Order::Drawn(context.seed);
        let chosen = services
            .store
            .change(context.server, async |tx| tx.serve(context.channel.id, &matches, order).await)
            .await?;
        let id = chosen.ok_or(QuestionError::NoMatch)?;
        Ok(by_id(context, services, &id)?)
    }
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
        now: context.now,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::command::{ChannelKind, Invocation};
    use crate::commands::Command;
    use crate::commands::fixture::{BOOK, Group, button, card};

    #[tokio::test]
    async fn a_question_of_the_book_comes_with_its_quotes() {
        let mut group = Group::new().await;
        insta::assert_snapshot!(group.ana("question id:guerin-q1").await.plain(), @"
        all
        # Spontaneity
        The “weapons just listed” are consciousness, expertise, organization and experience.
        In the period of revolutionary struggle, what should the proper ratio be between spontaneity and consciousness, between the masses and the leadership?
        Daniel Guérin asks this in Three Problems of the Revolution, ¶11
        > But, though class instinct impels them to break their chains, the masses of the people lack education and consciousness.
        > — Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶5
        > forging the weapons just listed, which are the only ones that can ensure that they get the better of their adversary, carries with it an enormous danger: that it might kill the spontaneity which is the heart of the revolution, that it might compromise freedom inside the organization, or allow the movement to be taken over by a minority elite of more expert, more aware, more experienced militants who, to start with put themselves forward as guides, only to end up imposing themselves as leaders
        > — Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶5
        > Libertarians, on the other hand, contend that the Revolution has to be the doing of the masses themselves, of their spontaneity and free initiative, their creative potential, as unsuspected as it is formidable.
        > — Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), Spontaneity and consciousness, ¶20
        No answers yet. Anonymous answers are shown when the round closes.
        (Round 1 · needs the text)
        [Answer] answer round:1
        [Close] close round:1
        [Context] context quote:guerin-4,guerin-44,guerin-8
        [Who is who] who quote:guerin-4,guerin-44,guerin-8
        ");
    }

    #[tokio::test]
    async fn a_question_in_ones_own_words_finds_its_theme() {
        let mut group = Group::new().await;
        let text = "Does a *plan* need <@1> bureaucrats, officials and functionaries?";
        insta::assert_snapshot!(group.ana(&format!("question text:\"{text}\"")).await.plain(), @"
        all
        # Bureaucracy
        Does a *plan* need <@1> bureaucrats, officials and functionaries?
        No answers yet. Anonymous answers are shown when the round closes.
        (Round 1 · in a member's own words)
        [Answer] answer round:1
        [Edit] edit round:1
        [Close] close round:1
        ");
        let given = group.ana("question text:\"Who decides?\" theme:federation").await.plain();
        assert!(given.contains("# Federation"), "{given}");
        let none = group.ana("question text:\"Ready?\"").await.plain();
        assert!(none.contains("# A question"), "{none}");
    }

    #[tokio::test]
    async fn a_pair_can_be_posed_as_a_question() {
        let mut group = Group::new().await;
        insta::assert_snapshot!(group.ana("question id:pair-1").await.plain(), @"
        all
        # Liberty
        Whether order and freedom can become one, or only be kept in balance: Proudhon against Proudhon, twenty-five years later. Which of the two quotes comes nearer to what you think, and why?
        > The highest perfection of society lies in the union of order with anarchy
        > — Proudhon, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶7
        > They cannot be separated, nor can the one absorb the other: we must resign ourselves to living with them both and striking a balance between them… No political force has yet come up with a true solution in the reconciling of freedom and order.
        > — Proudhon, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶7
        No answers yet. Anonymous answers are shown when the round closes.
        (Round 1)
        [Answer] answer round:1
        [Close] close round:1
        [Context] context quote:guerin-5,guerin-6
        [Who is who] who quote:guerin-5,guerin-6
        ");
    }

    #[tokio::test]
    async fn a_question_says_who_asks_and_leads_in() {
        let mut group = Group::new().await;
        insta::assert_snapshot!(group.ana("question id:guerin-q46").await.plain(), @"
        all
        # Revolution
        Voline has just asked how the revolutions of 1789 and 1917 turned into new dictatorships: that is the “dismal fate”.
        What might the conditions be that would enable a revolution to avoid that dismal fate?
        Voline, quoted by Daniel Guérin, asks this in Three Problems of the Revolution, ¶2
        > We have been bequeathed a fundamental problem by preceding revolutions: I am thinking of the one in 1789 and the one in 1917 especially: largely mounted against oppression, animated by a mighty breath of freedom and proclaiming freedom as their essential objective, how come these revolutions slid into a new dictatorship wielded by other ruling, privileged strata, into fresh slavery for the popular masses?
        > — Voline, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶2
        No answers yet. Anonymous answers are shown when the round closes.
        (Round 1 · middle)
        [Answer] answer round:1
        [Close] close round:1
        [Context] context quote:guerin-1
        [Who is who] who quote:guerin-1
        ");
    }

    #[tokio::test]
    async fn a_level_is_asked_for() {
        let mut group = Group::new().await;
        for (level, footer) in
            [("easy", "· easy"), ("middle", "· middle"), ("text", "· needs the text")]
        {
            let posed = group.ana(&format!("question level:{level}")).await.plain();
            assert!(posed.contains(footer), "{posed}");
        }
        let wrong = group.ana("question level:hard").await.plain();
        assert!(wrong.contains("`easy`, `middle` or `text`"), "{wrong}");
    }

    #[tokio::test]
    async fn what_a_question_sets_against_each_other_says_what_it_disputes() {
        let mut group = Group::new().await;
        for question in BOOK.questions() {
            // As fast as one member may ask.
            group.now += jiff::SignedDuration::from_mins(2);
            let posed = group.ana(&format!("question id:{}", question.id)).await.plain();
            let dispute = BOOK.pair_in(question).map(|pair| pair.dispute.as_str());
            assert_eq!(posed.contains("What they disagree on"), dispute.is_some(), "{posed}");
            assert!(dispute.is_none_or(|dispute| posed.contains(dispute)), "{posed}");
        }
    }

    #[tokio::test]
    async fn no_question_comes_twice_before_the_rest() {
        let mut group = Group::new().await;
        let all = BOOK.questions().iter().filter(|question| question.theme == "power").count();
        let mut seen = HashSet::new();
        for _ in 0..all {
            let posed = group.ana("question theme:power").await;
            assert!(seen.insert(posed.plain().lines().nth(2).unwrap().to_owned()));
            let mia = button(card(&posed), "Close");
            group.presses("mia", &format!("{mia} sure:true")).await;
        }
    }

    #[tokio::test]
    async fn the_same_request_is_one_question() {
        let mut group = Group::new().await;
        let context = group.context("ana");
        let pose = || Invocation::parse("question theme:power").and_then(Command::parse);
        let first = group.gives(&context, pose()).await;
        // Discord may deliver it twice, with another seed of ours.
        let twice = crate::command::Context { seed: 99, ..context };
        assert_eq!(group.gives(&twice, pose()).await, first);
        let used: Vec<_> =
            group.services.store.read(group.server).rounds_on(Some("power")).await.unwrap();
        assert_eq!(used.len(), 1);
    }

    #[tokio::test]
    async fn what_cannot_be_posed_is_said() {
        let mut group = Group::new().await;
        let long = "x".repeat(501);
        for (line, said) in [
            ("question theme:powr", "Did you mean `power`?"),
            ("question id:guerin-q99", "There is no question “guerin-q99”."),
            ("question id:guerin-q1 text:Why?", "Give either"),
            ("question work:nothing", "There is no work"),
            (&format!("question text:{long}"), "longer than 500"),
        ] {
            let answer = group.ana(line).await.plain();
            assert!(answer.contains(said), "{line}: {answer}");
        }
        let fits = "x".repeat(500);
        assert!(group.ana(&format!("question text:{fits}")).await.plain().contains(&fits));
        for text in ["\u{200e}\u{200f}\u{202e}", "\u{3164}"] {
            let answer = group.ana(&format!("question text:\"{text}\"")).await.plain();
            assert!(answer.contains("Your question is empty"), "{answer}");
        }
        group.channel.kind = ChannelKind::Forum;
        assert!(group.ana("question").await.plain().contains("needs a channel or a thread"));
    }
}
