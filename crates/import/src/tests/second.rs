//! A text that is imported again after it was edited and its work file reviewed.

use super::*;

const TEXT: &str = "\
Nobody owns the state of the road, and every power that says so must build one of its own.\n\n\
An economy of roads cannot be planned by people who never leave their houses or their streets.\n\n\
Who should have the power to close a road to all the others who walk on it every day?\n\n\
A revolution that begins on the road must never end in an office of the new government.\n";

fn again(text: &str, previous: &str) -> Imported {
    let themes = themes();
    let options = Options { themes: &themes, previous: Some(previous), ..Options::default() };
    import(&Given { name: "roads.txt", bytes: text.as_bytes() }, &options).unwrap()
}

fn ids(imported: &Imported) -> Vec<(&str, &str)> {
    let quotes = imported.quotes.iter().map(|quote| (quote.id.as_str(), quote.text.as_str()));
    let questions = imported.questions.iter().map(|q| (q.id.as_str(), q.text.as_str()));
    quotes.chain(questions).map(|(id, text)| (id, &text[..12])).collect()
}

#[test]
fn what_has_not_changed_keeps_its_id() {
    let first = imported("roads.txt", TEXT.as_bytes());
    assert_eq!(
        ids(&first),
        [
            ("roads-1", "Nobody owns "),
            ("roads-2", "An economy o"),
            ("roads-3", "A revolution"),
            ("roads-q1", "Who should h"),
        ]
    );
    parsed(&first);
    // The same text again changes nothing.
    assert_eq!(again(TEXT, &first.toml).toml, first.toml);

    // The first passage is edited, and one comes in before all.
    let edited = TEXT.replace("says so must", "says so has to");
    let edited = format!(
        "Power over roads is power over everybody who has to go somewhere in the end.\n\n{edited}"
    );
    let second = again(&edited, &first.toml);
    assert_eq!(second.gone, ["roads-1"]);
    assert_eq!(
        ids(&second),
        [
            ("roads-4", "Power over r"),
            ("roads-5", "Nobody owns "),
            ("roads-2", "An economy o"),
            ("roads-3", "A revolution"),
            ("roads-q1", "Who should h"),
        ]
    );
    assert_eq!(second.quotes[2].paragraph, 3);
    parsed(&second);

    // The edit is taken back: an id that is gone is not given again.
    let third = again(TEXT, &second.toml);
    assert_eq!(third.quotes[0].id, "roads-6");
    parsed(&third);
}

#[test]
fn sections_drawn_by_hand_stay() {
    let first = imported("roads.txt", TEXT.as_bytes());
    let by_hand = "title = \"Owners\"\nkind = \"body\"\nfirst = 1\nlast = 2\n\n\
        [[section]]\nnumber = 2\ntitle = \"Users\"\nkind = \"body\"\nfirst = 3\nlast = 4\n";
    let found = "title = \"Beginning\"\nkind = \"body\"\nfirst = 1\nlast = 4\n";
    assert!(first.toml.contains(found));
    let second = again(TEXT, &first.toml.replace(found, by_hand));
    let titles: Vec<&str> = second.sections.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["Owners", "Users"]);
    assert_eq!(second.quotes.last().unwrap().section, 2);
    parsed(&second);
    // A paragraph more, and nobody can say where it belongs.
    let longer = format!("{TEXT}\nAnd the road goes on.\n");
    let third = again(&longer, &second.toml);
    assert_eq!(third.sections.len(), 1);
    assert!(third.doubts.iter().any(|doubt| doubt.to_string().contains("found anew")));
    parsed(&third);
}

#[test]
fn a_review_stays() {
    let first = imported("roads.txt", TEXT.as_bytes());
    let from = first.toml.find("# Score").unwrap();
    let start = first.toml[from..].find("id = \"roads-2\"").unwrap() + from;
    let reviewed =
        first.toml.replace("author = \"Unknown\"", "author = \"Ada Quill\" # says the cover");
    let themes_at = reviewed[start..].find("themes = ").unwrap() + start;
    let end = reviewed[themes_at..].find('\n').unwrap() + themes_at;
    let mut reviewed = reviewed;
    reviewed.replace_range(themes_at..end, "themes = [\"technology\"]");
    // The third quote is thrown out.
    let from = reviewed.find("id = \"roads-3\"").unwrap();
    let from = reviewed[..from].rfind("[[quote]]").unwrap();
    let to = reviewed[from..].find("[[question]]").unwrap() + from;
    let to = reviewed[..to].rfind("# Themes").unwrap_or(to);
    reviewed.replace_range(from..to, "");
    let second = again(TEXT, &reviewed);
    assert!(second.toml.contains("author = \"Ada Quill\" # says the cover"));
    assert!(second.toml.contains("themes = [\"technology\"]"));
    assert_eq!(second.quotes.len(), 2, "what was thrown out is not proposed again");
    parsed(&second);
}

