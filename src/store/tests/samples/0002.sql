update schedules set days = 'Mon, Wed', role = 7, thread = 1;
insert into skips (schedule, server, first, last)
    select id, server, '2026-12-24', '2027-01-01' from schedules;
insert into decks (schedule, server, quote, times, turn)
    select id, server, 'b-9', 1, 99 from schedules;
insert into steps (delivery, server, step, detail, state)
    select id, server, 'thread', 'Ana: words', 'due' from deliveries;
insert into turns (server, outbox, ready_at) select server, min(id), 5 from outbox group by server;
