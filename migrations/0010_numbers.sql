-- Rounds, seminars, schedules and readings are numbered server by server, so that a number tells
-- nothing of what other servers do. What exists keeps its number: it is in messages and on buttons.

alter table rounds add column number integer not null default 0;      -- in its server
alter table seminars add column number integer not null default 0;    -- in its server
alter table schedules add column number integer not null default 0;   -- in its server
alter table readings add column number integer not null default 0;    -- in its server

update rounds set number = id;
update seminars set number = id;
update schedules set number = id;
update readings set number = id;

create unique index rounds_numbered on rounds (server, number);
create unique index seminars_numbered on seminars (server, number);
create unique index schedules_numbered on schedules (server, number);
create unique index readings_numbered on readings (server, number);

-- The last number that each server has given; none is given twice, even if its row is gone.
create table numbers (
    server integer not null,
    kind   text    not null check (kind in ('rounds', 'seminars', 'schedules', 'readings')),
    last   integer not null,
    primary key (server, kind)
) strict, without rowid;

insert into numbers (server, kind, last)
    select server, 'rounds', max(number) from rounds group by server
    union all
    select server, 'seminars', max(number) from seminars group by server
    union all
    select server, 'schedules', max(number) from schedules group by server;

-- Members keep quotes of readings that were removed, so their numbers count as well.
insert into numbers (server, kind, last)
    select server, 'readings', seq
    from (select server from readings
          union select server from kept
          union select server from servings
          union select server from rounds),
         sqlite_sequence
    where sqlite_sequence.name = 'readings';
