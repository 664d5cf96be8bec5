-- What is held about a member can be found and erased.

-- Who gave a wording, and who objects by name: only their name was kept. Both are null once they have
-- erased themselves, and for an objection without a name.
alter table statement_versions add column member integer;
update statement_versions
set member = (select proposer from statements where statements.id = statement_versions.statement)
where version = 1;
alter table voices add column member integer;

-- Of a draft that is to have a name.
alter table drafts add column member integer;

-- Answers that others could read and that were erased with their member: a number, and nothing else.
alter table rounds add column withdrawn integer not null default 0;

-- A saved filter that nobody uses any more goes.
alter table filters add column used_at integer not null default 0;
update filters set used_at = unixepoch() * 1000;

-- Members who were told what is kept, with their first answer by name.
create table informed (
    server integer not null,
    member integer not null,
    primary key (server, member)
) strict, without rowid;

-- The servers that the bot is in, or has left.
create table servers (
    server  integer primary key,
    left_at integer,                           -- null: it is there
    going   integer not null default 0         -- its data is being deleted
) strict;

insert into servers (server)
select server from rounds
union select server from seminars
union select server from schedules
union select server from settings
union select server from readings
union select server from kept
union select server from servings;

create index servers_left on servers (left_at) where left_at is not null;

-- What refers to a row is looked for when the row is deleted.
create index if not exists agenda_of_round on agenda (round);
create index if not exists roster_of_seminar on roster (seminar);
create index if not exists statements_of_round on statements (round);
create index if not exists voices_of_statement on voices (statement);
create index if not exists weighings_of_response on weighings (response);
