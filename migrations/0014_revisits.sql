-- One question of a closed seminar is asked again weeks later, to learn how minds have moved.

create table revisits (
    round    integer primary key references rounds (id),
    server   integer not null,
    seminar  integer not null references seminars (id),
    state    text    not null check (state in ('planned', 'open', 'closed')),
    since    integer not null,     -- when it came into this state
    next_at  integer,              -- when it goes on to the next
    asked_at integer,
    same     integer,              -- how many of at least five; null where fewer have answered
    somewhat integer,
    changed  integer,
    check ((state = 'closed') = (next_at is null)),
    check ((state = 'planned') = (asked_at is null)),
    check ((same is null) = (somewhat is null) and (same is null) = (changed is null)),
    check (same is null or state = 'closed')
) strict;

create index revisits_due on revisits (next_at) where next_at is not null;
create index revisits_of_seminar on revisits (server, seminar);

-- The passages that were named as a reason, once it is closed.
create table revisit_passages (
    round  integer not null references revisits (round),
    server integer not null,
    quote  text    not null,
    times  integer,                -- null where it was named once or twice
    primary key (round, quote)
) strict, without rowid;

-- What members say, while it is open. Nothing of it is left afterwards.
create table second_thoughts (
    id      integer primary key,
    server  integer not null,
    round   integer not null references revisits (round),
    tie     blob    not null,      -- a keyed hash of the member
    mind    text    not null check (mind in ('same', 'somewhat', 'changed')),
    passage text,
    reason  text,
    unique (round, tie)
) strict;

-- What the keys of these hashes are called in the file beside the database.
create table revisit_keys (
    round  integer primary key references revisits (round),
    key_id blob not null
) strict;

-- Without these a long record is exported, and read, ever more slowly: each question looked through the
-- votes and the participants of all others.
create index voices_of_statement on voices (statement);
create index roster_of_seminar on roster (seminar);
