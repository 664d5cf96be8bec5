pragma application_id = 1131375981; -- "Comm": this file is ours

-- Times are milliseconds since 1970 in UTC. Every table with a server's data carries the server.

create table settings (
    server       integer primary key,
    facilitators integer,          -- the role that may do what the server's managers may
    timezone     text,
    channel      integer           -- where the bot tells facilitators what is wrong
) strict;

-- What a place has been shown, so that nothing comes twice before the rest has come once.
create table servings (
    server integer not null,
    place  integer not null,
    item   text    not null,       -- the id of a quote or a question
    times  integer not null check (times > 0),
    primary key (server, place, item)
) strict, without rowid;

create table kept (
    server  integer not null,
    member  integer not null,
    quote   text    not null,
    kept_at integer not null,
    primary key (server, member, quote)
) strict, without rowid;

-- A filter with free text does not fit on a button: the button carries its id.
create table filters (
    id     integer primary key,
    server integer not null,
    body   text    not null,
    unique (server, body)
) strict;

-- Which commands Discord has of us, so that they are sent only when they changed.
create table registrations (
    scope  text primary key,
    digest text not null
) strict, without rowid;

create table rounds (
    id         integer primary key autoincrement,
    server     integer not null,
    place      integer not null,
    request    integer not null,   -- the same request twice is one round
    poser      integer not null,
    question   text,               -- its id in the book; null in the poser's own words
    text       text    not null,   -- as it was posed, whatever the book says later
    theme      text,
    state      text    not null check (state in ('open', 'revealed', 'settled')),
    posed_at   integer not null,
    settled_at integer,
    unique (server, request)
) strict;

create index rounds_here on rounds (server, place, state);
create index rounds_by_theme on rounds (server, theme);

create table round_quotes (
    round    integer not null references rounds (id),
    position integer not null,
    quote    text    not null,
    primary key (round, position)
) strict, without rowid;

-- The key of a round's anonymous ties. It goes when the round is settled, and the ties with it.
create table round_keys (
    round integer primary key references rounds (id),
    key   blob not null
) strict;

-- The id is drawn at random and an anonymous row has no times, so neither tells an order.
create table responses (
    id          integer primary key,
    server      integer not null,
    round       integer not null references rounds (id),
    member      integer,           -- null: anonymous
    name        text,              -- the name the member went by
    tie         blob,              -- anonymous, while the round is open: a keyed hash of the member
    text        text    not null,
    answered_at integer,
    edited_at   integer,
    check (member is null or tie is null),
    check ((member is null) = (answered_at is null)),
    check ((member is null) = (name is null))
) strict;

create unique index responses_named on responses (round, member) where member is not null;
create unique index responses_tied on responses (round, tie) where tie is not null;

-- An answer whose round is still to be chosen. It names no member: only its button knows the id.
create table drafts (
    id         integer primary key,
    server     integer not null,
    place      integer not null,
    text       text    not null,
    anonymous  integer not null,
    expires_at integer not null
) strict;

create table schedules (
    id         integer primary key autoincrement,
    server     integer not null,
    place      integer not null,   -- where the quote goes
    request    integer not null,
    maker      integer not null,
    time       text    not null,   -- HH:MM in the time zone
    timezone   text    not null,
    theme      text,
    author     text,
    work       text,
    next_at    integer not null,
    made_at    integer not null,
    removed_at integer,
    unique (server, request)
) strict;

create index schedules_due on schedules (next_at) where removed_at is null;

create table deliveries (
    id        integer primary key autoincrement,
    schedule  integer not null references schedules (id),
    server    integer not null,
    slot      text    not null,    -- the local date, or `now:` and the request
    due_at    integer not null,
    seed      integer not null,
    quote     text,
    state     text    not null check (state in ('due', 'posted', 'missed', 'failed')),
    posted_at integer,
    problem   text,
    unique (schedule, slot)
) strict;

-- What has to happen elsewhere. A row is claimed before it is published and goes when confirmed.
create table outbox (
    id      integer primary key autoincrement,
    server  integer not null,
    kind    text    not null check (kind in ('post', 'edit', 'delete', 'thread')),
    subject text,                  -- what the message shows
    effect  text    not null,
    due_at  integer not null,
    claimed integer not null default 0,   -- somebody is at it
    unsure  integer not null default 0,   -- it may have gone out already: look before sending
    tries   integer not null default 0,
    made_at integer not null
) strict;

-- Of several edits of one message only the newest waits.
create unique index outbox_edits on outbox (subject) where kind = 'edit' and claimed = 0;
create index outbox_due on outbox (due_at) where claimed = 0;
create index outbox_busy on outbox (server) where claimed = 1;

-- Where a message stands that may have to be edited.
create table messages (
    subject text primary key,
    server  integer not null,
    place   integer not null,
    message integer not null
) strict, without rowid;
