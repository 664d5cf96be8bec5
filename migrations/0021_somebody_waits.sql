-- What somebody waits for goes out before the dailies of the clock.
alter table channel_queue add column by_clock integer not null default 0;
update channel_queue set by_clock = 1
where job in (select id from outbox where late_at is not null);
drop index channel_queue_in_order;
create index channel_queue_in_order on channel_queue (by_clock, ready_at, job);

-- What nobody searches for any more is found without a look at all searches of all servers.
create index filters_unused on filters (used_at);
