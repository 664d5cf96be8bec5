-- The seminar: its agenda, its roster, its rounds; statements, weighing, the queue.

create table seminars (
    id          integer primary key autoincrement,
    server      integer not null,
    place       integer not null,  -- the channel, thread or forum it meets in
    kind        text    not null
        check (kind in ('channel', 'announcements', 'thread', 'forum', 'other')),
    request     integer not null,  -- the same request twice is one seminar
    title       text    not null,
    format      text    not null check (format in ('plain', 'debate')),
    reveal      text    not null check (reveal in ('sealed', 'live')),
    minutes     integer,           -- after which a round is revealed by itself
    quorum      integer,           -- how many must speak to a statement; null: more than half
    themes      text    not null,  -- what its questions are drawn from: ids, as JSON …
    work        text,              -- … and the one work, if it is about one
    opener      integer not null,
    facilitator integer,           -- null: nobody, until somebody volunteers
    name        text,              -- the name the facilitator goes by
    lot         integer not null default 0,   -- the facilitator is drawn anew for each round
    drawn       integer not null default 0,   -- … and was drawn for the first already
    state       text    not null check (state in ('draft', 'open', 'closed')),
    made_at     integer not null,
    opened_at   integer,
    closed_at   integer,
    unique (server, request)
) strict;

create index seminars_here on seminars (server, state, place);

-- The key of a seminar's unnamed participants. It goes when the seminar is closed.
create table seminar_keys (
    seminar integer primary key references seminars (id),
    key     blob not null
) strict;

alter table rounds add column seminar integer references seminars (id);
-- Outside a seminar, and in a live one, named answers are shown as they come.
alter table rounds add column reveal text not null default 'live'
    check (reveal in ('sealed', 'live'));
alter table rounds add column reveal_at integer;    -- when it is revealed by itself
alter table rounds add column revealed_at integer;
alter table rounds add column awaited integer not null default 0;   -- how many had joined before
-- In a debate a member first argues their card, then answers in their own name.
alter table rounds add column part text not null default 'own' check (part in ('card', 'own'));
alter table rounds add column problem text;         -- of the book, in a debate

create index rounds_of_seminar on rounds (seminar) where seminar is not null;
create index rounds_due on rounds (reveal_at) where reveal_at is not null;

create table agenda (
    id       integer primary key autoincrement,
    seminar  integer not null references seminars (id),
    server   integer not null,
    position integer not null,
    question text,                 -- its id in the book; null in the facilitator's own words
    problem  text,                 -- of the book, in a debate
    text     text    not null,
    theme    text,
    round    integer references rounds (id)   -- once it is posed
) strict;

create index agenda_of_seminar on agenda (seminar, position);

-- Who takes part. Who has only answered without a name stands here without one as well: a keyed
-- hash, and no time. The id is drawn at random.
create table roster (
    id         integer primary key,
    seminar    integer not null references seminars (id),
    server     integer not null,
    member     integer,
    name       text,
    tie        blob,
    joined_at  integer,
    eligible   integer not null default 0,    -- may facilitate, by the server's settings
    volunteers integer not null default 0,
    spoken     integer not null default 0,    -- turns taken in the queue
    check (member is null or tie is null),
    check ((member is null) = (joined_at is null)),
    check ((member is null) = (name is null))
) strict;

create unique index roster_named on roster (seminar, member) where member is not null;
create unique index roster_tied on roster (seminar, tie) where tie is not null;

-- Who wants another facilitator. These go with the facilitator they are about.
create table recalls (
    seminar integer not null references seminars (id),
    server  integer not null,
    member  integer not null,
    primary key (seminar, member)
) strict, without rowid;

-- Who was recalled: the lot does not fall on them again, nor can they take it up by themselves.
create table recalled (
    seminar integer not null references seminars (id),
    server  integer not null,
    member  integer not null,
    primary key (seminar, member)
) strict, without rowid;

-- Who wants to speak; the ids tell who asked first.
create table queue (
    id       integer primary key autoincrement,
    seminar  integer not null references seminars (id),
    server   integer not null,
    member   integer not null,
    name     text    not null,
    speaking integer not null default 0,
    request  integer,              -- what gave them the turn; the same twice gives one
    unique (seminar, member)
) strict;

-- The stance that a member argues for one item of a debate's agenda. It goes when the round is
-- settled: a card that only one member holds would tell who wrote its argument.
create table cards (
    item   integer not null references agenda (id),
    server integer not null,
    member integer not null,
    stance text    not null,
    primary key (item, member)
) strict, without rowid;

alter table responses add column part text not null default 'own' check (part in ('card', 'own'));
alter table responses add column stance text;              -- what it argues, in a debate
alter table responses add column pair integer;             -- the same member's other part
alter table responses add column shown integer not null default 0;   -- with the revealed answers
alter table responses add column source_place integer;     -- the message that it was, if it was one
alter table responses add column source_message integer;

drop index responses_named;
drop index responses_tied;
create unique index responses_named on responses (round, part, member) where member is not null;
create unique index responses_tied on responses (round, part, tie) where tie is not null;
create index responses_of_round on responses (round);

-- What members think of others' answers. The id is drawn at random; the tie goes when the round
-- is settled.
create table weighings (
    id       integer primary key,
    server   integer not null,
    round    integer not null references rounds (id),
    response integer not null references responses (id) on delete cascade,
    tie      blob,
    opinion  text    not null check (opinion in ('agree', 'pass', 'disagree'))
) strict;

create unique index weighings_tied on weighings (response, tie) where tie is not null;
create index weighings_of_round on weighings (round);

create table statements (
    id       integer primary key autoincrement,
    server   integer not null,
    round    integer not null references rounds (id),
    proposer integer not null,
    version  integer not null default 1,      -- the newest
    state    text    not null
        check (state in ('proposed', 'adopted', 'dissent', 'without', 'dropped')),
    made_at  integer not null,
    ended_at integer
) strict;

-- One at a time.
create unique index statements_open on statements (round) where state <> 'dropped';

create table statement_versions (
    statement integer not null references statements (id),
    version   integer not null,
    server    integer not null,
    text      text    not null,
    name      text    not null,               -- of who wrote it
    made_at   integer not null,
    primary key (statement, version)
) strict, without rowid;

-- What members say to a statement. The id is drawn at random; the tie goes when the round is
-- settled, and only an objection can bear a name.
create table voices (
    id        integer primary key,
    server    integer not null,
    statement integer not null references statements (id),
    version   integer not null,               -- the one that it was said to
    tie       blob,
    voice     text    not null check (voice in ('agree', 'aside', 'object')),
    name      text,
    reason    text,
    check ((voice = 'object') = (reason is not null)),
    check (name is null or voice = 'object')
) strict;

create unique index voices_tied on voices (statement, tie) where tie is not null;