#[test]
fn a_question_written_by_hand_keeps_its_id_to_itself() {
    let first = imported("roads.txt", TEXT.as_bytes());
    let by_hand = "\n[[question]]\nid = \"roads-q2\"\nkind = \"application\"\ntheme = \"power\"\n\
        text = \"Which road would you close, and to whom?\"\nquotes = []\n\
        follow_ups = [\"Who would object?\"]\n";
    let at = first.toml.find("\n[[paragraph]]").unwrap();
    let mut reviewed = first.toml.clone();
    reviewed.insert_str(at, by_hand);
    let longer =
        format!("{TEXT}\nWho should have the power of the state over those who never obeyed it?\n");
    let second = again(&longer, &reviewed);
    let questions: Vec<&str> = second.questions.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(questions, ["roads-q1", "roads-q3"]);
    parsed(&second);
}

/// The fuzzer found this: such a passage went to the first of its places.
#[test]
fn a_passage_that_stands_twice_stays_where_it_was() {
    let passage = "An economy of roads cannot be planned by people who never leave their houses.";
    let question = "Who should have the power to close a road to all who walk on it?";
    let text = format!("{passage} {question}\n\n{TEXT}\n{passage} {question}\n");
    let first = imported("roads.txt", text.as_bytes());
    let moved = first.toml.replace("section = 1\nparagraph = 1\n", "section = 1\nparagraph = 6\n");
    assert_ne!(moved, first.toml);
    let second = again(&text, &moved);
    let standing = second.quotes.iter().find(|quote| quote.text == passage).unwrap();
    assert_eq!((standing.paragraph, second.questions[0].paragraph), (6, 6));
    assert_eq!(again(&text, &second.toml).toml, second.toml);
}

#[test]
fn what_a_person_added_for_the_group_stays() {
    let first = imported("roads.txt", TEXT.as_bytes());
    let (id, context) = ("id = \"roads-2\"\n", "context = \"A joke of the author’s.\"\n");
    let added = "\n[[pair]]\nid = \"roads-pair\"\nquotes = [\"roads-2\", \"roads-3\"]\n\
        dispute = \"Who may plan.\"\n\n[[plan]]\nid = \"roads-plan\"\ntitle = \"Roads\"\n\
        about = \"An hour.\"\n\n[[plan.reading]]\nwork = \"roads\"\nfirst = 1\nlast = 4\n\n\
        [[plan.step]]\nminutes = 20\nquestion = \"roads-q1\"\n\n\
        [[plan.step]]\nminutes = 5\nprompt = \"roads-last\"\n\n\
        [[closer]]\nid = \"roads-last\"\ntext = \"What stays with you?\"\n\n\
        [[term]]\nid = \"road\"\nname = \"road\"\nabout = \"A way for all.\"\n";
    let reviewed = first.toml.replacen(id, &format!("{id}{context}"), 1) + added;
    let second = again(TEXT, &reviewed);
    let book = parsed(&second);
    assert_eq!(book.quote("roads-2").unwrap().context.as_deref(), Some("A joke of the author’s."));
    assert_eq!((book.pairs().len(), book.plans()[0].steps.len(), book.glossary().len()), (1, 2, 1));
    assert_eq!(again(TEXT, &second.toml).toml, second.toml);

    // What leans on a passage that is gone goes with it.
    let edited =
        TEXT.replace("cannot be planned", "can be planned").replace("a road to", "a way to");
    let third = again(&edited, &second.toml);
    assert_eq!(third.gone, ["roads-2", "roads-q1"]);
    let book = parsed(&third);
    assert_eq!((book.pairs().len(), book.plans()[0].steps.len()), (0, 1));
}

#[test]
fn what_nobody_has_filled_in_is_doubted_again() {
    let first = imported("roads.txt", TEXT.as_bytes());
    assert!(first.doubts.contains(&Doubt::NoAuthor), "{:?}", first.doubts);
    let second = again(TEXT, &first.toml);
    assert_eq!(second.doubts, first.doubts);
    let filled = first
        .toml
        .replace("author = \"Unknown\"", "author = \"Ana Prado\"")
        .replace("year = 2000", "year = 1921");
    let third = again(TEXT, &filled);
    assert_eq!((third.work.author.as_str(), third.work.year), ("Ana Prado", 1921));
    assert!(!third.doubts.contains(&Doubt::NoAuthor) && !third.doubts.contains(&Doubt::NoYear));
    assert!(third.doubts.contains(&Doubt::NoRights), "{:?}", third.doubts);
}
