# A theme's page, and the list of themes.

theme-list-title = The themes of the book
theme-listed = **{ $name }** · { $quotes ->
        [one] { $quotes } quote
       *[other] { $quotes } quotes
    } · `theme:{ $id }`
theme-open = Open a theme
theme-holds =
    The book has { $quotes ->
        [one] { $quotes } quote
       *[other] { $quotes } quotes
    } and { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } about it.
# How often the group was asked; the latest questions follow.
theme-asked =
    { $count ->
        [0] **Your group has not been asked about it yet.**
        [one] **Your group was asked once:**
       *[other] **Your group was asked { $count } times. The latest:**
    }
theme-question =
    { $question } _({ $open ->
        [true] open, { $answers ->
            [one] { $answers } answer
           *[other] { $answers } answers
        }
       *[false] { $answers ->
            [one] { $answers } answer
           *[other] { $answers } answers
        }
    }, { $asked })_
theme-footer = theme:{ $id }
theme-quote = A quote
theme-ask = Ask a question
theme-record = Record
