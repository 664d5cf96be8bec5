update schedules set draws = 'pair' where id = 1;
update agenda set minutes = 15;
update seminars set plan = 'who-leads';
