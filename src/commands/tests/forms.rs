//! What forms show, what they take, and what they refuse.

use crate::command::{Attachment, FieldValue, Invocation};
use crate::commands::Request;
use crate::commands::fixture::{FACILITATORS, Group, filled};
use crate::messages::{Accent, FieldInput, Form, Reply};

const WORDS: &str = "What I thought about for an hour, and will not write again.";

fn choose(value: &str) -> FieldValue {
    FieldValue::Choices(vec![value.to_owned()])
}

/// One of each form that the program has, with who may open it. Round 1 is open; round 2 is closed
/// and asked again.
async fn every_form(group: &mut Group) -> Vec<(&'static str, Form)> {
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    group.ana("question text:\"Who rules?\"").await;
    let mut forms = Vec::new();
    for (who, line) in
        [("ben", "answer round:1"), ("ana", "edit round:1"), ("ben", "statement propose round:1")]
    {
        forms.push((who, group.presses(who, line).await));
    }
    group.ben("statement propose text:\"Nobody rules.\"").await;
    for (who, line) in [
        ("ben", "statement edit statement:1 version:1"),
        ("cleo", "statement object statement:1 version:1"),
    ] {
        forms.push((who, group.presses(who, line).await));
    }
    group.fay("seminar open themes:power").await;
    forms.push(("fay", group.presses("fay", "seminar add seminar:1").await));
    forms.push(("fay", group.presses("fay", "reading add").await));
    let form = |(who, reply)| match reply {
        Reply::Form(form) => (who, form),
        other => panic!("{who}: {}", other.plain()),
    };
    forms.into_iter().map(form).collect()
}

#[tokio::test]
async fn an_answer_is_given_under_the_question_and_its_quotes() {
    let mut group = Group::new().await;
    let posed = group.ana("question id:guerin-q1").await;
    let form = group.press("ben", &posed, "Answer").await;
    insta::assert_snapshot!(form.plain(), @r#"
    form Answer the question
    The “weapons just listed” are consciousness, expertise, organization and experience.
    In the period of revolutionary struggle, what should the proper ratio be between spontaneity and consciousness, between the masses and the leadership?
    Daniel Guérin asks this in Three Problems of the Revolution, ¶11
    > But, though class instinct impels them to break their chains, the masses of the people lack education and consciousness.
    > — Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶5
    > forging the weapons just listed, which are the only ones that can ensure that they get the better of their adversary, carries with it an enormous danger: that it might kill the spontaneity which is the heart of the revolution, that it might compromise freedom inside the organization, or allow the movement to be taken over by a minority elite of more expert, more aware, more experienced militants who, to start with put themselves forward as guides, only to end up imposing themselves as leaders
    > — Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶5
    > Libertarians, on the other hand, contend that the Revolution has to be the doing of the masses themselves, of their spontaneity and free initiative, their creative potential, as unsuspected as it is formidable.
    > — Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), Spontaneity and consciousness, ¶20
    Your answer (text) You can change it until the round closes.: 
    Your name (name) 
      ● With my name () = with
      ○ Without my name (Others may guess who you are if nearly everybody else gives a name.) = without
    [send] answer round:1
    "#);
    group.submit("ben", &form, "Nobody should.").await;
    let again = group.press("ben", &posed, "Answer").await.plain();
    assert!(again.starts_with("form Change your answer"), "{again}");
    assert!(again.contains(": Nobody should.\n"), "{again}");
}

#[tokio::test]
async fn a_member_chooses_in_the_form_whether_their_name_is_shown() {
    let mut group = Group::new().await;
    let posed = group.ana("question text:\"Who rules?\"").await;
    let form = group.press("ben", &posed, "Answer").await;
    let without = [("text", "Nobody.".into()), ("name", choose("without"))];
    let done = group.submits("ben", &form, &without).await.plain();
    assert!(done.contains("recorded without your name"), "{done}");
    // Sent as it comes, the form leaves the name off.
    let form = group.press("ben", &posed, "Answer").await;
    assert!(form.plain().contains("● Without my name"), "{}", form.plain());
    assert!(form.plain().contains("This adds it, for everybody to see."), "{}", form.plain());
    let same = group.submits("ben", &form, &[]).await.plain();
    assert!(same.contains("is as it was"), "{same}");
    let signed = group.submits("ben", &form, &[("name", choose("with"))]).await.plain();
    assert!(signed.contains("under your name now"), "{signed}");
}

