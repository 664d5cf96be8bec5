-- The tables as all migrations together make them: those of a new database. A test writes this file:
-- UPDATE_DOCS=1 cargo test --lib schema

CREATE TABLE agenda (
    id       integer primary key autoincrement,
    seminar  integer not null references seminars (id),
    server   integer not null,
    position integer not null,
    question text,                 -- its id in the book; null in the facilitator's own words
    problem  text,                 -- of the book, in a debate
    text     text    not null,
    theme    text,
    round    integer references rounds (id)   -- once it is posed
, minutes integer) strict;

CREATE INDEX agenda_of_round on agenda (round);

CREATE INDEX agenda_of_seminar on agenda (seminar, position);

CREATE TABLE attendees (
    seminar integer not null references meetings (seminar),
    server  integer not null,
    member  integer not null,
    name    text    not null,
    primary key (seminar, member)
) strict, without rowid;

CREATE INDEX attendees_by_member on attendees (server, member);

CREATE TABLE cards (
    item   integer not null references agenda (id),
    server integer not null,
    tie    blob    not null,       -- a keyed hash of the member
    stance text    not null,
    primary key (item, tie)
) strict, without rowid;

CREATE TABLE channel_queue (
    server   integer not null,
    channel  integer not null,
    job      integer not null,
    ready_at integer not null, by_clock integer not null default 0,
    primary key (server, channel)
) strict;

CREATE INDEX channel_queue_in_order on channel_queue (by_clock, ready_at, job);

