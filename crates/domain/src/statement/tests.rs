use proptest::prelude::*;

use super::*;

fn statement(agree: usize, aside: usize, object: usize, quorum: usize) -> Statement {
    let objection = Objection {
        id: ObjectionId(1),
        name: None,
        reason: "No.".to_owned(),
        taken_down: None,
        version: 1,
    };
    Statement {
        id: StatementId(1),
        round: RoundNumber(1),
        proposer: MemberId(1),
        versions: Vec::new(),
        state: StatementState::Proposed,
        agree,
        aside,
        objections: vec![objection; object],
        quorum,
    }
}

fn version(number: u32, text: &str) -> Version {
    let (text, name) = (text.to_owned(), "Ana".to_owned());
    Version { number, text, name, made_at: Timestamp::UNIX_EPOCH }
}

#[test]
fn enough_must_speak_and_nobody_object() {
    for (agree, aside, object, quorum, verdict) in [
        (1, 0, 0, 2, Verdict::Open(1)),
        (1, 1, 0, 2, Verdict::Agreed),
        (5, 0, 0, 2, Verdict::Agreed),
        (1, 0, 1, 2, Verdict::Blocked),
        (1, 0, 1, 4, Verdict::Open(2)),
        (0, 0, 3, 2, Verdict::Blocked),
        // All let it pass, and nobody wants it.
        (0, 4, 0, 3, Verdict::Open(1)),
        (0, 1, 0, 3, Verdict::Open(2)),
    ] {
        let it = statement(agree, aside, object, quorum);
        assert_eq!(it.verdict(), verdict, "{agree} {aside} {object} of {quorum}");
    }
}

#[test]
fn nobody_consents_to_words_they_have_not_read() {
    let object = Position::Object { reason: "No.".to_owned(), named: false };
    let mut it = statement(1, 0, 0, 2);
    it.versions = vec![version(1, ""), version(2, "")];
    for (position, read, takes) in [
        (Some(&Position::Agree), 2, true),
        (Some(&Position::Agree), 1, false),
        (Some(&Position::Aside), 2, true),
        (Some(&Position::Aside), 1, false),
        (Some(&object), 1, true),
        (None, 1, true),
    ] {
        assert_eq!(it.takes(position, read), takes, "{position:?} on version {read}");
    }
}

#[test]
fn nobody_overwrites_words_they_have_not_read() {
    let mut it = statement(1, 0, 0, 2);
    it.versions = vec![version(1, "Councils."), version(2, "Free councils.")];
    for (read, text, becomes) in [
        (2, "Unions.", Rewording::Next(3)),
        (1, "Unions.", Rewording::Conflict),
        (3, "Unions.", Rewording::Conflict),
        (2, "Councils.", Rewording::Next(3)),
        (2, "Free councils.", Rewording::Same),
        (1, "Free councils.", Rewording::Same),
    ] {
        assert_eq!(it.reword(read, text), becomes, "{text} on version {read}");
    }
    assert_eq!([0, 1, 2, 7].map(|version| it.version_voted_on(version)), [1, 1, 2, 2]);
}

#[test]
fn who_has_not_voted_is_counted_and_never_less_than_none() {
    let it = statement(6, 1, 1, 3);
    assert_eq!([it.not_voted(12), it.not_voted(8), it.not_voted(5)], [4, 0, 0]);
}

#[test]
fn the_end_follows_from_what_was_said() {
    use StatementState::{Adopted, Dissent, Without};
    for (agree, aside, object, quorum, left, over) in [
        (3, 0, 0, 3, Adopted, Adopted),
        (2, 0, 0, 3, Without, Without),
        (3, 0, 1, 3, Without, Dissent),
        (2, 0, 2, 3, Without, Without),
        (1, 5, 1, 3, Without, Without),
        (2, 0, 1, 4, Without, Without),
        (0, 3, 0, 3, Without, Without),
    ] {
        let it = statement(agree, aside, object, quorum);
        let said = format!("{agree} {aside} {object} of {quorum}");
        assert_eq!((it.ending(false), it.ending(true)), (left, over), "{said}");
        assert_eq!(it.outweighs(), over == Dissent, "{said}");
    }
}

