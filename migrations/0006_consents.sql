-- Members' words that wait for their yes to stand as a response.

create table consents (
    id         integer primary key autoincrement,
    server     integer not null,
    round      integer not null references rounds (id),
    place      integer not null,   -- the message …
    message    integer not null,
    author     integer not null,   -- … and whose words these are
    asker      integer not null,
    text       text    not null,   -- as they stood when they were asked about
    expires_at integer not null,
    unique (round, message)
) strict;

create index consents_old on consents (expires_at);
