//! A seminar with a date in the console: its event is a line, and its clock brings reminder and start.

use crate::console::program::ConsoleHarness;

const MEETING: &str = "\
@fay /seminar open title:Power themes:power at:\"tomorrow 19:00\" timezone:Europe/Paris
@ben press \"I'll come\"
@cleo press \"I'll come\"
@cleo press \"I can't come\"
wait 22h
; It is 16:00 in UTC, one hour before.
wait 2h
@fay press Start
@fay /seminar close
@fay press \"Close it\"
";

#[test]
fn a_meeting_is_announced_reminded_of_and_started() {
    let said = ConsoleHarness::new().plays_of_the_book(MEETING);
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("{words}: {said}"));
    let course = [
        "Meeting: Power",
        "Event “Power”, Sat 2 May 2026 17:00",
        "Power starts",
        "It is time for Power",
        "The seminar has started.",
        "Summary: Power",
        "This meeting is over.",
    ];
    for pair in course.windows(2) {
        assert!(at(pair[0]) < at(pair[1]), "{pair:?}: {said}");
    }
    let reminder = said[at("Power starts")..].split("I can't come").next().unwrap();
    assert!(reminder.contains("ben") && !reminder.contains("cleo"), "{reminder}");
}

#[test]
fn a_meeting_starts_by_itself_is_moved_and_called_off() {
    let script = "\
@fay /seminar open title:Power themes:power at:\"tomorrow 19:00\" start:itself
@fay /seminar move at:\"in 2 days 19:00\"
wait 3d
@fay /seminar status
@fay /seminar close
@fay press \"Close it\"
@fay /seminar open title:Liberty themes:liberty at:\"tomorrow 19:00\"
@fay press Discard
@fay press \"Discard it\"
";
    let said = ConsoleHarness::new().plays_of_the_book(script);
    for words in ["is moved to", "No question has been posed yet", "This meeting is cancelled"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}
