update settings set anonymous = 1;
insert into cards values (1, 1, zeroblob(32), 'bakunin-state');
insert into recalls values (1, 1, zeroblob(32));
