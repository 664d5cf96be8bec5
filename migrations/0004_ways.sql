-- The outbox can put a message beside another, archive a thread, and make a forum's tags.

create table new_outbox (
    id         integer primary key autoincrement,
    server     integer not null,
    kind       text    not null
        check (kind in ('post', 'beside', 'edit', 'delete', 'thread', 'archive', 'tags',
                        'announce', 'notice', 'look')),
    subject    text,               -- what the message shows
    beside     text,               -- what the message shows beside which a new one is to stand
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
    (id, server, kind, subject, effect, key, schedule, delivery, due_at, late_at, give_up_at,
     claimed, unsure, tries, made_at)
select id, server, kind, subject, effect, key, schedule, delivery, due_at, late_at, give_up_at,
       claimed, unsure, tries, made_at
from outbox;

-- A number is never given twice: messages are known by it.
delete from sqlite_sequence where name = 'new_outbox';
insert into sqlite_sequence (name, seq)
    select 'new_outbox', seq from sqlite_sequence where name = 'outbox';

drop table outbox;
alter table new_outbox rename to outbox;

-- Of several edits of one message only the newest waits.
create unique index outbox_edits on outbox (subject) where kind = 'edit' and claimed = 0;
create index outbox_by_subject on outbox (subject) where subject is not null;
create index outbox_by_schedule on outbox (schedule) where schedule is not null;
create index outbox_by_server on outbox (server, claimed, due_at);
create index outbox_busy on outbox (claimed) where claimed = 1;
