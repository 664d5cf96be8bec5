-- What somebody does with a message asks what the message is, and a seminar that changes asks for its
-- revisit: that took longer the more answers, messages and revisits there were.

create index responses_of_message on responses (server, source_place, source_message)
    where source_message is not null;
create index messages_at on messages (server, place, message);
create index revisits_by_seminar on revisits (seminar);
