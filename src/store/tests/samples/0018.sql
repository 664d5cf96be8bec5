update settings set language = 'fr', heard = 'de' where server = 1;
