insert into informed (server, member) values (1, 11);
