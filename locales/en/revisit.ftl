# Revisits: a question of a closed seminar is asked again weeks later, to learn whether minds have
# changed. Nobody sees what a member says; numbers are shown when it is over, from five answers on.

revisit-title = Has your mind changed?
revisit-round-footer = Round { $round }
revisit-private-footer = Round { $round } · only you see this

# Before a seminar is closed. $day is when the question is asked again.
revisit-offer = **One question is asked again,** on { $day }, of those who took part. Each of them says in private whether their mind has changed:
# $count: how many have taken part.
revisit-offer-few =
    { $count ->
        [one] Nothing is shown of what fewer than five say, and { $count } has taken part.
       *[other] Nothing is shown of what fewer than five say, and { $count } have taken part.
    }
revisit-choose = Ask another question again
revisit-entry-about =
    { $answers ->
        [one] Round { $round } · { $answers } answer
       *[other] Round { $round } · { $answers } answers
    }
revisit-planned = **On { $day } this question is asked again,** of those who took part: { $question }
revisit-call-off = Call it off

# In the channel. $title is the seminar's; $until is the last day.
revisit-invitation = You talked about this in _{ $title }_, on { $day }. If you answered then, with your name or without, say how you think now.
revisit-promise = Nobody sees what you say. It ends on { $until }; then numbers are shown, and only if five or more have answered.
revisit-look-again = Look again
# To a member alone. $link leads to the message in the channel.
revisit-letter = You talked about this in _{ $title }_, on { $day }. Say how you think now: press _Look again_ under { $link } in { $channel }.
revisit-link = this message

# What a member sees who looks again.
revisit-your-answer = Your answer then
revisit-answer-unknown = I know no answer of yours by name. What was answered is in `/record`.
revisit-ask = **How do you think now?** Nobody else sees what you say.
revisit-mind =
    { $mind ->
        [same] I think the same
        [somewhat] I think somewhat differently
       *[changed] I have changed my mind
    }
# $until is an instant.
revisit-said =
    { $mind ->
        [same] **You said that you think the same.**
        [somewhat] **You said that you think somewhat differently.**
       *[changed] **You said that you have changed your mind.**
    } Nobody else sees that. You can change it until { $until }.
revisit-passage-menu = Which passage was the reason?
revisit-no-passage = None of these
revisit-passage = You named a passage as the reason: { $passage }
# For the member's own eyes.
revisit-reason = What moved you; only you read this, and it is deleted when this ends
revisit-write =
    { $again ->
        [true] Change what moved me
       *[false] Write what moved me
    }
revisit-take-back = Take it back
revisit-taken-back = **Taken back.** Nothing of it is kept.
revisit-form-label = What moved you?
revisit-form-about = Only you read it. It is deleted when this ends.
revisit-form-rest = _The rest is in the message above._

# When it is over.
revisit-over = **This is over.** What came of it is posted below, and is in `/record`.
revisit-over-few = **This is over.** Too few have answered, so nothing is shown.
revisit-called-off = **This was called off.** Nothing of what was said is kept.
revisit-summary-title = How minds have moved
# In the record as well. $day is when the question was asked again.
revisit-moved = **How minds have moved:** asked again on { $day }, { $answers } answered. { $changed ->
        [one] { $changed } has changed their mind
       *[other] { $changed } have changed their minds
    } · { $somewhat ->
        [one] { $somewhat } thinks somewhat differently
       *[other] { $somewhat } think somewhat differently
    } · { $same ->
        [one] { $same } thinks the same
       *[other] { $same } think the same
    }
revisit-moved-few = _Asked again on { $day }; too few answered to show how minds have moved._
revisit-reasons = **Named as the reason:**
# $times: how many named it; none if one or two.
revisit-reason-line = { $passage } · { $times ->
        [none] named once or twice
       *[other] named by { $times }
    }

# `/seminar revisit`.
revisit-status-title = Asked again: { $title }
revisit-status-planned = It is asked again on { $day }.
revisit-status-open = It is being asked again now, until { $day }.

# Refusals.
revisit-error-unreadable = I do not know when “{ $given }” is. Give weeks or days, such as `revisit:4w` or `revisit:10d`.
revisit-error-too-soon = “{ $given }” is less than a day. Give weeks or days, such as `revisit:4w` or `revisit:10d`.
revisit-error-too-far = “{ $given }” is more than a year. Give weeks or days, such as `revisit:4w` or `revisit:10d`.
revisit-error-unanswered = No question of this seminar has an answer, so there is none to ask again. Close it without `revisit:`.
revisit-error-none = No question of a seminar here is asked again. `/seminar close revisit:4w` does that four weeks after the end.
revisit-error-several = Questions of several seminars are asked again. Say which seminar with `seminar:`.
revisit-error-not-open = This question is not being asked again now.
revisit-error-over = This is over, so nobody can answer any more. `/record` shows how minds have moved, if five or more have answered.
revisit-error-not-facilitator = Only whoever facilitated the seminar, or facilitates in this server, can call this off.
