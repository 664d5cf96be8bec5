-- The second edition of the book: dailies of pairs, agendas with minutes, seminars by a plan.

alter table schedules add column draws text not null default 'quote'
    check (draws in ('quote', 'pair'));

alter table agenda add column minutes integer;   -- how long it may take

alter table seminars add column plan text;       -- the session plan that it follows: its id
