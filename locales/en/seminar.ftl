# Seminars: a meeting with an agenda of questions, from its draft to its summary.

seminar-title = Seminar: { $title }
seminar-footer = Seminar { $seminar }
seminar-private-footer = Seminar { $seminar } · only you see this
# What it is about; $about is a work, or its themes: "3 questions on Power and Liberty".
# $length: how many minutes the agenda takes in all.
seminar-subject =
    { $count ->
        [one] **{ $count } question{ $about ->
            [none] {""}
           *[other] {" "}on { $about }
        }**
       *[other] **{ $count } questions{ $about ->
            [none] {""}
           *[other] {" "}on { $about }
        }**
    }{ $length ->
        [none] {""}
       *[other] {" "}· { $length } minutes
    }
# How its rounds go. $minutes: after how many the answers are shown, if that is set.
seminar-course =
    { $format ->
        [debate] In each round you are dealt a side. You argue for it first, and then answer in your own name.{" "}
       *[plain] {""}
    }{ $reveal ->
        [live] Answers are shown as they come, anonymous ones at the end.
       *[sealed] Answers are hidden until all are shown together, so that everybody can think for themselves.
    }{ $minutes ->
        [none] {""}
        [one] {" "}They are shown after { $minutes } minute at the latest.
       *[other] {" "}They are shown after { $minutes } minutes at the latest.
    }
seminar-facilitator =
    { $name ->
        [none] Nobody facilitates now
       *[other] Facilitated by { $name }
    }{ $lot ->
        [true] ; a new facilitator is drawn by lot for each question.
       *[false] .
    }
# Who takes part; $who is a list of names, and of the two messages below it.
seminar-roster =
    { $count ->
        [0] Nobody has joined yet. If you answer, you have joined.
        [one] **{ $count } takes part:** { $who }.
       *[other] **{ $count } take part:** { $who }.
    }
seminar-more-names = { $count } more
seminar-unnamed = { $count } without a name
# Those without a name who may be among the names before.
seminar-unnamed-perhaps = perhaps { $count } more without a name
seminar-closed = This seminar is closed.

# Buttons.
seminar-join = Join
seminar-status = Status
seminar-show-facilitator = Facilitator
seminar-who-speaks = Who speaks
seminar-start = Start
seminar-first-question = First question
seminar-agenda = Agenda
seminar-reveal = Reveal
seminar-close = Close the seminar
seminar-add-question = Add my own question

# `/seminar status`.
seminar-status-draft = It is a draft: it has not started.
seminar-status-closed = It is closed.
seminar-status-unposed = No question has been posed yet.
seminar-question-of = Question { $number } of { $count }
seminar-status-round =
    { $count ->
        [0] **No answers.**
        [one] **{ $count } answer.**
       *[other] **{ $count } answers.**
    } { $state ->
        [arguing] Everybody argues for their side.
        [open] It is open.
        [revealed] The answers are shown.
       *[closed] It is closed.
    }
# While answers are hidden: who has not answered yet.
seminar-status-awaited = Waiting for { $left } of { $size }.
# $when is an instant, such as "in 10 minutes".
seminar-reveals-at = The answers are shown { $when }.

# The agenda, for its facilitator.
seminar-agenda-title =
    { $draft ->
        [true] Draft: { $title }
       *[false] Agenda: { $title }
    }
seminar-agenda-line = **{ $number }.** { $question } _· { $about }_
# Its theme, if it has one, and what it asks for.
seminar-agenda-about =
    { $theme ->
        [none] {""}
       *[other] { $theme },{" "}
    }{ $kind ->
        [close] read closely
        [comparison] compare
        [application] apply to us
        [author] asked by the author
        [opener] to begin
        [closer] to end
        [debate] debate
       *[own] own words
    }{ $minutes ->
        [none] {""}
       *[other] , { $minutes } min
    }
# What members read before a seminar: a line for each work, and its parts by their sections if these
# are few.
seminar-reading = **Read beforehand:**
seminar-reading-work = _{ $title }_: { $parts }
seminar-reading-part =
    { $sections ->
        [none] ¶{ $first }{ $last ->
            [none] {""}
           *[other] –{ $last }
        }
       *[other] { $sections } (¶{ $first }{ $last ->
            [none] {""}
           *[other] –{ $last }
        })
    }