#[tokio::test]
async fn who_may_have_answered_without_a_name_has_to_choose() {
    let mut group = Group::new().await;
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("answer text:\"Buy from me!\" anonymous:true").await;
    group.ana("close round:1 sure:true").await;
    group.ana("question text:\"Who else?\"").await;
    group.says("dan", "answer text:\"Buy from me!\" anonymous:true").await;
    let asked = group.presses("dan", "answer round:2 told:true").await;
    let Reply::Form(form) = &asked else { panic!("{}", asked.plain()) };
    // His own answer is known, and it has no name.
    assert!(asked.plain().contains("● Without my name"), "{}", asked.plain());
    assert_eq!(form.submit, "answer round:2 anonymous:true");
    let told = group.presses("eve", "answer round:2 told:true").await.plain();
    assert!(!told.contains('●'), "{told}");
}

#[tokio::test]
async fn where_there_are_names_only_the_form_does_not_ask() {
    let mut group = Group::new().await;
    let posed = group.ana("question text:\"Who rules?\"").await;
    let before = group.press("ben", &posed, "Answer").await;
    group.mia("settings anonymous:off").await;
    let form = group.press("ben", &posed, "Answer").await.plain();
    assert!(!form.contains("name)"), "{form}");
    // The form was open while that was changed.
    let sent = [("text", WORDS.into()), ("name", choose("without"))];
    let refused = group.submits("ben", &before, &sent).await.plain();
    assert!(refused.contains("takes no anonymous answers") && refused.contains(WORDS), "{refused}");
}

#[tokio::test]
async fn in_a_debate_the_form_shows_the_side_and_asks_to_look_at_it_first() {
    let mut group = Group::new().await;
    group.ana("seminar open themes:power format:debate").await;
    group.ana("seminar start").await;
    group.ben("seminar join").await;
    group.ana("seminar next").await;
    let asked = group.presses("ben", "answer round:1").await.plain();
    assert!(asked.starts_with("form Argue your side\nYour side: "), "{asked}");
    assert!(asked.contains("Your side says:\n> "), "{asked}");
    // Who is not on the roster has no side yet.
    let first = group.presses("cleo", "answer round:1").await;
    assert!(first.plain().contains("Look at yours first."), "{}", first.plain());
    let side = group.press("cleo", &first, "Show my side").await;
    let form = group.press("cleo", &side, "Argue my side").await.plain();
    assert!(form.starts_with("form Argue your side"), "{form}");
    // Once all argue in their own name, it is the question that counts.
    group.ben("answer text:\"So says the card.\"").await;
    group.cleo("answer text:\"So does mine.\"").await;
    group.ana("seminar reveal").await;
    let own = group.presses("ben", "answer round:1").await.plain();
    assert!(own.starts_with("form Answer the question\nYou argued the side"), "{own}");
}

#[tokio::test]
async fn an_objection_is_written_under_the_words_it_is_against() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("statement propose text:\"Nobody rules.\"").await;
    let form = group.presses("cleo", "statement object statement:1 version:1").await;
    insta::assert_snapshot!(form.plain(), @r#"
    form Why do you object?
    Who rules?
    Proposed by ben: Nobody rules.
    Your reason (text) Say what would help, too. Everybody reads it.: 
    Your name (named) 
      ● With my name () = yes
      ○ Without my name (Others may guess who you are if nearly everybody else gives a name.) = no
    [send] statement object statement:1 version:1
    "#);
    let without = [("text", "Somebody must.".into()), ("named", choose("no"))];
    group.submits("cleo", &form, &without).await;
    let posts = group.posts().await.concat();
    assert!(posts.contains("Somebody objects: Somebody must."), "{posts}");
    // The form of a newer version shows what the member has read.
    let edit = group.presses("ben", "statement edit statement:1 version:1").await;
    group.submit("ben", &edit, "Nobody should rule.").await;
    let older = group.presses("cleo", "statement object statement:1 version:1").await.plain();
    assert!(older.contains("Version 1 of 2: Nobody rules."), "{older}");
    assert!(older.contains("Somebody must.") && older.contains("● Without my name"), "{older}");
}

#[tokio::test]
async fn a_statement_is_edited_under_the_question_and_the_words_as_they_are() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("statement propose text:\"Nobody rules.\"").await;
    let form = group.presses("ben", "statement edit statement:1 version:1").await;
    insta::assert_snapshot!(form.plain(), @r#"
    form Edit the statement
    Who rules?
    Proposed by ben: Nobody rules.
    The new text (text) Everybody sees what changed and votes again. Objections stay until they are taken back.: Nobody rules.
    [send] statement edit statement:1 version:1
    "#);
}