/// Both wordings as far as their words go, read off the changes.
fn read(changes: &[Change]) -> (String, String) {
    let (mut old, mut new) = (String::new(), String::new());
    for change in changes {
        match change {
            Change::Kept(words) => {
                old.push_str(words);
                new.push_str(words);
            }
            Change::Removed(words) => old.push_str(words),
            Change::Added(words) => new.push_str(words),
            Change::Gap => {}
        }
    }
    let bare = |text: String| text.split_whitespace().collect::<String>();
    (bare(old), bare(new))
}

fn written(changes: &[Change]) -> String {
    let piece = |change: &Change| match change {
        Change::Kept(words) => words.clone(),
        Change::Removed(words) => format!("[-{words}-]"),
        Change::Added(words) => format!("{{+{words}+}}"),
        Change::Gap => "… ".to_owned(),
    };
    changes.iter().map(piece).collect()
}

#[test]
fn what_changed_is_told_word_by_word() {
    for (old, new, told) in [
        ("Nobody should.", "Nobody should.", "Nobody should."),
        ("Nobody should.", "Nobody should rule.", "Nobody should {+rule+}."),
        ("Nobody should rule.", "Nobody should.", "Nobody should [-rule-]."),
        ("All must obey.", "All may obey.", "All [-must -]{+may +}obey."),
        ("We do.", "All of us do.", "[-We -]{+All of us +}do."),
        ("One. Two.", "One.\n\nTwo.", "One.\n\nTwo."),
        ("First this then that", "First this, then that", "First this{+, +}then that"),
        ("One. Two.", "Two.", "[-One. -]Two."),
        ("誰も支配しない", "誰も支配する", "誰も支配[-しない -]{+する+}"),
    ] {
        assert_eq!(written(&changes(old, new)), told, "{old} → {new}");
    }
}

#[test]
fn what_is_far_from_a_change_is_left_out() {
    let old = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
    let new = old.replace(" m ", " M ");
    let short = shortened(changes(old, &new), 3);
    assert_eq!(written(&short), "… j k l [-m -]{+M +}n o p … ");
    let short = shortened(changes("one two three four", "one two 3 four"), 3);
    assert_eq!(written(&short), "one two [-three -]{+3 +}four");
}

proptest! {
    #[test]
    fn nothing_is_adopted_over_those_who_object(
        agree in 0_usize..9, aside in 0_usize..9, object in 0_usize..9, quorum in 1_usize..9,
    ) {
        let it = statement(agree, aside, object, quorum);
        for over in [false, true] {
            let end = it.ending(over);
            if end == StatementState::Adopted {
                prop_assert!(object == 0 && agree > 0 && agree + aside >= quorum);
            }
            if end == StatementState::Dissent {
                prop_assert!(over && object > 0 && agree > object);
                prop_assert!(agree + aside + object >= quorum);
            }
        }
        prop_assert!(it.ending(false) != StatementState::Dissent);
    }

    #[test]
    fn one_voice_more_for_it_never_does_harm(
        agree in 0_usize..9, aside in 0_usize..9, object in 0_usize..9, quorum in 1_usize..9,
    ) {
        let missing = |it: Statement| match it.verdict() {
            Verdict::Open(missing) => missing,
            Verdict::Blocked | Verdict::Agreed => 0,
        };
        let before = missing(statement(agree, aside, object, quorum));
        prop_assert!(missing(statement(agree + 1, aside, object, quorum)) <= before);
    }

    #[test]
    fn both_wordings_can_be_read_off_the_changes(old in "(?s).{0,60}", new in "(?s).{0,60}") {
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let (was, is) = read(&changes(&old, &new));
        prop_assert_eq!((was, is), (bare(&old), bare(&new)));
    }

    #[test]
    fn few_words_changed_are_told_too(old in "[ab ,.\n]{0,40}", new in "[ab ,.\n]{0,40}") {
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let told = changes(&old, &new);
        let (was, is) = read(&told);
        prop_assert_eq!((was, is), (bare(&old), bare(&new)));
        for change in shortened(told, 2) {
            if let Change::Kept(words) | Change::Added(words) | Change::Removed(words) = change {
                prop_assert!(!words.is_empty());
            }
        }
    }
}