seminar-agenda-empty = It has no questions. Add one in your own words.
seminar-agenda-menu = Change a question
# The button beside a question of the agenda.
seminar-change-question = Change
seminar-agenda-entry = { $number }. { $question }
seminar-new-questions = New questions
# Asks before the agenda is thrown away.
seminar-new-questions-title = Draw new questions?
seminar-new-questions-text =
    { $count ->
        [one] The question on this agenda goes, your own too, and a new one comes.
       *[other] The { $count } questions on this agenda go, your own too, and new ones come.
    }
seminar-move-up = Move up
seminar-move-down = Move down
seminar-replace = Replace
seminar-remove = Remove
seminar-back-to-agenda = Back to the agenda
# The form for a question of the facilitator's own. A form's title and labels have at most 45
# characters, a hint 100.
seminar-own-question = A question of your own
seminar-own-question-label = The question
seminar-own-question-about = It can be answered in a paragraph, and not by yes or no.
# What a seminar is called that has neither title, themes nor work.
seminar-untitled = An evening with the book
# What the facilitator should know of the forum that the seminar meets in.
seminar-tags-to-make = I will make these tags in the forum: { $tags }.
seminar-tag-nearest = The forum has no tag “{ $theme }”; I will use “{ $tag }”.
seminar-tag-none = The forum has no tag “{ $theme }”, so this post gets none.

# What a member reads who has done something.
seminar-started = **It has started.** Everybody can join now in { $place }. When people are there, pose the first question.
# $new: they were not on the roster before; $open: a question is; $side: they argue a side.
seminar-joined =
    { $new ->
        [true] **You are in.**
       *[false] **You are in already.**
    } { $open ->
        [true] A question is open: answer when you are ready.
       *[false] The first question comes soon.
    }{ $side ->
        [true] {" "}You have been dealt a side.
       *[false] {""}
    }
seminar-show-side = Show my side
# $current is the name that the book gives those who think so: "the libertarians".
seminar-side-title = Your side: { $current }
seminar-side-for = **Your side says:**
seminar-side-against = **Your opponents say:**
seminar-side-hint = Argue for this side as well as you can, whatever you think yourself. Your own answer comes after.
seminar-side-footer = Only you see this.
seminar-side-first = In this debate you argue for a side that you are dealt. Look at yours first.
# $facilitator is somebody else who was drawn by lot for this round.
seminar-posed = **Question { $number } of { $count } comes now.**{ $facilitator ->
        [none] {""}
       *[other] {" "}{ $facilitator } facilitates this round.
    }
seminar-round-footer = Round { $round }
# The facilitator's notes for a round.
seminar-notes-title = My notes for this round
seminar-no-notes = The book has no further questions for this one.
seminar-notes-hint = Everybody sees the answers when you reveal them; `/seminar next` poses the next question.
seminar-follow-ups = If the talk comes to a stop, you could ask:
seminar-hidden =
    { $part ->
        [side] The arguments are still hidden. Reveal them first; then everybody answers in their own name.
       *[own] The answers are still hidden. Reveal them first, so that nobody has answered in vain.
    }
seminar-no-more = That was the last question of the agenda. Close the seminar, or add a question.
# $channel is where the answers go; none if it is gone.
seminar-revealed =
    { $channel ->
        [none] Revealed. That channel is gone or hidden from me, so I cannot show the answers there; `/record` has them.
       *[other] Revealed: the answers come in { $channel } now.
    }{ $part ->
        [side] {" "}Then everybody answers in their own name; reveal once more when they have.
       *[own] {""}
    }
seminar-close-title =
    { $draft ->
        [true] Discard “{ $title }”?
       *[false] Close “{ $title }”?
    }
seminar-close-draft = Nobody has seen this draft. It is deleted, with its agenda.
seminar-discard = Discard
seminar-discard-sure = Discard it
seminar-close-unposed =
    { $count ->
        [one] { $count } question of its agenda has not been posed.
       *[other] { $count } questions of its agenda have not been posed.
    }
seminar-close-hidden =
    { $count ->
        [one] { $count } hidden answer will be shown.
       *[other] { $count } hidden answers will be shown.
    }
