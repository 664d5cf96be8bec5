//! Rows for a database, in amounts in which no group would type them.

/// So many answers to settled questions of the group's server,
/// twenty to a question, on eleven themes.
#[must_use]
pub fn answers(many: u32) -> Vec<String> {
    let rounds = many.div_ceil(20);
    vec![
        format!(
            "insert into rounds (id, server, place, request, poser, text, theme, state, posed_at,
                                 settled_at, number)
             with recursive n (i) as (select 1 union all select i + 1 from n where i < {rounds})
             select i, 1, 10 + i % 5, -i, 100,
                    'What follows from passage ' || i || ', and for whom?', {THEME}, 'settled',
                    1600000000000 + i, 1600000000000 + i, i
             from n"
        ),
        format!("insert into numbers (server, kind, last) values (1, 'rounds', {rounds})"),
        // The numbers of answers are random, so that they do not tell an order.
        format!(
            "insert into responses (id, server, round, member, name, text, answered_at, shown)
             with recursive n (i) as (select 1 union all select i + 1 from n where i < {many})
             select i * 2654435761 % 9007199254740881, 1, (i - 1) / 20 + 1, 101 + (i - 1) % 20,
                    'Member ' || (101 + (i - 1) % 20),
                    'I read the passage twice, and the second time it said less than I had hoped '
                    || 'and more than I had feared (' || i || ').', 1600000000000 + i, 1
             from n"
        ),
    ]
}

/// So many schedules, three to a server, all due on another second.
#[must_use]
pub fn schedules(many: u32) -> Vec<String> {
    vec![format!(
        "insert into schedules (server, place, request, maker, time, timezone, next_at, made_at,
                                number)
         with recursive n (i) as (select 1 union all select i + 1 from n where i < {many})
         select 2 + i / 3, 10 + i % 3, -i, 100, '09:00', 'Europe/Berlin',
                1790000000000 + i * 7919 % {many} * 1000, 1600000000000, 1 + i % 3
         from n"
    )]
}

/// So many quotes of works `r1`, `r2` … that the group's channel has been served.
#[must_use]
pub fn servings(many: u32) -> Vec<String> {
    vec![format!(
        "insert into servings (server, place, item, times)
         with recursive n (i) as (select 0 union all select i + 1 from n where i < {many} - 1)
         select 1, 10, 'r' || (1 + i / 200) || '-' || (1 + i % 200), 1 from n"
    )]
}

/// A theme for the row of number `i`.
const THEME: &str =
    "(select value from json_each('[\"spontaneity\",\"power\",\"economy\",\"planning\",
    \"liberty\",\"bureaucracy\",\"thought\",\"institutions\",\"revolution\",\"federation\",
    \"technology\"]') where key = i % 11)";
