insert into outbox (id, server, kind, subject, beside, effect, due_at, give_up_at, made_at) values
    (41, 1, 'beside', 'statement:1', 'round:1',
     '{"beside":{"beside":"round:1","card":{"title":null,"blocks":[],"footer":null}}}',
     1800000000000, 1800021600000, 1800000000000),
    (42, 1, 'archive', 'round:1', null, '{"archive":{"subject":"round:1"}}',
     1800000000000, 1800021600000, 1800000000000),
    (43, 1, 'tags', null, null, '{"tags":{"forum":10,"names":["power"]}}',
     1800000000000, 1800021600000, 1800000000000);
