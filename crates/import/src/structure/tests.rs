use super::*;
use crate::block::BlockKind;
use crate::block::Place;
use crate::doubt::Doubt;

fn blocks(texts: &[&str]) -> Vec<Block> {
    let block = |text: &&str| Block::new(BlockKind::Paragraph, *text, Place::default());
    texts.iter().map(block).collect()
}

const LONG: &str = "It was late when they set out, and nobody had thought of the road.";

fn built(texts: &[&str], author: Option<&str>) -> Structure {
    build(blocks(texts), Vec::new(), author).unwrap()
}

#[test]
fn sections_items_and_a_quotation() {
    let made = built(
        &[
            "Otto, keeper of the road, writes:",
            "“The road is long, and nobody keeps it but I.”",
            "Three questions remain:",
            "1. Who keeps the road, and for whom does he keep it?",
            "2. Who pays him?",
            "1. The Keepers",
            LONG,
            "2. The Road",
            LONG,
        ],
        None,
    );
    let parts: Vec<(&str, u16, u16)> =
        made.parts.iter().map(|part| (part.title.as_str(), part.first, part.last)).collect();
    assert_eq!(parts, [("Beginning", 1, 5), ("The Keepers", 6, 6), ("The Road", 7, 7)]);
    assert_eq!(made.paragraphs[1].voice, Voice::Speaker(Some("Otto".to_owned())));
    assert_eq!(made.paragraphs[3].label.as_deref(), Some("1"));
    assert_eq!(made.paragraphs[4].text, "Who pays him?");
    assert_eq!(made.paragraphs[4].kind, ParagraphKind::Item);
}

#[test]
fn an_introduction_and_notes() {
    let made = built(
        &[
            "One of the least known works of Quill’s last years, this was never published.",
            "The manuscript was translated by Bert Inkwell, and has been heavily edited.",
            "ROADS are kept by those [1] who walk them. [2] So it was said [sic] of old.",
            LONG,
            LONG,
            LONG,
            "1. Whoever that is. [The keeper’s sons.]",
            "2. See above. [Editor’s note]",
            "3. A page is missing: note in Quill’s hand.",
        ],
        Some("Ada Quill"),
    );
    let kinds: Vec<SectionKind> = made.parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds, [SectionKind::Introduction, SectionKind::Body, SectionKind::Notes]);
    let text = &made.paragraphs[2];
    assert_eq!(text.text, "ROADS are kept by those who walk them. So it was said [sic] of old.");
    assert_eq!(
        text.marks,
        [Mark { label: "1".into(), after: 23 }, Mark { label: "2".into(), after: 38 },]
    );
    let notes: Vec<_> = made
        .notes
        .iter()
        .map(|note| (note.label.as_str(), note.marked_in, note.voice.clone(), note.has_addition))
        .collect();
    assert_eq!(
        notes,
        [
            ("1", Some(3), Voice::Author, true),
            ("2", Some(3), Voice::Editor, false),
            ("3", None, Voice::Editor, false),
        ]
    );
    assert_eq!(made.doubts, [Doubt::NotesWithoutMark(vec!["3".to_owned()])]);
}

#[test]
fn a_numbered_list_at_the_end_is_no_apparatus() {
    let made =
        built(&[LONG, LONG, "1. The first of them is this.", "2. The second is that."], None);
    assert!(made.notes.is_empty());
    assert_eq!(made.paragraphs.len(), 4);
}
