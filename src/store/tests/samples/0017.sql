insert into takedowns (server, number, round, kind, subject, part, shown, reason, facilitator, name,
                       taken_at, muted, appeal)
values (1, 1, 1, 'answer', 77, 'own', 1, 'attack', 100, 'Ana', 1800000200000, 1, 'asked');
update voices set taken_down = 'attack', reason = '' where voice = 'object';
update recalls set over = 1;
