-- What facilitators took down. The words are gone; that they were taken down, why and by whom stays.

create table takedowns (
    id          integer primary key autoincrement,
    server      integer not null,
    number      integer not null,  -- in its server's log
    round       integer not null references rounds (id),
    kind        text    not null check (kind in ('answer', 'objection')),
    subject     integer not null,  -- the random number that the answer or the vote had
    part        text    not null check (part in ('card', 'own')),
    shown       integer not null,  -- whether it was among the revealed answers
    reason      text    not null
        check (reason in ('attack', 'private', 'advertising', 'unrelated', 'rules')),
    facilitator integer,           -- null: their name was erased
    name        text,
    taken_at    integer not null,
    tie         blob,              -- while the round is open: a keyed hash of whose answer it was
    muted       integer not null default 0,   -- whether they cannot answer any more in the round
    appeal      text    check (appeal in ('asked', 'upheld', 'mistake', 'recalled')),
    unique (server, number),
    check ((facilitator is null) = (name is null))
) strict;

create index takedowns_of_round on takedowns (round);

-- Why the words of an objection were taken down.
alter table voices add column taken_down text;

-- The take-down over which a member recalls the facilitator: its number in the log.
alter table recalls add column over integer;
