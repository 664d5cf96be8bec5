-- The language in which the bot writes in a server: what somebody has chosen, and what the platform
-- says of the server, by which it goes until then.

alter table settings add column language text check (language in ('en', 'fr', 'es', 'de'));
alter table settings add column heard text check (heard in ('en', 'fr', 'es', 'de'));