seminar-close-text = Nobody can answer any more, and nothing ties anonymous answers to their members. A summary is posted.
seminar-close-sure = Close it
seminar-draft-deleted = The draft is deleted.
seminar-closed-receipt = Closed. The summary is in the channel; everything is in `/record`.

# The summary of a closed seminar.
seminar-summary-title =
    { $continued ->
        [true] Summary: { $title } (continued)
       *[false] Summary: { $title }
    }
seminar-summary-footer = Seminar { $seminar } · everything is in /record
seminar-summary-question = _{ $number }. { $question }_
seminar-summary-answers =
    { $count ->
        [0] Nobody answered.
        [one] { $count } answer.
       *[other] { $count } answers.
    }
seminar-summary-not-adopted = { $answers } The proposed statement was not adopted.
seminar-summary-unposed = Not posed
seminar-summary-who = Who took part
seminar-summary-roster =
    { $who ->
        [none] Nobody.
       *[other] { $who }.
    }{ $facilitator ->
        [none] {""}
       *[other] {" "}Facilitated by { $facilitator }.
    }

# Who facilitates: for one member, and for all when it changes.
seminar-facilitator-title = Who facilitates
seminar-volunteers =
    { $who ->
        [none] Nobody has volunteered yet.
       *[other] Volunteers: { $who }.
    }
seminar-hand-over-hint = You can hand over to somebody who takes part: `/seminar facilitator member:`.
seminar-recall-hint = If more than half of those who take part ask for somebody else, a new facilitator is drawn by lot. Nobody is told who asked.
seminar-take-up = I'll do it
seminar-take-over = I take over
seminar-my-notes = My notes for this round
seminar-volunteer = I volunteer
seminar-not-me = Not me
seminar-draw-lot = Draw by lot each round
seminar-stay = I stay the facilitator
seminar-recall = Somebody else, please
seminar-undo = Undo
# $over: what the one before took down, if that is why.
seminar-new-facilitator =
    { $how ->
        [lot] { $name } facilitates this round, by lot.
        [taken-up] { $name } facilitates from now on. Thank you!
        [handed-over] The facilitator hands over to { $name }.
        [appointed] { $name } facilitates from now on.
        [taken-over] { $name } takes over and facilitates from now on.
       *[recalled] The group asked for a new facilitator{ $over ->
            [none] {""}
           *[other] , over entry { $over } in `/moderate log`
        }. { $name } was drawn by lot.
    }
seminar-nobody-facilitates = Nobody facilitates now. The facilitator poses the next question, shows the answers, and closes the seminar. Who will do it?
seminar-nobody-will-you = Nobody facilitates now. Will you?
# $own: the member, or somebody else.
seminar-facilitates-already =
    { $own ->
        [true] You facilitate already.
       *[false] They facilitate already.
    }
seminar-handed-over = { $name } facilitates now. Thank you for your part!
seminar-other-facilitates = Somebody else facilitates by now.
# $said of $size who take part have asked; $needed must.
seminar-recall-count = { $said } of { $size } asked for somebody other than { $name }; if { $needed } ask, a new facilitator is drawn by lot.
seminar-recall-noted = **Noted. Nobody is told that it was you.** { $count }
seminar-recall-undone = **You have taken it back.** { $count }
seminar-recalled =
    More than half of you asked for a new facilitator. { $name ->
        [none] There is nobody else to draw: the first to volunteer does it.
       *[other] { $name } was drawn by lot.
    }

# Refusals.
seminar-error-not-found = There is no seminar { $id } here that you can see.
seminar-error-draft = There is no seminar { $id } yet.
seminar-error-none = There is no seminar here. `/seminar open` starts a draft.
seminar-error-several = There are several seminars, and none of them meets here. Say which with `seminar:`.
seminar-error-not-started = This seminar has not started yet. `/seminar start` invites everybody to it.
seminar-error-started = This seminar has started already. `/seminar next` poses the next question.
# $open: somebody else's is open here.
seminar-error-no-draft =
    { $open ->
        [true] Another seminar is open here, and you have no draft.
       *[false] You have no draft.
    } `/seminar open` starts one.
