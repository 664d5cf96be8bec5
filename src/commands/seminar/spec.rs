//! How `/seminar` is typed.

use crate::command::{Body, OptionKind, OptionSpec, Spec, Subcommand, Suggested};

pub(in super::super) static SPEC: Spec = Spec {
    name: "seminar",
    body: Body::Subcommands(&[
        Subcommand { name: "open", options: OPEN },
        Subcommand { name: "agenda", options: &[WHICH] },
        Subcommand { name: "move", options: MOVE },
        Subcommand { name: "start", options: &[WHICH] },
        Subcommand { name: "next", options: &[WHICH] },
        Subcommand { name: "reveal", options: &[WHICH] },
        Subcommand { name: "status", options: &[WHICH] },
        Subcommand {
            name: "close",
            options: &[WHICH, OptionSpec::optional("revisit", OptionKind::Delay)],
        },
        Subcommand { name: "join", options: &[WHICH] },
        Subcommand { name: "card", options: &[WHICH] },
        Subcommand { name: "facilitator", options: FACILITATOR },
        Subcommand { name: "recall", options: RECALL },
        Subcommand {
            name: "revisit",
            options: &[OptionSpec::optional(
                "seminar",
                OptionKind::Suggested(Suggested::AnySeminar),
            )],
        },
    ]),
};

pub(in super::super) const WHICH: OptionSpec =
    OptionSpec::optional("seminar", OptionKind::Suggested(Suggested::Seminar));

const RECALL: &[OptionSpec] = &[
    OptionSpec::optional("over", OptionKind::Suggested(Suggested::TakeDown)),
    WHICH,
    OptionSpec::optional("back", OptionKind::Flag),
];

const FACILITATOR: &[OptionSpec] = &[
    OptionSpec::optional("volunteer", OptionKind::Flag),
    OptionSpec::optional("lot", OptionKind::Flag),
    OptionSpec::optional("member", OptionKind::Member),
    WHICH,
];

const AT: OptionSpec = OptionSpec::optional("at", OptionKind::Suggested(Suggested::Moment));
const ZONE: OptionSpec =
    OptionSpec::optional("timezone", OptionKind::Suggested(Suggested::TimeZone));
const START: OptionSpec = OptionSpec::optional("start", OptionKind::OneOf(&["asks", "itself"]));

const MOVE: &[OptionSpec] = &[AT, ZONE, START, WHICH];

const OPEN: &[OptionSpec] = &[
    OptionSpec::optional("title", OptionKind::Text(100)),
    AT,
    ZONE,
    START,
    OptionSpec::optional("plan", OptionKind::Suggested(Suggested::Plan)),
    OptionSpec::optional("themes", OptionKind::Suggested(Suggested::Themes)),
    OptionSpec::optional("work", OptionKind::Suggested(Suggested::Work)),
    OptionSpec::optional("format", OptionKind::OneOf(&["plain", "debate"])),
    OptionSpec::optional("reveal", OptionKind::OneOf(&["sealed", "live"])),
    OptionSpec::optional("questions", OptionKind::Integer(1, 9)),
    OptionSpec::optional("length", OptionKind::Integer(15, 480)),
    OptionSpec::optional("minutes", OptionKind::Integer(1, 10_080)),
    OptionSpec::optional("quorum", OptionKind::Integer(2, 500)),
    OptionSpec::optional("channel", OptionKind::Channel),
];
