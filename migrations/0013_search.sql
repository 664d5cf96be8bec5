-- Quotes are searched in memory, where every server's book is: an index of stems found neither
-- beginnings of words nor scripts without spaces. The quotes are in readings.body.

drop table reading_passages;
