insert into meetings (seminar, server, day, time, timezone, starts_at, minutes, opening, state, revision,
                      next_at)
select id, server, '2027-03-25', '19:00', 'Europe/Paris', 1806084000000, 60, 'asks', 'planned', 1,
       1806080400000
from seminars limit 1;
insert into attendees (seminar, server, member, name)
select seminar, server, 100, 'Ana' from meetings;
