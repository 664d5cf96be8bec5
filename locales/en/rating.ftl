# Rating others' answers, one at a time, and what all of them got.

rating-title = Answer { $position } of { $total }
# What the member thinks so far of the answer that is shown.
rating-said =
    { $opinion ->
        [agree] You agree. You can change that.
        [pass] You passed. You can change that.
       *[disagree] You disagree. You can change that.
    }
rating-opinion =
    { $opinion ->
        [agree] Agree
        [pass] Pass
       *[disagree] Disagree
    }
rating-back = ‹ Back
rating-skip = Skip ›
# $without_own: the member's own answer is not among them.
rating-progress =
    { $rated } of { $total } rated{ $without_own ->
        [true] , without your own
       *[false] {""}
    } · only you see this
rating-missed = **That answer was changed or withdrawn meanwhile; nothing was counted.**

rating-none = There is no answer of anybody else to rate here.
rating-done =
    { $count ->
        [one] **That was the only one. Thank you!**
       *[other] **You have rated all { $count }. Thank you!**
    }
rating-done-hint = Nobody sees your ratings. You can change them until the round closes. Results of an answer are shown once three people have rated it.
rating-again = Look again

rating-results = Results so far
rating-results-none = No answers to rate yet.
# An answer in a line. $by is its member.
rating-answer = “{ $text }” — { $by }
rating-line = { $answer } · { $agree } agree · { $disagree } disagree
rating-line-passed = { $answer } · { $agree } agree · { $disagree } disagree · { $pass } passed
rating-line-few = { $answer }_ · too few ratings yet_

rating-error-hidden = The answers are not shown yet. You can rate them once all can read them.
rating-error-closed = This round is closed, so its answers can no longer be rated. `/record` shows what the group thinks.
