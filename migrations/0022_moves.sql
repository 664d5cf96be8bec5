-- Servers that are on their way from another file, and those that have gone to one. What arrives is
-- nobody's yet: no bot starts here before it has arrived.
create table moves (
    server   integer primary key,
    state    text    not null check (state in ('arriving', 'departed')),
    token    integer not null,     -- the same in both files
    file     text    not null,     -- the other one
    moved_at integer not null
) strict;

-- Their ids are on buttons, so that no id may be given twice, in this file or in another.
create table numbered_filters (
    id      integer primary key autoincrement,
    server  integer not null,
    body    text    not null,
    used_at integer not null default 0,
    unique (server, body)
) strict;
insert into numbered_filters (id, server, body, used_at)
    select id, server, body, used_at from filters;
drop table filters;
alter table numbered_filters rename to filters;
create index filters_unused on filters (used_at);
