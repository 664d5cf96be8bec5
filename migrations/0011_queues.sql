-- The outbox has a queue for each channel, so that a slow one delays no other; it finds out which of
-- several texts are blocked; and it remembers what facilitators were told.

-- Whose queue a job is in: the channel it goes to, or the member whom it tells alone.
alter table outbox add column channel integer not null default 0;
-- While it is found out which of its texts are blocked.
alter table outbox add column sieve text;

update outbox set channel = coalesce(
    json_extract(effect, '$.post.place'),
    json_extract(effect, '$.thread.under.place'),
    json_extract(effect, '$.tags.forum'),
    json_extract(effect, '$.announce.at.place'),
    json_extract(effect, '$.notice.place'),
    json_extract(effect, '$.notice.member'),
    json_extract(effect, '$.look.place'),
    (select place from messages
     where messages.server = outbox.server
       and messages.subject = coalesce(outbox.beside, outbox.subject)),
    0);
-- What waits for a message that is still to be posted goes after it.
update outbox set channel = coalesce(
    (select post.channel from outbox as post
     where post.server = outbox.server and post.kind = 'post'
       and post.subject = coalesce(outbox.beside, outbox.subject)), 0)
where channel = 0;

drop index outbox_by_server;
create index outbox_by_channel on outbox (server, channel, claimed, due_at);

-- Of each channel the job that goes out next.
drop table server_queue;
create table channel_queue (
    server   integer not null,
    channel  integer not null,
    job      integer not null,
    ready_at integer not null,
    primary key (server, channel)
) strict;
create index channel_queue_in_order on channel_queue (ready_at, job);
insert into channel_queue (server, channel, job, ready_at)
select server, channel, id, due_at from (
    select server, channel, id, due_at,
           row_number() over (partition by server, channel order by due_at, id) as position
    from outbox where claimed = 0)
where position = 1;

-- What facilitators were told, so that they are told once.
create table told (
    server  integer not null,
    notice  text    not null,
    told_at integer not null,
    primary key (server, notice)
) strict, without rowid;
