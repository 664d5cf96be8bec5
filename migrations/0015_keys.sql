-- The keys of the hashes lie in a file beside the database now, which no copy holds; what is left
-- here is what each is called there. The program has carried the keys over before it comes here.

alter table round_keys rename column key to key_id;
alter table seminar_keys rename column key to key_id;

-- Which side a member argues tells which anonymous argument can be theirs, so it is under a hash as
-- well. The program has put those of open debates here, since SQL cannot make them.
create table if not exists carried_sides (
    item   integer not null,
    server integer not null,
    tie    blob    not null,
    stance text    not null
) strict;

drop table cards;

create table cards (
    item   integer not null references agenda (id),
    server integer not null,
    tie    blob    not null,       -- a keyed hash of the member
    stance text    not null,
    primary key (item, tie)
) strict, without rowid;

insert into cards (item, server, tie, stance) select item, server, tie, stance from carried_sides;

drop table carried_sides;

-- So does who wants another facilitator, if they take part without a name.
create table if not exists carried_recalls (
    seminar integer not null,
    server  integer not null,
    tie     blob    not null
) strict;

drop table recalls;

create table recalls (
    seminar integer not null references seminars (id),
    server  integer not null,
    tie     blob    not null,      -- a keyed hash of the member
    primary key (seminar, tie)
) strict, without rowid;

insert into recalls (seminar, server, tie) select seminar, server, tie from carried_recalls;

drop table carried_recalls;

-- Who takes part without a name does so in one round, and has another hash in the next. Who joins by
-- name has the round here in which somebody took part without one, if they may be one of them.
drop index roster_tied;
alter table roster drop column lasting;
alter table roster add column round integer;
update roster
set round = (select max(round) from agenda where agenda.seminar = roster.seminar)
where member is null;
create unique index roster_tied on roster (seminar, tie) where tie is not null;

-- Whether members can answer without a name; null: they can.
alter table settings add column anonymous integer;
