update outbox set barred = 1 where id = 41;
