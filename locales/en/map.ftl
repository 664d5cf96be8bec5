# The map of a theme or a seminar: a picture, what it says for those who cannot see it, and the list of
# works under it.

# What a page, a theme or a seminar holds.
map-count =
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } · { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }
# How many questions are drawn if there are more: 4 questions · 12 answers · the first 10 are drawn
map-drawn =
    { $drawn ->
        [none] { $count }
       *[other] { $count } · the first { $drawn } are drawn
    }
# What the marks for answers mean.
map-met = most agree
map-parted = opinions differ
map-other = other answers
# What the marks for passages mean.
map-argued = argued over
map-read = read
map-untouched = not touched
# What became of a question, in two or three words.
map-standing =
    { $standing ->
        [agreed] adopted
        [dissent] adopted over objections
        [answered] no statement
        [unanswered] nobody answered
       *[open] still open
    }
map-work = { $author }, { $title }

# The same in words. $number is the question's number in the message.
map-alt-title = Map of { $title }: { $count }.
map-alt-question =
    Question { $number }: { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }{ $met ->
        [0] {""}
       *[other] , most agree on { $met }
    }{ $parted ->
        [0] {""}
       *[other] , opinions differ on { $parted }
    }; { $standing ->
        [agreed] a statement was adopted.
        [dissent] a statement was adopted over objections.
        [answered] no statement was adopted.
        [unanswered] it is closed.
       *[open] it is still open.
    }
map-alt-work =
    Passages of { $author }, { $title }: { $argued } argued over, { $read } read, { $untouched } not touched.

# Under the contents of the record, and in a seminar's summary.
map-passages = **Passages of the readings**
map-passages-line = **{ $letter }** { $author }, _{ $title }_: { $argued } argued over, { $read } read, { $untouched } not touched
