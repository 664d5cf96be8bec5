# The group's statement on a question: one text that members agree to, stand aside from, or object
# to. Votes are counted, and nobody sees who cast them.

statement-title =
    { $state ->
        [proposed] Proposed statement
        [adopted] The group's statement
        [dissent] The group's statement, with objections
       *[without] Statement not adopted
    }
# Whose words these are; $version is none for the first.
statement-by =
    { $version ->
        [none] Proposed by { $name }
       *[other] Version { $version }, by { $name }
    }
statement-by-group = The group
statement-footer =
    Round { $round } · version { $version }{ $open ->
        [true] {" "}· votes are secret
       *[false] {""}
    }
statement-round-footer = Round { $round }
statement-private-footer = Round { $round } · only you see this

# What the votes come to.
statement-counts = { $agree } agree · { $object } object · { $aside } aside
statement-counts-of-all = { $counts } · { $silent } did not vote
statement-status = **{ $status }** { $counts }
statement-too-few =
    { $voted ->
        [0] Nobody has voted yet; { $quorum } votes are needed.
        [one] { $voted } of the { $quorum } needed has voted.
       *[other] { $voted } of the { $quorum } needed have voted.
    }
statement-nobody-agrees = Enough have voted, but nobody agrees yet.
statement-blocked =
    { $count ->
        [one] Enough have voted, but there is { $count } objection.
       *[other] Enough have voted, but there are { $count } objections.
    }
statement-agreed = It is adopted when the round closes, unless somebody objects.
statement-adopted = Adopted.
statement-dissent =
    { $count ->
        [one] Adopted with { $count } objection.
       *[other] Adopted with { $count } objections.
    }
statement-without = Not adopted.

# What a round's card and a seminar's summary say once the round is closed.
statement-of-group = The group's statement ({ $counts })
statement-in-record =
    { $count ->
        [one] _{ $count } objection is in `/record`, word for word._
       *[other] _{ $count } objections are in `/record`, word for word._
    }
statement-not-adopted = **The proposed statement was not adopted.**

# An objection; $version is there if the statement has changed since.
statement-objection =
    { $name ->
        [none] Somebody objects
       *[other] { $name } objects
    }{ $version ->
        [none] {""}
       *[other] _, to version { $version }_
    }
# Whoever objected has erased themselves since.
statement-objection-erased = _Somebody objected; why is withdrawn._
statement-objections = Objections
statement-more-objections =
    { $count ->
        [one] _{ $count } more objection_
       *[other] _{ $count } more objections_
    }_: { $open ->
        [true] press “All objections”
       *[false] see `/record`
    }._

# What changed from version to version.
statement-changed = What changed from version { $version }
statement-changed-much = _A lot. Press “Show changes” to see all of it._
statement-version = Version { $version } of { $newest }
statement-version-by = By { $name }
statement-version-before = ‹ Version { $version }
statement-version-after = Version { $version } ›

# Buttons.
statement-agree = Agree
statement-aside = Stand aside
statement-object = Object
statement-edit = Edit
statement-take-back = Take it back
statement-show-changes = Show changes
statement-all-objections = All objections
statement-show = Show it
statement-undo = Undo my vote

# Forms. A title and a label have at most 45 characters, a description has at most 100.
statement-form-propose = The group's statement
statement-form-text = What the group answers
statement-form-text-about = One text that all can live with. It can be changed until the round closes.
statement-form-edit = Edit the statement
statement-form-new-text = The new text
statement-form-new-text-about = Everybody sees what changed and votes again. Objections stay until they are taken back.
# $again: the member has objected before.
statement-form-object =
    { $again ->
        [true] Change your objection
       *[false] Why do you object?
    }
statement-form-reason = Your reason
statement-form-reason-about = Say what would help, too. Everybody reads it.

# What a member reads who has done something.
statement-proposed = **Your statement is proposed.** Everybody here can agree, stand aside or object.
statement-proposed-hint = You count as agreeing. Until the round closes you can edit it or take it back, here or with `/statement show`.
statement-own-there = You have proposed a statement already. Edit it if you want other words.
statement-other-there = { $by } has proposed a statement already, and there is one at a time. If you want other words, object and say which.
statement-vote =
    { $vote ->
        [agree] **You agree.** Nobody sees that it is you.
        [aside] **You stand aside:** you do not agree, and you do not block it. Nobody sees that it is you.
        [object-named] **You object.** Your reason is shown with your name until you undo or change your vote.
       *[object-anonymous] **You object.** Your reason is shown without your name until you undo or change your vote.
    }
# Votes that were put back from a copy of the database, in which nothing links them to members.
statement-unlinked =
    { $count ->
        [one] _A vote here was put back from a copy: nobody can change it any more. If it is yours, undo this one; both would count._
       *[other] _{ $count } votes here were put back from a copy: nobody can change them any more. If one is yours, undo this one; both would count._
    }
statement-vote-same = **You have voted so already; it counts.**
statement-vote-removed = **Your vote is removed.**
statement-vote-none = **You had not voted.**
statement-vote-hint = _You can change your vote until the round closes._
statement-outdated = **The text has changed, so your vote was not counted.** Read the new text, then vote.
statement-edited =
    { $version ->
        [1] **This is version { $version }.**
       *[other] **This is version { $version } now.** Everybody sees what changed and is asked again: who agreed or stood aside did so with the old text. Objections stay until they are taken back.
    }
statement-edit-conflict = Somebody else changed the statement while you wrote. Read the new text first, then edit it.
statement-take-back-title = Take this statement back?
statement-take-back-text = All its versions and all votes are deleted: { $counts }.
statement-deleted = The statement is deleted. Anyone can propose another.
# Under a new version: what it does to the votes.
statement-again = _Please vote again: who agreed to version { $before } or stood aside did so with the old text._
# What is left of a message that showed an older version; $newer is a link.
statement-replaced-title = Version { $version }, replaced
statement-replaced = There is a new text: { $newer }.
statement-newer = version { $version }
# What is left of a message that showed a statement.
statement-taken-back-title = Statement taken back
statement-taken-back = The statement that was proposed here was taken back. Anyone can propose another.

# Refusals.
statement-error-not-found = There is no statement { $id } in this server.
statement-error-taken-back = This statement was taken back. Anyone can propose another.
statement-error-final = This round is closed, and its statement is final. `/record` shows it.
statement-error-round-closed = This round is closed. `/record` shows what the group answered.
statement-error-not-revealed = The answers are not revealed yet. When everybody has read them, you can propose a statement.
statement-error-none = No statement is proposed yet. `/statement propose` proposes one.
statement-error-only-proposer =
    Only { $by }, who proposed it, { $seminar ->
        [true] and the facilitator
       *[false] the member who asked the question, or a facilitator
    } can { $action ->
        [edit] edit it
       *[take-back] take it back
    }. Object if you want other words, and say which.
