update seminars set stepped_at = 1800000120000;
update roster set lasting = 1 where member is null;
