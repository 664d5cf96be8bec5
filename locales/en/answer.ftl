# What members answer: the form, what the member is told, and how an answer is shown.

answer-count =
    { $count ->
        [one] 1 answer
       *[other] { $count } answers
    }

# The form. A title and a label have at most 45 characters, a description has at most 100.
answer-form-title =
    { $kind ->
        [change] Change your answer
        [argue] Argue your side
       *[answer] Answer the question
    }
answer-form-text = Your answer
answer-form-until = You can change it until the round closes.
answer-form-name = Your name
answer-form-named = With my name
answer-form-unnamed = Without my name
# Under “With my name”, for a member whose answer had no name so far.
answer-form-signs = Your answer so far has no name. This adds it, for everybody to see.
# Under “Without my name”; $seen: everybody could read the answer with the name.
answer-form-unnamed-warning =
    { $seen ->
        [true] All have seen your answer with your name: the same words would still tell it is yours.
       *[false] Others may guess who you are if nearly everybody else gives a name.
    }
# Where the rest is of what a form could not show.
answer-form-rest = _The rest is above, in the channel._
answer-form-rest-of-side = _There is more on your side: press “Show my side”._
answer-which = Several questions are open here. Which one do you answer?
answer-which-hint = Choose a question

# Before a member takes their name off an answer that others have seen with it.
answer-unsign-title = Take your name off?
answer-unsign-text = Everybody could read your answer with your name. It goes away in sight of all, and the same words without your name would still tell that they are yours.
answer-unsign-sure = Do it all the same

# What the member is told. $change is what became of the answer, $shown when it can be read.
answer-receipt =
    { $change ->
        [same] **Your answer is as it was.**
        [named] **Your answer is recorded.**
        [posted] **Your answer is recorded, and shown here under your name.**
        [anonymous] **Your answer is recorded without your name.**
        [signed] **Your answer has your name now.**
        [signed-posted] **Your answer is shown here under your name now.**
        [unsigned] **Your answer is without your name now; the one with it is erased.**
       *[changed] **Your answer is changed.**
    }{ $shown ->
        [hidden] {" "}Nobody sees it before all answers are shown.
        [hidden-anonymous] {" "}Nobody sees it before all answers are shown. You can change it until the round closes; after that nothing links it to you.
        [at-reveal] {" "}It is shown when the facilitator shows the answers. You can change it until the round closes; after that nothing links it to you.
        [at-close] {" "}It is shown when the round closes. Until then you can change it; after that nothing links it to you.
        [now] {" "}Everybody can read it now. Once the round closes, nothing links it to you.
       *[named] {""}
    }
# Answers that were put back from a copy of the database, in which nothing links them to members.
answer-unlinked =
    { $count ->
        [one] _An anonymous answer here was put back from a copy: nobody can change or withdraw it any more. If it is yours, do not answer twice; both would count._
       *[other] _{ $count } anonymous answers here were put back from a copy: nobody can change or withdraw them any more. If one is yours, do not answer twice; both would count._
    }
answer-change = Change
answer-withdraw = Withdraw
answer-withdrawn =
    { $answered ->
        [true] Withdrawn: your answer is erased.
       *[false] You have no answer in this round.
    }
answer-again = Answer again

# An answer as it is shown. $by is its member.
answer-anonymous = _Anonymous_
# $message is a link to the message that became the answer.
answer-from-message = { $by } · { $message }
answer-message = message
# In a debate: what a member argued for the side that they were dealt, $current ("Libertarians") …
answer-argued = { $by }_, for the { $current }_
# … and what they think themselves.
answer-own-view = { $by }_, own view_

# The messages that show all answers.
answer-page =
    { $kind ->
        [argued] What was argued
        [anonymous] Answered without a name
       *[all] The answers
    }
answer-page-footer =
    Round { $round } · in random order{ $last ->
        [1] {""}
       *[other] {" "}· page { $page } of { $last }
    }

# Refusals.
answer-error-closed = This round is closed, so your answer was not recorded. `/record` shows the answers.
answer-error-withdraw-closed = This round is closed: its answers can no longer be changed.
answer-error-names-only = This server takes no anonymous answers, so this one was not recorded. You can answer with your name.
answer-error-draft-gone = Your answer was kept for 15 minutes and is gone now; it was not recorded. Please send it again.
