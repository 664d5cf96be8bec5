update outbox set sieve = '{"filter":"links","taken":[0],"held":[],"trial":[1],"waiting":[]}' where kind = 'post';
insert into told (server, notice, told_at) values
    (1, '0123456789abcdef', 1800000000000);
