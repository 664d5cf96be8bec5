-- The outbox takes every kind of effect, keeps how each job has fared, and tells the servers'
-- messages apart. A delivery keeps how its post has fared.

create table new_outbox (
    id         integer primary key autoincrement,
    server     integer not null,
    kind       text    not null,
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
    blocked    integer not null default 0,   -- it waits for a permission, and somebody was told
    attempts   integer not null default 0,
    refusal    text,               -- what refused it last
    limited_ms integer not null default 0,   -- how long it has waited for a rate limit
    made_at    integer not null
) strict;

insert into new_outbox
    (id, server, kind, subject, beside, effect, key, schedule, delivery, due_at, late_at,
     give_up_at, claimed, unsure, blocked, attempts, made_at)
select id, server, kind, subject, beside, effect, key, schedule, delivery, due_at, late_at,
       give_up_at, claimed, unsure, barred, tries, made_at
from outbox;

-- A number is never given twice: messages are known by it.
delete from sqlite_sequence where name = 'new_outbox';
insert into sqlite_sequence (name, seq)
    select 'new_outbox', seq from sqlite_sequence where name = 'outbox';

drop table outbox;
alter table new_outbox rename to outbox;

-- Of several edits of one message only the newest waits.
create unique index outbox_edits on outbox (server, subject) where kind = 'edit' and claimed = 0;
create index outbox_by_subject on outbox (server, subject) where subject is not null;
create index outbox_by_schedule on outbox (schedule) where schedule is not null;
create index outbox_by_delivery on outbox (delivery) where delivery is not null;
create index outbox_by_server on outbox (server, claimed, due_at);
create index outbox_busy on outbox (claimed) where claimed = 1;

-- Of each server the job that goes out next.
alter table turns rename to server_queue;
alter table server_queue rename column outbox to job;
drop index turns_in_order;
create index server_queue_in_order on server_queue (ready_at, job);

create table new_messages (
    server  integer not null,
    subject text    not null,
    place   integer not null,
    message integer not null,
    primary key (server, subject)
) strict, without rowid;

insert into new_messages (server, subject, place, message)
select server, subject, place, message from messages;

drop table messages;
alter table new_messages rename to messages;

alter table deliveries add column attempts integer not null default 0;
alter table deliveries add column refusal text;
alter table deliveries add column limited_ms integer not null default 0;