#[tokio::test]
async fn a_form_asks_for_a_reading() {
    let mut group = Group::new().await;
    let form = group.mia("reading add author:\"Ana Prado\"").await;
    insta::assert_snapshot!(form.plain(), @r#"
    form Add a reading
    The text (file) .txt, .md, .html, .epub, or a .pdf with text in it. Only add what you may share. [.txt .md .markdown .html .htm .xhtml .epub .pdf]
    Title (title) If it is left empty, I look for title, author and year in the file.: 
    Author (author) : Ana Prado
    Year (year) When it was first published.: 
    [send] reading add
    "#);
    let text = "A council that cannot be recalled is a government. ".repeat(40);
    let file = FieldValue::Files(vec![Attachment {
        name: "letter.txt".to_owned(),
        size: text.len() as u64,
        at: text,
    }]);
    let sent = [("file", file.clone()), ("title", " A letter ".into()), ("year", "1921".into())];
    let found = group.submits("mia", &form, &sent).await.plain();
    assert!(found.contains("# Found: A letter\nby Ana Prado"), "{found}");
    let sent = [("file", file), ("year", "long ago".into())];
    let refused = group.submits("mia", &form, &sent).await.plain();
    assert!(refused.contains("“long ago”") && refused.contains("-3000"), "{refused}");
    let refused = group.ben("reading add").await;
    assert!(!matches!(refused, Reply::Form(_)), "{}", refused.plain());
}

/// A value of another type, an option that is not there, a field that the form lacks.
fn spoilt(form: &Form) -> Vec<Invocation> {
    let sent = filled(form, WORDS);
    let mut spoilt = vec![sent.clone().field("other", WORDS)];
    for field in form.fields() {
        let wrong = match &field.input {
            FieldInput::Text(_) => vec![FieldValue::Flag(true), choose("with")],
            FieldInput::Choice(_) => {
                let two = vec!["with".to_owned(), "without".to_owned()];
                vec![choose("neither"), FieldValue::Choices(two), FieldValue::Flag(true)]
            }
            FieldInput::Checkbox { .. } => vec![WORDS.into()],
            FieldInput::FileUpload(_) => vec![WORDS.into(), choose("file")],
            FieldInput::Select(_) => vec![FieldValue::Flag(true), choose("nobody")],
        };
        spoilt.extend(wrong.into_iter().map(|value| sent.clone().field(&field.id, value)));
    }
    spoilt
}

#[tokio::test]
async fn what_a_form_does_not_take_is_refused_and_given_back() {
    let mut group = Group::new().await;
    let forms = every_form(&mut group).await;
    for (who, form) in forms {
        for sent in spoilt(&form) {
            let told = format!("{sent:?}");
            let wrote = told.contains(WORDS);
            let context = group.context(who);
            let refused = group.gives(&context, Request::pressed(sent)).await;
            let Reply::Ephemeral(card) = &refused else { panic!("{told}: {}", refused.plain()) };
            assert_eq!(card.accent, Accent::Problem, "{told}");
            assert!(card.plain().contains("This form has changed"), "{told}: {}", card.plain());
            assert_eq!(card.plain().contains(WORDS), wrote, "{told}: {}", card.plain());
        }
    }
}

#[tokio::test]
async fn a_form_that_comes_when_all_is_over_gives_everything_back() {
    let mut group = Group::new().await;
    let forms = every_form(&mut group).await;
    assert_eq!(forms.len(), 7);
    let close = group.ana("close round:1").await;
    group.press("ana", &close, "Close without a statement").await;
    group.fay("seminar close seminar:1 sure:true").await;
    group.mia("settings facilitators:88").await;
    group.reopen().await;
    for (who, form) in forms {
        let longest = form.fields().filter_map(|field| match &field.input {
            FieldInput::Text(input) => Some(usize::from(input.length.1)),
            _ => None,
        });
        let words = "x".repeat(longest.max().unwrap_or_default());
        let context = group.context(who);
        let sent = filled(&form, &words);
        let refused = group.gives(&context, Request::pressed(sent)).await;
        let Reply::Ephemeral(card) = &refused else { panic!("{form:?}: {}", refused.plain()) };
        assert_eq!(card.accent, Accent::Problem, "{form:?}: {}", card.plain());
        assert!(card.plain().contains(&words), "{form:?}: {}", card.plain());
    }
}

#[tokio::test]
async fn a_form_of_before_the_update_is_still_taken() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    let send = async |group: &mut Group, who: &str, line: Invocation| {
        let context = group.context(who);
        group.gives(&context, Request::pressed(line)).await.plain()
    };
    let line = |text: &str| Invocation::parse(text).unwrap();
    let old = line("answer round:1 anonymous:true").field("text", "Nobody.");
    let done = send(&mut group, "ben", old).await;
    assert!(done.contains("recorded without your name"), "{done}");
    group.ben("statement propose text:\"Nobody rules.\"").await;
    let old = line("statement object statement:1 version:1").field("text", "No.");
    let done = send(&mut group, "cleo", old.clone().field("named", "No")).await;
    assert!(done.contains("without your name"), "{done}");
    let odd = send(&mut group, "cleo", old.field("named", "maybe")).await;
    assert!(odd.contains("“maybe”") && odd.contains("No."), "{odd}");
}
