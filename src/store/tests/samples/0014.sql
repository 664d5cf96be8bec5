insert into revisits values
    (501, 1, 1, 'closed', 1800700000000, null, 1800600000000, 2, 1, 3);
insert into revisit_passages values (501, 1, 'b-2', 3), (501, 1, 'a-1', null);
insert into revisits (round, server, seminar, state, since, next_at, asked_at)
select id, server, 1, 'open', 1800600000000, 1801204800000, 1800600000000
from rounds where id <> 501 order by id limit 1;
insert into second_thoughts
select 31, server, round, zeroblob(32), 'changed', 'a-1', 'The third page.'
from revisits where state = 'open';
insert into revisit_keys select round, zeroblob(64) from revisits where state = 'open';
