insert into moves (server, state, token, file, moved_at)
values (7, 'departed', 1234567, '/srv/commonplace/other.db', 1800000300000);
insert into filters (server, body, used_at) values (1, '{"search":"a free commune"}', 1800000300000);
