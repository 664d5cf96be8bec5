insert into settings values (1, 77, 'Europe/Paris', 10);
insert into servings values (1, 10, 'a-1', 2);
insert into kept values (1, 100, 'a-1', 1800000000000);
insert into filters values (1, 1, '{"search":"free"}');
insert into registrations values ('global', 'abc');
insert into rounds values
    (1, 1, 10, 501, 100, 'a-q1', 'Who rules?', 'power', 'open', 1800000000000, null),
    (2, 1, 10, 502, 100, null, 'Who ruled?', null, 'settled', 1800000000000, 1800000060000);
insert into round_quotes values (1, 0, 'a-1');
insert into round_keys values (1, zeroblob(64));
insert into responses values
    (11, 1, 1, 100, 'Ana', null, 'Nobody.', 1800000001000, null),
    (12, 1, 1, null, null, zeroblob(32), 'Everybody.', null, null),
    (13, 1, 2, null, null, null, 'The strong.', null, null);
insert into drafts values (21, 1, 10, 'Perhaps.', 1, 1800000900000);
insert into schedules values
    (1, 1, 10, 503, 100, '09:00', 'Europe/Paris', 'power', null, null, 1800000000000,
     1800000000000, null);
insert into deliveries values
    (1, 1, 1, '2027-01-15', 1800000000000, -1, 'a-1', 'posted', 1800000000500, null);
insert into outbox values
    (1, 1, 'thread', null, '{"thread":{"under":{"place":10,"message":20},"name":"A-1"}}',
     1800000000000, 0, 0, 0, 1800000000000);
insert into messages values ('round:1', 1, 10, 20);
