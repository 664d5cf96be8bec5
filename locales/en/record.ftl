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
# What a page or a theme holds.
record-count =
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } · { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }
record-theme-empty = Nothing yet. Ask a question about it with `/question theme:{ $theme }`.
record-no-theme-empty = Nothing yet. Ask a question with `/question`.
record-seminar-title = Seminar: { $title }
record-seminar-empty = No question of this seminar has been asked.
record-question = **{ $question }** _· asked { $asked }, { $open ->
        [true] still open
       *[false] closed
    }_
record-continued = **{ $question }** _(continued)_
record-quotes = _Quotes: { $quotes }_
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
    }
record-votes = _{ $counts }_

record-theme-and-seminar = Give either `theme:` or `seminar:`, not both.