seminar-error-several-drafts = You have several drafts, and none of them is for this channel. Say which with `seminar:`.
seminar-error-closed = This seminar is closed. `/record` shows what the group answered.
seminar-error-not-eligible = In this server only members with the facilitators' role open and facilitate seminars. `/question` poses a single question.
seminar-error-not-facilitator =
    { $facilitator ->
        [none] Nobody facilitates this seminar now, so nobody can { seminar-action }. If you would do it, `/seminar facilitator` lets you.
       *[other] { $facilitator } facilitates this seminar, and only they can { seminar-action }.{ $takes ->
            [true] {" "}You can take over.
           *[false] {""}
        }
    }
# To a manager who does not facilitate.
seminar-anyway =
    { $facilitator ->
        [none] Nobody facilitates this seminar now.
       *[other] { $facilitator } facilitates this seminar.
    } As a manager of this server you can { $action ->
        [close] close it
       *[reveal] show the answers
    } all the same.
seminar-close-anyway = Close it anyway
seminar-reveal-anyway = Show them anyway
# What only the facilitator can do.
seminar-action =
    { $action ->
        [change-agenda] change its agenda
        [start] start it
        [pose] pose the next question
        [reveal] reveal the answers
        [close] close it
        [decide] decide that
        [hand-over] hand over
        [read-notes] read its notes
        [take-over] do that
        [edit-question] edit the question
        [close-round] close the round
        [set-date] set its date
       *[show-queue] show the list to all
    }
seminar-error-empty-agenda = Its agenda is empty. Add a question first: `/seminar agenda`.
seminar-error-another-open = Another seminar is open in that place. Close it first with `/seminar close`, or open yours elsewhere with `channel:`.
seminar-error-sealed-debate = In a debate answers are always hidden at first: everybody's argument and own answer are shown together. Leave `reveal:` out.
seminar-error-plan-is-whole = A plan brings its own questions and its own time. Leave out `plan:`, or leave out `themes:`, `work:`, `format:`, `questions:` and `length:`.
seminar-error-no-questions = The book has no question on that. Leave out `work:`, or choose other themes.
seminar-error-item-posed = That question is not waiting any more. `/seminar agenda` shows those that are.
seminar-error-no-other-question = The book has no other question on this theme.
seminar-error-not-a-debate = This seminar is no debate: everybody answers for themselves, and there are no sides.
seminar-error-no-side = You have no side now. The next question of the debate deals you one.
seminar-error-posed-meanwhile = Somebody was faster: that question is posed already, or the seminar is closed.
seminar-error-none-posed = No question has been posed yet. `/seminar next` poses the first.
seminar-error-newer-round = That round is over: a newer question is open.
seminar-error-round-closed = This round is closed. `/seminar next` poses the next question.
seminar-error-revealed = The answers are revealed already.
seminar-error-unanswered = Nobody has answered yet. Wait a little, or go on with `/seminar next`.

seminar-error-one-decision = One thing at a time: give `lot:`, `volunteer:` or `member:`.
seminar-error-volunteer-role = In this server only members with the facilitators' role facilitate seminars.
seminar-error-recalled = The group asked for another facilitator than you, so you cannot volunteer again. Whoever facilitates can hand over to you.
seminar-error-taken-up = Somebody else was quicker, and facilitates now. Thank you!
seminar-error-heir-absent =
    { $name ->
        [none] That member
       *[other] { $name }
    } does not take part by name yet. Once they have pressed **Join**, you can hand over to them.
seminar-error-heir-not-eligible = As far as I know { $name } may not facilitate: this server keeps that to a role. If they have it, let them press **Join** once more.
seminar-error-own-recall = You facilitate yourself. You can hand over instead: `/seminar facilitator member:`.
seminar-error-recall-absent = Only those who take part can ask for another facilitator. Press **Join** first.

seminar-error-unseen-channel = I cannot see that channel. Give me View Channel and Send Messages there, or choose another with `channel:`.
seminar-error-wrong-channel = A seminar meets in a text channel, a thread or a forum; choose one with `channel:`.
# $permissions: as Discord's settings call them.
seminar-error-permissions = I lack { $permissions } there, so the seminar could not go on. Give me that in the channel's settings, then try again.
# $example is one of the tags that the seminar's posts would have.
seminar-error-tag-required =
    That forum takes no post without a tag, and I may not make one. Add a tag to it, for example “{ $example ->
        [none] Seminar
       *[other] { $example }
    }”, or give me Manage Channels there.
