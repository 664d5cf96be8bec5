-- The message that a question is about: where it is, and nothing of its words.
alter table rounds add column about_place integer;
alter table rounds add column about_message integer;
