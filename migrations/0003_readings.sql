-- A server's own readings: found in a file, and added once a facilitator has looked at them.
create table readings (
    id         integer primary key autoincrement,
    server     integer not null,
    request    integer not null,   -- the same request twice is one reading
    adder      integer not null,
    title      text    not null,
    body       text    not null,   -- the work with its quotes, questions and paragraphs, as JSON
    state      text    not null check (state in ('found', 'added')),
    found_at   integer not null,
    unique (server, request)
) strict;

create index readings_here on readings (server, state);

-- What can be searched of them.
create virtual table reading_passages using fts5 (
    reading unindexed, quote unindexed, text, voice,
    tokenize = "porter unicode61 remove_diacritics 2"
);
