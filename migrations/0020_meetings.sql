-- The date of a seminar. What counts is the day and the time on the clocks of its zone; the instant
-- follows from these, and is computed anew when the zone's rules change.

create table meetings (
    seminar   integer primary key references seminars (id),
    server    integer not null,
    day       text    not null,              -- 2026-12-03
    time      text    not null,              -- 19:00
    timezone  text    not null,              -- its IANA name
    starts_at integer not null,
    minutes   integer not null,              -- how long it takes
    opening   text    not null check (opening in ('asks', 'itself')),
    state     text    not null
        check (state in ('planned', 'reminded', 'asked', 'begun', 'over', 'cancelled')),
    revision  integer not null default 0,    -- how often it was moved or cancelled
    next_at   integer,                       -- when something is to be done about it
    check ((next_at is not null) = (state in ('planned', 'reminded')))
) strict;

create index meetings_due on meetings (next_at) where next_at is not null;
create index meetings_of_server on meetings (server);

-- Who pressed that they would come, until it is over.
create table attendees (
    seminar integer not null references meetings (seminar),
    server  integer not null,
    member  integer not null,
    name    text    not null,
    primary key (seminar, member)
) strict, without rowid;

create index attendees_by_member on attendees (server, member);

-- What a scheduled event is to be like; a newer wish takes the place of one that waits.
create unique index outbox_events on outbox (server, subject) where kind = 'event' and claimed = 0;
