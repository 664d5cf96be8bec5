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
    insta::assert_snapshot!(group.ana(&format!("question text:\"{text}\"")).await.plain(), @r"
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
