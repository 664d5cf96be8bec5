-- When its facilitator last took a seminar a step on.
alter table seminars add column stepped_at integer;

update seminars set stepped_at =
    (select max(coalesce(revealed_at, posed_at)) from rounds where rounds.seminar = seminars.id)
where state = 'open';

-- A row without a name that a closed round has left: it may have an answer without a name in the
-- record, which nobody can tell any more.
alter table roster add column lasting integer not null default 0;

update roster set lasting = 1 where member is null;

-- What a member argued and what they think themselves are told together only under their name.
update responses set pair = null where member is null;
update responses set pair = null
where pair in (select id from responses where member is null);

-- Each version of a statement has a message of its own; the message that is there shows the newest.
update messages
set subject = subject || '.'
    || (select version from statements where 'statement:' || statements.id = messages.subject)
where subject in (select 'statement:' || id from statements where version > 1);
