insert into consents values (1, 1, 1, 10, 30, 101, 100, 'Perhaps.', 1800604800000);
