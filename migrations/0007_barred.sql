-- What may not go out waits until somebody has given us the right to it.

alter table outbox add column barred integer not null default 0;
