insert into handled (mark, turn) values (4611686018427387904, 0), (-7, 1);
