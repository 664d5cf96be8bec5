//! How `/seminar` is typed.

use crate::command::{Body, OptionKind, OptionSpec, Spec, Subcommand, Suggested};

pub(in super::super) static SPEC: Spec = Spec {
    name: "seminar",
    about: "A meeting with an agenda: everybody thinks first, then all answers are shown",
    body: Body::Subcommands(&[
        Subcommand {
            name: "open",
            about: "Draws up an agenda that only you see, to change and to start",
            options: OPEN,
        },
        Subcommand {
            name: "agenda",
            about: "Shows the agenda to its facilitator, to change it",
            options: &[WHICH],
        },
        Subcommand {
            name: "start",
            about: "Invites everybody to the seminar that you drew up",
            options: &[WHICH],
        },
        Subcommand { name: "next", about: "Poses the next question", options: &[WHICH] },
        Subcommand {
            name: "reveal",
            about: "Shows the answers that were hidden so far",
            options: &[WHICH],
        },
        Subcommand {
            name: "status",
            about: "Who joined, how many have answered, how far it is",
            options: &[WHICH],
        },
        Subcommand {
            name: "close",
            about: "Ends the seminar and says what came of it",
            options: &[WHICH],
        },
        Subcommand { name: "join", about: "Puts you on the roster", options: &[WHICH] },
        Subcommand {
            name: "card",
            about: "Shows you the side that you argue in a debate",
            options: &[WHICH],
        },
        Subcommand {
            name: "facilitator",
            about: "Who facilitates, who would, by lot or not; hands over",
            options: FACILITATOR,
        },
        Subcommand {
            name: "recall",
            about: "Asks for another facilitator; nobody is told that it was you",
            options: &[WHICH, OptionSpec::optional("back", "Takes it back", OptionKind::Flag)],
        },
    ]),
};

pub(in super::super) const WHICH: OptionSpec = OptionSpec::optional(
    "seminar",
    "Which one, if there are several",
    OptionKind::Suggested(Suggested::Seminar),
);

const FACILITATOR: &[OptionSpec] = &[
    OptionSpec::optional("volunteer", "Whether you would facilitate yourself", OptionKind::Flag),
    OptionSpec::optional(
        "lot",
        "Whether the lot decides anew for each question; for the facilitator",
        OptionKind::Flag,
    ),
    OptionSpec::optional(
        "member",
        "Hands over to somebody who takes part; for the facilitator",
        OptionKind::Member,
    ),
    WHICH,
];

const OPEN: &[OptionSpec] = &[
    OptionSpec::optional("title", "What it is called", OptionKind::Text(100)),
    OptionSpec::optional(
        "themes",
        "What it is about: one theme or several, with commas",
        OptionKind::Suggested(Suggested::Themes),
    ),
    OptionSpec::optional(
        "work",
        "The work that it is about",
        OptionKind::Suggested(Suggested::Work),
    ),
    OptionSpec::optional(
        "format",
        "How the rounds go; plain if left out",
        OptionKind::OneOf(&[
            ("plain", "plain: everybody answers for themselves"),
            ("debate", "debate: first argue a side that you are dealt, then answer for yourself"),
        ]),
    ),
    OptionSpec::optional(
        "reveal",
        "When answers are shown; sealed if left out",
        OptionKind::OneOf(&[
            ("sealed", "sealed: all at once, when everybody has had time to think"),
            ("live", "live: as they come, anonymous ones at the end"),
        ]),
    ),
    OptionSpec::optional(
        "minutes",
        "Reveals the answers by itself after so many minutes",
        OptionKind::Integer(1, 10_080),
    ),
    OptionSpec::optional(
        "quorum",
        "How many must speak before a statement is adopted; more than half if left out",
        OptionKind::Integer(2, 500),
    ),
    OptionSpec::optional(
        "channel",
        "Where it meets: a channel, a thread or a forum; here if left out",
        OptionKind::Channel,
    ),
];
