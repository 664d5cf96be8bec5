insert into readings values
    (1, 1, 601, 100, 'A letter', '{"work":{"id":"r1","title":"A letter","author":"Ana","year":2026,"translator":null,"language":"en","source":"","rights":"","sections":[],"text":{"paragraphs":{},"notes":[]}},"quotes":[],"questions":[]}', 'added', 1800000000000);
insert into reading_passages values (1, 'r1-1', 'Nobody rules here.', 'Ana');
