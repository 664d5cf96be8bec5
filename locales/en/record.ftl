# The record: what the group was asked and answered, by theme or by seminar.

record-title = The record
record-empty = Nothing yet. `/question` asks the first question; what you answer is kept here by theme.
record-without-theme = Without a theme
# The hint of a menu. $seminars: there are seminars in it as well.
record-open =
    { $seminars ->
        [true] Open a theme or a seminar
       *[false] Open a theme
    }
record-seminars = **Seminars**
# $day is when it was opened.
record-seminar-line = **{ $title }** · { $day } · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }{ $open ->
        [true] , still open
       *[false] {""}
    }
record-seminar-entry = Seminar { $seminar }
record-theme-line = **{ $theme }** · { $count }
record-theme-empty = Nothing yet. Ask a question about it with `/question theme:{ $theme }`.
record-no-theme-empty = Nothing yet. Ask a question with `/question`.
record-seminar-title = Seminar: { $title }
record-seminar-empty = No question of this seminar has been asked.
# $number is the one that the question has in the contents.
record-question = **{ $number }. { $question }** _· asked { $asked }, { $open ->
        [true] still open
       *[false] closed
    }_
record-continued = **{ $number }. { $question }** _(continued)_
record-nobody =
    { $open ->
        [true] _Nobody has answered yet._
       *[false] _Nobody answered._
    }
record-hidden =
    { $count ->
        [one] _{ $count } hidden answer, shown when the round closes._
       *[other] _{ $count } hidden answers, shown when the round closes._
    }
# Above a statement that was proposed.
record-statement =
    { $state ->
        [adopted] The group's statement
        [dissent] The group's statement, with objections
        [without] Proposed; not adopted
       *[proposed] Proposed; not decided yet
    }{ $version ->
        [none] {""}
       *[other] {" "}· version { $version }
    }{ $day ->
        [none] {""}
       *[other] {" "}· { $day }
    }
record-votes = _{ $counts }_

record-theme-and-seminar = Give either `theme:` or `seminar:`, not both.

# The contents of a theme or a seminar, in three parts.
record-stated = **The group's statements**
record-answered = **Closed without a statement**
record-still-open = **Still open**
record-contents-stated = { $number }. { $question }
# $day is when the newest version was written; $counts are the votes on it.
record-contents-statement = { $statement } _· { $day ->
        [none] {""}
       *[other] { $day } ·{" "}
    }{ $counts }_
record-contents-line = **{ $number }.** { $question } _· { $day } · { $about }_
record-contents-choice = { $number }. { $question }
# Where minds met and parted.
record-contents-about =
    { $answers ->
        [0] no answer
        [one] { $answers } answer
       *[other] { $answers } answers
    }{ $met ->
        [0] {""}
       *[other] {" "}· most agree on { $met }
    }{ $parted ->
        [0] {""}
       *[other] {" "}· opinions differ on { $parted }
    }
# The hint of the menu.
record-open-question = Open a question

# A search.
record-search-hint = Find words in it with `/record search:`.
record-found = In the record: { $searched }
record-found-nothing = Nothing that you can read here holds these words. Try fewer of them, or the beginning of one: `council*`.
record-found-in-part = _Nothing holds all of these words. These hold some of them._
# What the words were found in.
record-hit =
    { $kind ->
        [question] The question
        [statement] The group's statement
        [objection] { $name ->
            [none] Somebody objects
           *[other] { $name } objects
        }
       *[answer] { $name ->
            [none] Anonymous
           *[other] { $name }
        }
    }
# $question is none if the words are in the question itself.
record-hit-text = { $excerpt }{ $question ->
        [none] {""}
       *[other] {" "}_· on: { $question }_
    } _· { $day }_
record-open-found = Read one in full
record-hits =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
