# A round: one question that was posed, on its card, and how it is closed.

# The card of a question that is about no theme.
round-title = A question
# The card of the first and of the last question of a session.
round-opener = To begin
round-closer = To end
# The card of a seminar's question; $about is its theme, or one of the three above.
round-title-of = Question { $position } of { $total } · { $about }
# Under a question that an author asks in a work; $speaker is whom the author quotes.
round-asked-by =
    { $speaker ->
        [none] _{ $author } asks this in_
       *[other] _{ $speaker }, quoted by { $author }, asks this in_
    } _{ $title }, ¶{ $paragraph }_
# A question on a message of the channel; $message is a link to it.
round-about = About { $message }
round-about-message = this message
# $own: a member wrote it. $level: how much it asks of a group.
round-footer =
    Round { $round }{ $level ->
        [easy] {" "}· easy
        [middle] {" "}· middle
        [text] {" "}· needs the text
       *[none] {""}
    }{ $own ->
        [true] {" "}· in a member's own words
       *[false] {""}
    }
# As above, on other messages of the round.
round-number = Round { $round }
# A seminar's post in a forum: "2. Who rules?"
round-post = { $position }. { $question }

# How many have answered. $anonymous is 0 where the number is not told.
round-count =
    { $count ->
        [0] { $closed ->
            [true] **No answers.**
           *[false] **No answers yet.**
        }
        [one] { $anonymous ->
            [0] **1 answer.**
           *[other] **1 answer, without a name.**
        }
       *[other] { $anonymous ->
            [0] **{ $count } answers.**
           *[other] **{ $count } answers, { $anonymous } of them anonymous.**
        }
    }
# What happens to the answers. $at: when they are shown by themselves, such as "in 10 minutes".
round-answers =
    { $state ->
        [closed] This round is closed.
        [unanswered] The time is over. You can still answer: an answer with your name is shown at once.
        [revealed] They are shown below. You can still answer; a late anonymous answer appears when the round closes.
        [sealed] Answers are hidden until everybody who joined has answered or the facilitator shows them{ $at ->
            [none] {""}
           *[other] , at the latest { $at }
        }.
        [live-in-seminar] Anonymous answers are hidden until the facilitator shows them{ $at ->
            [none] {""}
           *[other] , at the latest { $at }
        }.
       *[live] Anonymous answers are shown when the round closes.
    }
# Somebody takes part without a name, and nobody may see it if they join by name now.
round-not-awaited = _Somebody takes part without a name. Whoever joins now may be the same person, so their answer is not waited for before the next question._
# In a debate, before what happens to the answers.
round-debate =
    { $part ->
        [dealt] First argue for the side that you were dealt.
       *[own] Now say what you think yourself.
    }

# Members have erased all that was kept about them, answers that others could read among it.
round-withdrawn =
    { $count ->
        [one] 1 answer was withdrawn.
       *[other] { $count } answers were withdrawn.
    }

round-answer = Answer
round-argue = Argue my side
round-reveal = Reveal
round-edit = Edit
round-close = Close

# Under the revealed answers: what now?
round-outcome-title = What now?
round-outcome-count =
    { $count ->
        [0] **Nobody has answered yet.**
        [one] **1 answer.**
       *[other] **{ $count } answers.**
    }
round-outcome-closed = This round is closed.
# After a debate's first part. $question is the question.
round-outcome-own = **Now in your own name:** { $question }
round-outcome-own-hint = You argued the side that you were dealt. What do you think yourself?
# $rate: there are answers to rate. $proposer has proposed a statement.
round-next =
    { $rate ->
        [true] Rate the answers one by one: nobody sees your ratings.{" "}
       *[false] {""}
    }Talk about them here. { $proposer ->
        [none] Anyone can propose a statement for the whole group.
       *[other] { $proposer } has proposed a statement for the whole group: see its own message here.
    }
round-then = Then the facilitator goes on.
round-rate = Rate the answers
round-results = Results so far
round-propose = Propose a statement
round-next-question = Next question
round-close-seminar = Close the seminar
round-most-agree = **Most agree on**
round-opinions-differ = **Opinions differ on**
# Under a few answers: how many others there are of the kind.
round-more = _and { $count } more_

# Closing.
round-closing = Close this round?
round-closing-hint =
    { $count ->
        [0] It has no answers yet, and nobody can answer once it is closed.
        [one] It has 1 answer.
       *[other] It has { $count } answers.
    }{ $count ->
        [0] {""}
       *[other] {" "}Closing shows the anonymous answers here. Then nobody can change or withdraw an answer, and nothing links an anonymous one to its member.
    }
round-closing-sure = Close it
# $state is how the statement is doing: a sentence, and the votes without a full stop.
round-closing-statement = A statement is proposed. { $state }.
round-closing-open = A statement is proposed. { $state }. If you close the round now, the group makes no statement.
round-closing-blocked = A statement is proposed. { $state }. More members must agree than object before it can be adopted. If you close the round now, the group makes no statement.
round-closing-outweighs = A statement is proposed. { $state }. You can adopt it: the objections are kept in the record, word for word. Or close the round without a statement.
round-close-without = Close without a statement
round-close-over = Adopt, keep objections
round-closed =
    { $count ->
        [0] Closed without an answer.
        [one] Closed with 1 answer.
       *[other] Closed with { $count } answers.
    } Everything is in `/record`.

# Refusals.
round-error-unknown = There is no round { $round } here that you can see.
round-error-none-open = No question is open here. `/question` poses one.
round-error-several = Several questions are open here. Say which with `round:`, or press _Close_ under it.
round-error-closed = This round is closed already.
round-error-asker =
    Only the member who posed this question or a facilitator can { $action ->
        [edit] edit
       *[close] close
    } it.
