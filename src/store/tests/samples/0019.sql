update rounds set about_place = 10, about_message = 77 where id = 1;
