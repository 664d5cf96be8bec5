use proptest::prelude::*;

use super::*;
use crate::block::{BlockKind, Line};

fn block(text: &str) -> Block {
    let mut lines = text.split('\n');
    let place = Place { page: None, line: 1 };
    let mut block = Block::new(BlockKind::Paragraph, lines.next().unwrap_or_default(), place);
    for (index, text) in lines.enumerate() {
        let place = Place { page: None, line: index + 2 };
        block.push(&Line { place, text: text.into(), style: None });
    }
    block
}

/// A text in which words have run together beyond doubt.
const RUN_TOGETHER: &str = "socialismwhich rose, couldmake itself known, andgovernment too";

fn mended(text: &str, english: bool) -> String {
    let mut blocks = [block(text), block(RUN_TOGETHER)];
    repair(&mut blocks, english, true);
    blocks[0].text.clone()
}

#[test]
fn what_is_mended() {
    for (text, expected) in [
        // Split over lines.
        ("the supposed “free enter-\nprise”, behind", "the supposed “free enterprise”, behind"),
        ("in aman-\nner even", "in a manner even"),
        ("forms andman-\nagement borrowed", "forms and management borrowed"),
        ("repudiated post- Proudho-\nnian ways", "repudiated post-Proudhonian ways"),
        ("no so\u{AD}\nciety", "no society"),
        ("the Luxem-\nburgist view", "the Luxemburgist view"),
        ("end of the line\nand the next", "end of the line and the next"),
        // Real hyphens stay.
        ("and private-\nownership would", "and private-ownership would"),
        (
            "its far-sightedness, far-\nsightedness indeed",
            "its far-sightedness, far-sightedness indeed",
        ),
        ("the Saint-\nSimonian school", "the Saint-Simonian school"),
        ("a self-\ngoverning town", "a self-governing town"),
        ("pre- and post-war years", "pre- and post-war years"),
        // Run together.
        ("nationalism and fascismwhich rise", "nationalism and fascism which rise"),
        ("that wouldmake dowith one", "that would make do with one"),
        ("roughly, themid-19th century", "roughly, the mid-19th century"),
        ("at last. Nomore the dithering", "at last. No more the dithering"),
        ("under theState of old", "under the State of old"),
        // Whole.
        ("Luxemburgist Merleau-Ponty spoke", "Luxemburgist Merleau-Ponty spoke"),
        ("Messrs Nowell, Atwood, Inman and McDonald", "Messrs Nowell, Atwood, Inman and McDonald"),
        ("nothin’ doin’ there", "nothin’ doin’ there"),
        (
            "laisser faire, laisser passer, habeas corpus",
            "laisser faire, laisser passer, habeas corpus",
        ),
        // Sentences.
        ("from below.The most", "from below. The most"),
        ("back…They cannot", "back… They cannot"),
        ("he said “no.”Then he", "he said “no.” Then he"),
        ("the U.S.A. and Ph.D.s in 3.5 ways", "the U.S.A. and Ph.D.s in 3.5 ways"),
        ("see example.Com or e.g.The", "see example.Com or e.g.The"),
        ("the name Example.Group.id in main.C here", "the name Example.Group.id in main.C here"),
        // Characters.
        ("the ﬁrst oﬃce of co\u{AD}operation\u{A0}now", "the first office of cooperation now"),
        ("Gue\u{301}rin", "Guérin"),
    ] {
        assert_eq!(mended(text, true), expected);
    }
}

#[test]
fn other_languages_keep_their_words() {
    for text in ["Quoi\u{A0}? Il vint\u{A0}!", "Staatsangehörigkeitsgesetz und dowith"] {
        assert_eq!(mended(text, false), text);
    }
}

#[test]
fn repairs_tell_what_they_did() {
    let mut blocks =
        [block("one line\nand fascismwhich rose be-\nfore.The end"), block(RUN_TOGETHER)];
    let told: Vec<String> = repair(&mut blocks, true, true)
        .into_iter()
        .filter(|repair| repair.place.line > 1)
        .map(|repair| format!("{}: {} > {}", repair.place.line, repair.before, repair.after))
        .collect();
    assert_eq!(
        told,
        [
            "2: be-|fore.The > before.The",
            "2: fascismwhich > fascism which",
            "3: before.The > before. The",
        ]
    );
}

#[test]
fn a_text_that_never_ran_together_is_left_alone() {
    for text in [
        "The keeper awaked before the others; her indifferences were ahistorically infolds.",
        "\"[w]herever\" she went, socities of the injust themid rose",
    ] {
        let mut blocks = [block(text)];
        assert!(repair(&mut blocks, true, true).is_empty(), "{text}");
        let mut blocks = [block(text), block(RUN_TOGETHER)];
        repair(&mut blocks, true, false);
        assert_eq!(blocks[0].text, text, "marked-up text has no lines that run together");
    }
}

#[test]
fn addresses_and_a_few_strange_words_in_a_long_text_did_not_run_together() {
    let mut blocks = [
        block("see roads.example/thefatal/road and mail itto@thestate.example"),
        block(RUN_TOGETHER),
    ];
    let told = repair(&mut blocks, true, true);
    assert!(told.iter().all(|repair| !repair.before.contains("example")), "{told:?}");
    let long = "The road was long and nobody knew it. ".repeat(6_000);
    let mut blocks = [block(&long), block(RUN_TOGETHER)];
    assert!(repair(&mut blocks, true, true).iter().all(|r| r.kind != RepairKind::RunTogether));
}

#[test]
fn what_is_not_certain_is_a_doubt() {
    let mut blocks = [block("in amanner of speaking"), block(RUN_TOGETHER)];
    let doubtful: Vec<String> = repair(&mut blocks, true, true)
        .into_iter()
        .filter(|repair| repair.doubtful)
        .map(|repair| repair.after)
        .collect();
    assert_eq!(doubtful, ["a manner"]);
}

proptest! {
    #[test]
    fn no_letter_is_lost_or_invented(text in "[a-zA-Zé .,…’“”\\n-]{0,200}", english in any::<bool>()) {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let after = mended(&text, english);
        prop_assert_eq!(letters(&after), letters(&text));
        prop_assert!(!after.contains('\n'));
    }

    #[test]
    fn anything_can_be_mended(text in any::<String>()) {
        let mut blocks = [block(&text)];
        for repair in repair(&mut blocks, true, true) {
            prop_assert_ne!(repair.before, repair.after);
        }
        prop_assert!(blocks[0].lines.iter().all(|(at, _)| *at <= blocks[0].text.len()));
    }
}
