update outbox set attempts = 2, refusal = 'rate_limit', limited_ms = 30000 where id = 41;
insert into outbox (id, server, kind, effect, due_at, give_up_at, made_at) values
    (44, 1, 'look', '{"look":{"place":10}}', 1800000000000, 1800021600000, 1800000000000);
update deliveries set attempts = 3, refusal = 'forbidden', limited_ms = 1500;
