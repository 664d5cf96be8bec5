//! How `/daily` is typed.

use crate::command::{Body, OptionKind, OptionSpec, Spec, Subcommand, Suggested};

pub(in super::super) static SPEC: Spec = Spec {
    name: "daily",
    about: "A quote every day: when, where and which",
    body: Body::Subcommands(&[
        Subcommand { name: "add", about: "Posts a quote every day from now on", options: ADD },
        Subcommand {
            name: "list",
            about: "Every daily of this server, and how it is doing",
            options: &[],
        },
        Subcommand {
            name: "preview",
            about: "The coming times of a daily, and what the clocks do to them",
            options: &[
                WHICH,
                OptionSpec::optional(
                    "count",
                    "How many; 10 if left out",
                    OptionKind::Integer(1, 25),
                ),
                OptionSpec::optional("from", "From this date on: 2027-03-20", OptionKind::Text(10)),
            ],
        },
        Subcommand {
            name: "pause",
            about: "Lets a daily rest until it is resumed",
            options: &[WHICH],
        },
        Subcommand {
            name: "resume",
            about: "Lets a paused daily go on; else takes back its skipped dates",
            options: &[WHICH],
        },
        Subcommand {
            name: "skip",
            about: "Leaves out the next date, or one, or a range of dates, for holidays",
            options: &[
                WHICH,
                OptionSpec::optional(
                    "from",
                    "The first date to skip: 2026-12-24; the next one if left out",
                    OptionKind::Text(10),
                ),
                OptionSpec::optional(
                    "until",
                    "The last date to skip: 2027-01-06; only one if left out",
                    OptionKind::Text(10),
                ),
            ],
        },
        Subcommand { name: "remove", about: "Ends a daily", options: &[WHICH] },
        Subcommand {
            name: "now",
            about: "Posts one right now, besides the daily ones",
            options: &[WHICH],
        },
    ]),
};

const ADD: &[OptionSpec] = &[
    OptionSpec::required("time", "When, such as 9:00, 9am or 21h30", OptionKind::Text(20)),
    OptionSpec::optional(
        "timezone",
        "In which time zone; this server's if left out",
        OptionKind::Suggested(Suggested::TimeZone),
    ),
    OptionSpec::optional(
        "days",
        "On which days: daily, weekdays, weekends or mon,wed,fri",
        OptionKind::Text(80),
    ),
    OptionSpec::optional("theme", "Only about this theme", OptionKind::Suggested(Suggested::Theme)),
    OptionSpec::optional("work", "Only from this work", OptionKind::Suggested(Suggested::Work)),
    OptionSpec::optional(
        "author",
        "Only in this author's words",
        OptionKind::Suggested(Suggested::Author),
    ),
    OptionSpec::optional(
        "channel",
        "Where; here if left out. A forum gets a post a day",
        OptionKind::Channel,
    ),
    OptionSpec::optional("role", "A role to ping with each quote", OptionKind::Role),
    OptionSpec::optional("thread", "Whether to open a thread under each quote", OptionKind::Flag),
];

const WHICH: OptionSpec = OptionSpec::optional(
    "schedule",
    "Which daily; not needed if there is only one",
    OptionKind::Suggested(Suggested::Schedule),
);