CREATE TABLE consents (
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

CREATE INDEX consents_old on consents (expires_at);

CREATE TABLE decks (
    schedule integer not null references schedules (id),
    server   integer not null,
    quote    text    not null,
    times    integer not null,     -- in how many rounds it came
    turn     integer not null,     -- the delivery in which it came last
    primary key (schedule, quote)
) strict, without rowid;

CREATE TABLE "deliveries" (
    id        integer primary key autoincrement,
    schedule  integer not null references schedules (id),
    server    integer not null,
    place     integer not null,
    slot      text    not null,    -- the local date it is scheduled for, or `now:` and the request
    day       text    not null,    -- the local date it counts as
    due_at    integer not null,
    seed      integer not null,
    quote     text,
    state     text    not null
        check (state in ('due', 'posted', 'missed', 'held', 'unsure', 'failed')),
    posted_at integer,
    problem   text, attempts integer not null default 0, refusal text, limited_ms integer not null default 0,
    unique (schedule, slot)
) strict;

CREATE INDEX deliveries_newest on deliveries (schedule, state);

CREATE INDEX deliveries_that_day on deliveries (server, place, day);

CREATE TABLE drafts (
    id         integer primary key,
    server     integer not null,
    place      integer not null,
    text       text    not null,
    anonymous  integer not null,
    expires_at integer not null
, member integer) strict;

CREATE TABLE "filters" (
    id      integer primary key autoincrement,
    server  integer not null,
    body    text    not null,
    used_at integer not null default 0,
    unique (server, body)
) strict;

CREATE INDEX filters_unused on filters (used_at);

CREATE TABLE handled (
    mark integer primary key,
    turn integer not null check (turn in (0, 1))   -- all of the other turn go when a turn begins
) strict;

CREATE TABLE informed (
    server integer not null,
    member integer not null,
    primary key (server, member)
) strict, without rowid;

CREATE TABLE kept (
    server  integer not null,
    member  integer not null,
    quote   text    not null,
    kept_at integer not null,
    primary key (server, member, quote)
) strict, without rowid;

CREATE TABLE meetings (
    seminar   integer primary key references seminars (id),
    server    integer not null,
    day       text    not null,              -- 2026-12-03
    time      text    not null,              -- 19:00
    timezone  text    not null,              -- its IANA name
    starts_at integer not null,
    minutes   integer not null,              -- how long it takes
    opening   text    not null check (opening in ('asks', 'itself')),
    state     text    not null
        check (state in ('planned', 'reminded', 'asked', 'begun', 'over', 'cancelled')),
    revision  integer not null default 0,    -- how often it was moved or cancelled
    next_at   integer,                       -- when something is to be done about it
    check ((next_at is not null) = (state in ('planned', 'reminded')))
) strict;

CREATE INDEX meetings_due on meetings (next_at) where next_at is not null;

CREATE INDEX meetings_of_server on meetings (server);

CREATE TABLE "messages" (
    server  integer not null,
    subject text    not null,
    place   integer not null,
    message integer not null,
    primary key (server, subject)
) strict, without rowid;

CREATE INDEX messages_at on messages (server, place, message);

CREATE TABLE moves (
    server   integer primary key,
    state    text    not null check (state in ('arriving', 'departed')),
    token    integer not null,     -- the same in both files
    file     text    not null,     -- the other one
    moved_at integer not null
) strict;

CREATE TABLE numbers (
    server integer not null,
    kind   text    not null check (kind in ('rounds', 'seminars', 'schedules', 'readings')),
    last   integer not null,
    primary key (server, kind)
) strict, without rowid;

CREATE TABLE "outbox" (
    id         integer primary key autoincrement,
    server     integer not null,
    kind       text    not null,
    subject    text,               -- what the message shows
    beside     text,               -- what the message shows beside which a new one is to stand
    effect     text    not null,
    key        text,               -- what its message is known by, if not by its number
    schedule   integer references schedules (id),
    delivery   integer references deliveries (id),
    due_at     integer not null,
    late_at    integer,            -- from then on its message says that it is late
    give_up_at integer not null,
    claimed    integer not null default 0,   -- somebody is at it
    unsure     integer not null default 0,   -- it may have gone out already: look before sending
    blocked    integer not null default 0,   -- it waits for a permission, and somebody was told
    attempts   integer not null default 0,
    refusal    text,               -- what refused it last
    limited_ms integer not null default 0,   -- how long it has waited for a rate limit
    made_at    integer not null
, channel integer not null default 0, sieve text) strict;

CREATE INDEX outbox_busy on outbox (claimed) where claimed = 1;

CREATE INDEX outbox_by_channel on outbox (server, channel, claimed, due_at);

CREATE INDEX outbox_by_delivery on outbox (delivery) where delivery is not null;

CREATE INDEX outbox_by_schedule on outbox (schedule) where schedule is not null;

CREATE INDEX outbox_by_subject on outbox (server, subject) where subject is not null;

CREATE UNIQUE INDEX outbox_edits on outbox (server, subject) where kind = 'edit' and claimed = 0;

CREATE UNIQUE INDEX outbox_events on outbox (server, subject) where kind = 'event' and claimed = 0;

CREATE TABLE queue (
    id       integer primary key autoincrement,
    seminar  integer not null references seminars (id),
    server   integer not null,
    member   integer not null,
    name     text    not null,
    speaking integer not null default 0,
    request  integer,              -- what gave them the turn; the same twice gives one
    unique (seminar, member)
) strict;

CREATE TABLE readings (
    id         integer primary key autoincrement,
    server     integer not null,
    request    integer not null,   -- the same request twice is one reading
    adder      integer not null,
    title      text    not null,
    body       text    not null,   -- the work with its quotes, questions and paragraphs, as JSON
    state      text    not null check (state in ('found', 'added')),
    found_at   integer not null, number integer not null default 0,
    unique (server, request)
) strict;

CREATE INDEX readings_here on readings (server, state);

CREATE UNIQUE INDEX readings_numbered on readings (server, number);

CREATE TABLE recalled (
    seminar integer not null references seminars (id),
    server  integer not null,
    member  integer not null,
    primary key (seminar, member)
) strict, without rowid;

CREATE TABLE recalls (
    seminar integer not null references seminars (id),
    server  integer not null,
    tie     blob    not null, over integer,      -- a keyed hash of the member
    primary key (seminar, tie)
) strict, without rowid;

CREATE TABLE registrations (
    scope  text primary key,
    digest text not null
) strict, without rowid;

CREATE TABLE responses (
    id          integer primary key,
    server      integer not null,
    round       integer not null references rounds (id),
    member      integer,           -- null: anonymous
    name        text,              -- the name the member went by
    tie         blob,              -- anonymous, while the round is open: a keyed hash of the member
    text        text    not null,
    answered_at integer,
    edited_at   integer, part text not null default 'own' check (part in ('card', 'own')), stance text, pair integer, shown integer not null default 0, source_place integer, source_message integer,
    check (member is null or tie is null),
    check ((member is null) = (answered_at is null)),
    check ((member is null) = (name is null))
) strict;

CREATE UNIQUE INDEX responses_named on responses (round, part, member) where member is not null;

CREATE INDEX responses_of_message on responses (server, source_place, source_message)
    where source_message is not null;

CREATE INDEX responses_of_round on responses (round);

CREATE UNIQUE INDEX responses_tied on responses (round, part, tie) where tie is not null;

CREATE TABLE revisit_keys (
    round  integer primary key references revisits (round),
    key_id blob not null
) strict;

CREATE TABLE revisit_passages (
    round  integer not null references revisits (round),
    server integer not null,
    quote  text    not null,
    times  integer,                -- null where it was named once or twice
    primary key (round, quote)
) strict, without rowid;

CREATE TABLE revisits (
    round    integer primary key references rounds (id),
    server   integer not null,
    seminar  integer not null references seminars (id),
    state    text    not null check (state in ('planned', 'open', 'closed')),
    since    integer not null,     -- when it came into this state
    next_at  integer,              -- when it goes on to the next
    asked_at integer,
    same     integer,              -- how many of at least five; null where fewer have answered
    somewhat integer,
    changed  integer,
    check ((state = 'closed') = (next_at is null)),
    check ((state = 'planned') = (asked_at is null)),
    check ((same is null) = (somewhat is null) and (same is null) = (changed is null)),
    check (same is null or state = 'closed')
) strict;

CREATE INDEX revisits_by_seminar on revisits (seminar);

CREATE INDEX revisits_due on revisits (next_at) where next_at is not null;

CREATE INDEX revisits_of_seminar on revisits (server, seminar);

CREATE TABLE roster (
    id         integer primary key,
    seminar    integer not null references seminars (id),
    server     integer not null,
    member     integer,
    name       text,
    tie        blob,
    joined_at  integer,
    eligible   integer not null default 0,    -- may facilitate, by the server's settings
    volunteers integer not null default 0,
    spoken     integer not null default 0, round integer,    -- turns taken in the queue
    check (member is null or tie is null),
    check ((member is null) = (joined_at is null)),
    check ((member is null) = (name is null))
) strict;

CREATE UNIQUE INDEX roster_named on roster (seminar, member) where member is not null;

CREATE INDEX roster_of_seminar on roster (seminar);

CREATE UNIQUE INDEX roster_tied on roster (seminar, tie) where tie is not null;

CREATE TABLE round_keys (
    round integer primary key references rounds (id),
    key_id   blob not null
) strict;

CREATE TABLE round_quotes (
    round    integer not null references rounds (id),
    position integer not null,
    quote    text    not null,
    primary key (round, position)
) strict, without rowid;

CREATE TABLE rounds (
    id         integer primary key autoincrement,
    server     integer not null,
    place      integer not null,
    request    integer not null,   -- the same request twice is one round
    poser      integer not null,
    question   text,               -- its id in the book; null in the poser's own words
    text       text    not null,   -- as it was posed, whatever the book says later
    theme      text,
    state      text    not null check (state in ('open', 'revealed', 'settled')),
    posed_at   integer not null,
    settled_at integer, seminar integer references seminars (id), reveal text not null default 'live'
    check (reveal in ('sealed', 'live')), reveal_at integer, revealed_at integer, awaited integer not null default 0, part text not null default 'own' check (part in ('card', 'own')), problem text, number integer not null default 0, withdrawn integer not null default 0, about_place integer, about_message integer,
    unique (server, request)
) strict;

CREATE INDEX rounds_by_theme on rounds (server, theme);

CREATE INDEX rounds_due on rounds (reveal_at) where reveal_at is not null;

CREATE INDEX rounds_here on rounds (server, place, state);

CREATE UNIQUE INDEX rounds_numbered on rounds (server, number);

CREATE INDEX rounds_of_seminar on rounds (seminar) where seminar is not null;

CREATE TABLE schedules (
    id         integer primary key autoincrement,
    server     integer not null,
    place      integer not null,   -- where the quote goes
    request    integer not null,
    maker      integer not null,
    time       text    not null,   -- HH:MM in the time zone
    timezone   text    not null,
    theme      text,
    author     text,
    work       text,
    next_at    integer not null,
    made_at    integer not null,
    removed_at integer, kind text not null default 'channel'
    check (kind in ('channel', 'announcements', 'thread', 'forum', 'other')), days text not null default 'daily', role integer, thread integer not null default 0, paused_at integer, suspended_at integer, trouble text, draws text not null default 'quote'
    check (draws in ('quote', 'pair')), number integer not null default 0,
    unique (server, request)
) strict;

CREATE INDEX schedules_due on schedules (next_at)
    where removed_at is null and paused_at is null and suspended_at is null;

CREATE INDEX schedules_here on schedules (server, place) where removed_at is null;

CREATE UNIQUE INDEX schedules_numbered on schedules (server, number);

CREATE TABLE second_thoughts (
    id      integer primary key,
    server  integer not null,
    round   integer not null references revisits (round),
    tie     blob    not null,      -- a keyed hash of the member
    mind    text    not null check (mind in ('same', 'somewhat', 'changed')),
    passage text,
    reason  text,
    unique (round, tie)
) strict;

CREATE TABLE seminar_keys (
    seminar integer primary key references seminars (id),
    key_id     blob not null
) strict;

CREATE TABLE seminars (
    id          integer primary key autoincrement,
    server      integer not null,
    place       integer not null,  -- the channel, thread or forum it meets in
    kind        text    not null
        check (kind in ('channel', 'announcements', 'thread', 'forum', 'other')),
    request     integer not null,  -- the same request twice is one seminar
    title       text    not null,
    format      text    not null check (format in ('plain', 'debate')),
    reveal      text    not null check (reveal in ('sealed', 'live')),
    minutes     integer,           -- after which a round is revealed by itself
    quorum      integer,           -- how many must speak to a statement; null: more than half
    themes      text    not null,  -- what its questions are drawn from: ids, as JSON …
    work        text,              -- … and the one work, if it is about one
    opener      integer not null,
    facilitator integer,           -- null: nobody, until somebody volunteers
    name        text,              -- the name the facilitator goes by
    lot         integer not null default 0,   -- the facilitator is drawn anew for each round
    drawn       integer not null default 0,   -- … and was drawn for the first already
    state       text    not null check (state in ('draft', 'open', 'closed')),
    made_at     integer not null,
    opened_at   integer,
    closed_at   integer, plan text, number integer not null default 0, stepped_at integer,
    unique (server, request)
) strict;

CREATE INDEX seminars_here on seminars (server, state, place);

CREATE UNIQUE INDEX seminars_numbered on seminars (server, number);

CREATE TABLE servers (
    server  integer primary key,
    left_at integer,                           -- null: it is there
    going   integer not null default 0         -- its data is being deleted
) strict;

CREATE INDEX servers_left on servers (left_at) where left_at is not null;

CREATE TABLE servings (
    server integer not null,
    place  integer not null,
    item   text    not null,       -- the id of a quote or a question
    times  integer not null check (times > 0),
    primary key (server, place, item)
) strict, without rowid;

CREATE TABLE settings (
    server       integer primary key,
    facilitators integer,          -- the role that may do what the server's managers may
    timezone     text,
    channel      integer           -- where the bot tells facilitators what is wrong
, anonymous integer, language text check (language in ('en', 'fr', 'es', 'de')), heard text check (heard in ('en', 'fr', 'es', 'de'))) strict;

CREATE TABLE skips (
    schedule integer not null references schedules (id),
    server   integer not null,
    first    text    not null,     -- local dates, both ends with them
    last     text    not null,
    primary key (schedule, first)
) strict, without rowid;

CREATE TABLE statement_versions (
    statement integer not null references statements (id),
    version   integer not null,
    server    integer not null,
    text      text    not null,
    name      text    not null,               -- of who wrote it
    made_at   integer not null, member integer,
    primary key (statement, version)
) strict, without rowid;

CREATE TABLE statements (
    id       integer primary key autoincrement,
    server   integer not null,
    round    integer not null references rounds (id),
    proposer integer not null,
    version  integer not null default 1,      -- the newest
    state    text    not null
        check (state in ('proposed', 'adopted', 'dissent', 'without', 'dropped')),
    made_at  integer not null,
    ended_at integer
) strict;

CREATE INDEX statements_of_round on statements (round);

CREATE UNIQUE INDEX statements_open on statements (round) where state <> 'dropped';

CREATE TABLE steps (
    delivery integer not null references deliveries (id),
    server   integer not null,
    step     text    not null check (step in ('message', 'thread', 'announce')),
    detail   text,                 -- a thread's name
    state    text    not null check (state in ('due', 'done', 'failed')),
    problem  text,
    primary key (delivery, step)
) strict, without rowid;

CREATE TABLE takedowns (
    id          integer primary key autoincrement,
    server      integer not null,
    number      integer not null,  -- in its server's log
    round       integer not null references rounds (id),
    kind        text    not null check (kind in ('answer', 'objection')),
    subject     integer not null,  -- the random number that the answer or the vote had
    part        text    not null check (part in ('card', 'own')),
    shown       integer not null,  -- whether it was among the revealed answers
    reason      text    not null
        check (reason in ('attack', 'private', 'advertising', 'unrelated', 'rules')),
    facilitator integer,           -- null: their name was erased
    name        text,
    taken_at    integer not null,
    tie         blob,              -- while the round is open: a keyed hash of whose answer it was
    muted       integer not null default 0,   -- whether they cannot answer any more in the round
    appeal      text    check (appeal in ('asked', 'upheld', 'mistake', 'recalled')),
    unique (server, number),
    check ((facilitator is null) = (name is null))
) strict;

CREATE INDEX takedowns_of_round on takedowns (round);

CREATE TABLE told (
    server  integer not null,
    notice  text    not null,
    told_at integer not null,
    primary key (server, notice)
) strict, without rowid;

CREATE TABLE voices (
    id        integer primary key,
    server    integer not null,
    statement integer not null references statements (id),
    version   integer not null,               -- the one that it was said to
    tie       blob,
    voice     text    not null check (voice in ('agree', 'aside', 'object')),
    name      text,
    reason    text, member integer, taken_down text,
    check ((voice = 'object') = (reason is not null)),
    check (name is null or voice = 'object')
) strict;

CREATE INDEX voices_of_statement on voices (statement);

CREATE UNIQUE INDEX voices_tied on voices (statement, tie) where tie is not null;

CREATE TABLE weighings (
    id       integer primary key,
    server   integer not null,
    round    integer not null references rounds (id),
    response integer not null references responses (id) on delete cascade,
    tie      blob,
    opinion  text    not null check (opinion in ('agree', 'pass', 'disagree'))
) strict;

CREATE INDEX weighings_of_response on weighings (response);

CREATE INDEX weighings_of_round on weighings (round);

CREATE UNIQUE INDEX weighings_tied on weighings (response, tie) where tie is not null;
