-- The daily: days, skips, pauses and suspensions; a deck for each schedule; a delivery's steps.

alter table schedules add column kind text not null default 'channel'
    check (kind in ('channel', 'announcements', 'thread', 'forum', 'other'));
alter table schedules add column days text not null default 'daily';
alter table schedules add column role integer;             -- whom the post pings
alter table schedules add column thread integer not null default 0;
alter table schedules add column paused_at integer;
alter table schedules add column suspended_at integer;     -- Discord said no …
alter table schedules add column trouble text;             -- … and this is what to do

-- What is due is found without looking at what is not, or rests.
drop index schedules_due;
create index schedules_due on schedules (next_at)
    where removed_at is null and paused_at is null and suspended_at is null;
create index schedules_here on schedules (server, place) where removed_at is null;

create table skips (
    schedule integer not null references schedules (id),
    server   integer not null,
    first    text    not null,     -- local dates, both ends with them
    last     text    not null,
    primary key (schedule, first)
) strict, without rowid;

-- What a schedule has drawn. What it has not drawn in this round is what is left of its deck.
create table decks (
    schedule integer not null references schedules (id),
    server   integer not null,
    quote    text    not null,
    times    integer not null,     -- in how many rounds it came
    turn     integer not null,     -- the delivery in which it came last
    primary key (schedule, quote)
) strict, without rowid;

create table new_deliveries (
    id        integer primary key autoincrement,
    schedule  integer not null references schedules (id),
    server    integer not null,
    place     integer not null,
    slot      text    not null,    -- the local date it is scheduled for, or `now:` and the request
    day       text    not null,    -- the local date it counts as
    due_at    integer not null,
    seed      integer not null,
    quote     text,
    state     text    not null
        check (state in ('due', 'posted', 'missed', 'held', 'unsure', 'failed')),
    posted_at integer,
    problem   text,
    unique (schedule, slot)
) strict;

insert into new_deliveries
    (id, schedule, server, place, slot, day, due_at, seed, quote, state, posted_at, problem)
select deliveries.id, schedule, deliveries.server, place, slot,
       case when slot like 'now:%' then date(due_at / 1000, 'unixepoch') else slot end,
       due_at, seed, quote, state, posted_at, problem
from deliveries join schedules on schedules.id = deliveries.schedule;

drop table deliveries;
alter table new_deliveries rename to deliveries;

create index deliveries_newest on deliveries (schedule, state);
create index deliveries_that_day on deliveries (server, place, day);

-- A deck begins with what its schedule has posted so far.
insert into decks (schedule, server, quote, times, turn)
select schedule, server, quote, count(*), max(id)
from deliveries where quote is not null group by schedule, quote;

-- What a delivery consists of. The message comes first; the rest hangs on it.
create table steps (
    delivery integer not null references deliveries (id),
    server   integer not null,
    step     text    not null check (step in ('message', 'thread', 'announce')),
    detail   text,                 -- a thread's name
    state    text    not null check (state in ('due', 'done', 'failed')),
    problem  text,
    primary key (delivery, step)
) strict, without rowid;

create table new_outbox (
    id         integer primary key autoincrement,
    server     integer not null,
    kind       text    not null
        check (kind in ('post', 'edit', 'delete', 'thread', 'announce', 'notice', 'look')),
    subject    text,               -- what the message shows
    effect     text    not null,
    key        text,               -- what its message is known by, if not by its number
    schedule   integer references schedules (id),
    delivery   integer references deliveries (id),
    due_at     integer not null,
    late_at    integer,            -- from then on its message says that it is late
    give_up_at integer not null,
    claimed    integer not null default 0,   -- somebody is at it
    unsure     integer not null default 0,   -- it may have gone out already: look before sending
    tries      integer not null default 0,
    made_at    integer not null
) strict;

insert into new_outbox
    (id, server, kind, subject, effect, due_at, give_up_at, claimed, unsure, tries, made_at)
select id, server, kind, subject, effect, due_at, made_at + 21600000, claimed, unsure, tries, made_at
from outbox;

drop table outbox;
alter table new_outbox rename to outbox;

-- Of several edits of one message only the newest waits.
create unique index outbox_edits on outbox (subject) where kind = 'edit' and claimed = 0;
create index outbox_by_subject on outbox (subject) where subject is not null;
create index outbox_by_schedule on outbox (schedule) where schedule is not null;
create index outbox_by_server on outbox (server, claimed, due_at);
create index outbox_busy on outbox (claimed) where claimed = 1;

-- Whose turn it is: of each server the row that goes out next; none while one is under way. So a
-- claim costs the same however many rows wait, and no server keeps the others waiting.
create table turns (
    server   integer primary key,
    outbox   integer not null,
    ready_at integer not null
) strict;

create index turns_in_order on turns (ready_at, outbox);
