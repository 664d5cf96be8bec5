-- Which requests of late have changed something: after a crash some come again, and none is to be
-- carried out twice. Each is under a keyed hash, whose key is not in here, so that a row tells
-- neither who asked nor when.
create table handled (
    mark integer primary key,
    turn integer not null check (turn in (0, 1))   -- all of the other turn go when a turn begins
) strict;
