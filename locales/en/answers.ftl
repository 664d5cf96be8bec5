# A member's own answers; only they see them.

answers-title = Your answers here
answers-none = You have answered nothing here yet. _Answer_ under a question opens a form.
# Over each answer.
answers-by =
    Round { $round } · { $argued ->
        [true] for the side that you were dealt ·{" "}
       *[false] {""}
    }{ $anonymous ->
        [true] without your name
       *[false] with your name
    } · { $open ->
        [true] { $shown ->
            [true] shown
           *[false] not shown yet
        }
       *[false] closed
    }
# $label is Change or Withdraw; $round tells several apart.
answers-button = { $label } { $round }
# $counted is the number of them: 3 answers
answers-count = { $counted } · without those that you gave without your name to closed questions: nobody can tell whose they are
