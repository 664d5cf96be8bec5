//! How `/daily` is typed.

use crate::command::{Body, OptionKind, OptionSpec, Spec, Subcommand, Suggested};

pub(in super::super) static SPEC: Spec = Spec {
    name: "daily",
    body: Body::Subcommands(&[
        Subcommand { name: "add", options: ADD },
        Subcommand { name: "list", options: &[] },
        Subcommand {
            name: "preview",
            options: &[
                WHICH,
                OptionSpec::optional("count", OptionKind::Integer(1, 25)),
                OptionSpec::optional("from", OptionKind::Date),
            ],
        },
        Subcommand { name: "pause", options: &[WHICH] },
        Subcommand { name: "resume", options: &[WHICH] },
        Subcommand {
            name: "skip",
            options: &[
                WHICH,
                OptionSpec::optional("from", OptionKind::Date),
                OptionSpec::optional("until", OptionKind::Date),
            ],
        },
        Subcommand { name: "remove", options: &[WHICH] },
        Subcommand { name: "now", options: &[WHICH] },
    ]),
};

const ADD: &[OptionSpec] = &[
    OptionSpec::required("time", OptionKind::Time),
    OptionSpec::optional("timezone", OptionKind::Suggested(Suggested::TimeZone)),
    OptionSpec::optional("days", OptionKind::Days),
    OptionSpec::optional("kind", OptionKind::OneOf(&["quote", "pair"])),
    OptionSpec::optional("theme", OptionKind::Suggested(Suggested::Theme)),
    OptionSpec::optional("work", OptionKind::Suggested(Suggested::Work)),
    OptionSpec::optional("author", OptionKind::Suggested(Suggested::Author)),
    OptionSpec::optional("channel", OptionKind::Channel),
    OptionSpec::optional("role", OptionKind::Role),
    OptionSpec::optional("thread", OptionKind::Flag),
];

const WHICH: OptionSpec =
    OptionSpec::optional("schedule", OptionKind::Suggested(Suggested::Schedule));
