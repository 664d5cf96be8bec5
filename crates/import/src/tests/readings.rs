//! The two readings as a whole. They are not ours to ship, so this runs where somebody has them.

use super::*;

fn reading(stem: &str) -> Imported {
    let folder = std::env::var_os("COMMONPLACE_READINGS").expect("COMMONPLACE_READINGS=FOLDER");
    let name = format!("{stem}.txt");
    let bytes = std::fs::read(std::path::Path::new(&folder).join(&name)).unwrap();
    imported(&name, &bytes)
}

/// Every quote and every question of the author's that ships stands where the book says.
fn agrees_with_the_book(found: &Imported, book: &str) {
    let work = found.work.id.as_str();
    let name = format!("{work}.toml");
    let book: toml::Table = book.parse().unwrap();
    let mut unlike = Vec::new();
    let passages = ["quote", "question"].into_iter().flat_map(|key| book[key].as_array().unwrap());
    for passage in passages.filter(|passage| passage.get("paragraph").is_some()) {
        let text = passage["text"].as_str().unwrap();
        // The book marks where it cuts a question, and leaves out capitals that are for show.
        let text = text.strip_suffix(" …?").unwrap_or(text);
        let number = usize::try_from(passage["paragraph"].as_integer().unwrap()).unwrap();
        let paragraph = found.paragraphs[number - 1].text.replacen("GREAT wars", "Great wars", 1);
        if !paragraph.contains(text) {
            unlike.push(format!(
                "{}: {text}\n  {}",
                passage["id"],
                found.paragraphs[number - 1].text
            ));
        }
    }
    assert!(unlike.is_empty(), "{name}\n{}", unlike.join("\n"));
}

#[test]
#[ignore = "needs the raw readings: COMMONPLACE_READINGS=FOLDER"]
fn guerin_from_the_booklet() {
    let found = reading("guerin-three-problems");
    assert_eq!(
        found.page_order.as_deref().unwrap(),
        [4, 5, 8, 9, 12, 13, 14, 11, 10, 7, 6, 3, 2, 1]
    );
    assert!(
        found.doubts.iter().all(
            |doubt| !doubt.to_string().contains("page") || doubt.to_string().contains("became")
        ),
        "{:?}",
        found.doubts
    );
    assert_eq!(found.paragraphs.len(), 41);
    let sections: Vec<(u16, u16)> =
        found.sections.iter().map(|part| (part.first, part.last)).collect();
    assert_eq!(sections, [(1, 19), (20, 22), (23, 25), (26, 41)]);
    let text = texts(&found).join("\n");
    assert!(text.starts_with("Voline, libertarian chronicler of the Russian revolution"));
    assert!(text.ends_with("the essential features of a libertarian socialism."));
    for mended in [
        "fascism which",
        "the mid-19th",
        "No more the",
        "much more",
        "in a manner",
        "would make do with",
        "and management",
        "below. The",
        "prodigiously. The",
        "time. The",
        "past. The",
        "back… They",
        "ideas… The",
        "post-Proudhonian",
        "private-ownership",
        "far-sightedness",
        "Saint-Simonian",
        "Luxemburgist",
        "Merleau-Ponty",
    ] {
        assert!(text.contains(mended), "{mended}");
    }
    agrees_with_the_book(&found, include_str!("../../../../corpus/guerin-three-problems.toml"));
    parsed(&found);
    assert_eq!(found.paragraphs[1].voice, Voice::Speaker(Some("Voline".to_owned())));
    assert!(found.quotes.len() >= 20 && found.questions.len() >= 3);
}

#[test]
#[ignore = "needs the raw readings: COMMONPLACE_READINGS=FOLDER"]
fn serge_from_the_page() {
    let found = reading("serge-planned-economies");
    assert_eq!(
        (found.work.title.as_str(), found.work.author.as_str()),
        ("Planned Economies and Democracy", "Victor Serge")
    );
    assert_eq!(found.work.translator.as_deref(), Some("Michel Bolsey"));
    let sections: Vec<_> =
        found.sections.iter().map(|part| (part.kind, part.first, part.last)).collect();
    use domain::corpus::SectionKind::{Body, Introduction, Notes};
    assert_eq!(sections, [(Introduction, 1, 2), (Body, 3, 43), (Notes, 44, 57)]);
    let items: Vec<u16> = found
        .paragraphs
        .iter()
        .filter(|p| p.kind == ParagraphKind::Item)
        .map(|p| p.number)
        .collect();
    assert_eq!(items, [28, 29, 30, 31, 32]);
    let editors: Vec<&str> =
        found.notes.iter().filter(|n| n.voice == Voice::Editor).map(|n| n.label.as_str()).collect();
    assert_eq!(editors, ["3", "5", "8", "9"]);
    assert_eq!(found.notes.len(), 14);
    assert!(found.notes.iter().all(|note| note.marked_in.is_some()));
    assert!(
        found.repairs.iter().all(|repair| repair.kind == RepairKind::Character),
        "{:?}",
        found.repairs
    );
    agrees_with_the_book(&found, include_str!("../../../../corpus/serge-planned-economies.toml"));
    parsed(&found);
    assert!(found.quotes.iter().all(|quote| (3..44).contains(&quote.paragraph)));
    assert!(found.quotes.len() >= 30 && found.questions.len() >= 4);
}
