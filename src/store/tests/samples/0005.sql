insert into seminars values
    (1, 1, 10, 'channel', 701, 'On power', 'debate', 'sealed', 30, 3, '["power"]', null,
     100, 100, 'Ana', 0, 0, 'open', 1800000000000, 1800000060000, null);
insert into seminar_keys values (1, zeroblob(64));
insert into rounds (id, server, place, request, poser, text, theme, state, posed_at, seminar, reveal,
                    revealed_at, awaited, part, problem)
values (501, 1, 10, 702, 100, 'Who rules?', 'power', 'settled', 1800000060000, 1, 'sealed',
        1800000120000, 2, 'own', 'power');
insert into agenda values (1, 1, 1, 1, null, 'power', 'Who rules?', 'power', 501);
insert into roster values
    (11, 1, 1, 100, 'Ana', null, 1800000060000, 1, 1, 2),
    (12, 1, 1, null, null, zeroblob(32), null, 0, 0, 0);
insert into recalls values (1, 1, 101);
insert into recalled values (1, 1, 102);
insert into queue values (1, 1, 1, 100, 'Ana', 1, 703);
insert into cards values (1, 1, 100, 'power-libertarian');
insert into responses (id, server, round, member, name, text, answered_at, part, stance, shown)
values (901, 1, 501, 100, 'Ana', 'Nobody does.', 1800000090000, 'own', null, 1);
insert into weighings values (1, 1, 501, 901, null, 'agree');
insert into statements values (1, 1, 501, 100, 1, 'adopted', 1800000130000, 1800000190000);
insert into statement_versions values (1, 1, 1, 'Nobody should.', 'Ana', 1800000130000);
insert into voices values (1, 1, 1, 1, null, 'object', 'Ben', 'Somebody must.');
