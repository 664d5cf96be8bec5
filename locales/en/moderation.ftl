# Taking something down, the log of that, and appeals against it. Whose it was is never told.

# Why, after "taken down: ".
moderation-reason =
    { $reason ->
        [attack] a personal attack
        [private] somebody's private matter
        [advertising] advertising
        [unrelated] nothing to do with the question
       *[rules] against Discord's rules
    }
# What became of the appeal, after a stub or an entry of the log; nothing if there was none.
moderation-appeal =
    { $appeal ->
        [asked] Appealed; not decided yet.
        [upheld] Appealed, and upheld.
        [mistake] That was a mistake.
       *[recalled] The group asked for another facilitator over it.
    }

# What stays where an answer was. $appeal is one of the sentences above.
moderation-stub = _An answer was taken down by the facilitators: { $reason }.{ $appeal ->
        [none] {""}
       *[other] {" "}{ $appeal }
    }_
# What stays of an objection, under its heading.
moderation-objection = _Its words were taken down by the facilitators: { $reason }. The objection counts all the same._
# On a round's card.
moderation-count =
    { $count ->
        [one] _{ $count } answer was taken down by the facilitators._
       *[other] _{ $count } answers were taken down by the facilitators._
    }

# An entry of the log: in /moderate log, and in files. $by is none if they had their name erased.
moderation-entry =
    { $kind ->
        [answer] An answer
       *[objection] The words of an objection
    } taken down by { $by ->
        [none] a facilitator
       *[other] { $by }
    }, { $day }: { $reason }.{ $muted ->
        [true] {" "}Its author was kept from answering again in that round.
       *[false] {""}
    }{ $appeal ->
        [none] {""}
       *[other] {" "}{ $appeal }
    }
moderation-log-line = **{ $entry }** · Round { $round } · { $what }
moderation-log-title = What was taken down
moderation-log-about = Everybody can read this. Anybody can appeal: `/moderate appeal`.
moderation-log-empty = Nothing has been taken down in the channels that you can view.
moderation-log-count =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
# In the list of suggestions.
moderation-suggestion = { $entry }: round { $round }, { $reason }

# Choosing what is taken down, and why.
moderation-button = Take it down
moderation-which-title = What do you want to take down?
moderation-which-hint = Choose an answer or an objection
moderation-which-anonymous = without a name
moderation-which-objection = Objection
moderation-which-count =
    { $count ->
        [one] 1 text
       *[other] { $count } texts
    }
# The form. A title and a label have at most 45 characters, a description has at most 100.
moderation-why-title = Why take it down?
moderation-why-reason = The reason
moderation-why-text = That somebody disagrees, or that you do, is none.
moderation-why-mute = No more answers from them in this round
moderation-why-mute-about = Nobody learns who that is if they gave no name.
moderation-why =
    { $reason ->
        [attack] A personal attack
        [private] Somebody's private matter
        [advertising] Advertising
        [unrelated] Nothing to do with the question
       *[rules] Against Discord's rules
    }
moderation-why-about =
    { $reason ->
        [attack] It attacks a person, not what they say
        [private] It tells what is somebody's own business
        [advertising] It sells or advertises something
        [unrelated] Spam or nonsense; an unusual view is not that
       *[rules] Threats, hate, sexual content, and what else they forbid
    }
moderation-sure-title = Take this down?
# $kind: an answer or an objection. $open: whether its round takes answers.
moderation-sure-text =
    The reason would be: **{ $reason }**. { $kind ->
        [answer] The text is erased everywhere and cannot come back. A line with the reason stays, and the log has your name and the reason, for everybody to read. Its author is told{ $open ->
            [true] {" "}and can answer again, unless you keep them from that. Nobody learns who they are if they gave no name.
           *[false] , if they gave their name.
        }
       *[objection] Its words are erased everywhere and cannot come back. The objection itself stays and counts. The log has your name and the reason, for everybody to read.
    }
moderation-sure = Take it down
moderation-sure-mute = … and no more answers in this round
# What the facilitator is told. $told: how its author hears of it.
moderation-done = **Taken down.** It is entry { $entry } in `/moderate log`. { $told ->
        [direct] Its author gets a direct message.
        [next] Its author is told the next time they do something in this round.
        [place] Its author reads it in the place of their words.
       *[never] Nobody can tell who its author is, so they are not told.
    }{ $muted ->
        [true] {" "}They cannot answer any more in this round.
       *[false] {""}
    }

# What its author is told. $place is the channel, in a direct message.
moderation-notice-title = Your answer was taken down
moderation-notice =
    The facilitators took it down{ $place ->
        [none] {""}
       *[other] {" "}in { $place }, round { $round }
    }: **{ $reason }**. The text is erased.
moderation-notice-muted = You cannot answer any more in this round. Nobody is told that this is about you.
moderation-notice-again = You can answer again.
moderation-notice-wrong = { $appeal } You can answer again.
moderation-notice-more =
    { $count ->
        [one] { $count } more was taken down before; `/moderate log` has it.
       *[other] { $count } more were taken down before; `/moderate log` has them.
    }
# How to appeal.
moderation-by-recall = If you think that is wrong, ask for another facilitator: `/seminar recall over:{ $entry }`. Nobody is told that it was you.
moderation-by-appeal = If you think that is wrong, ask those who manage the server for a second look: `/moderate appeal entry:{ $entry }`. Nobody is told that it was you.
moderation-recall-button = Another facilitator, please
moderation-appeal-button = Appeal

# Appeals. $channel is where those who manage the server are told, if they have set one.
moderation-appealed = **Noted. Nobody is told that it was you.** { $channel ->
        [none] Those who manage the server see it in `/moderate log`, and decide with `/moderate review`.
       *[other] Those who manage the server are told in { $channel }.
    }
moderation-second-look = **Somebody asks for a second look.** { $what }
moderation-second-look-hint = Who manages the server decides: `/moderate review entry:{ $entry }`. The text is erased, so ask in the group what it was.
moderation-review-button = Decide
moderation-review-title = Entry { $entry } of the log
moderation-review-hint = If it was a mistake, the log says so, and its author can answer again. The text cannot come back.
moderation-mistake = It was a mistake
moderation-upheld = It stays
moderation-decided =
    { $appeal ->
        [mistake] **The log says now that it was a mistake.** Its author can answer again as long as the round is open.
       *[upheld] **The log says now that it was upheld.**
    }

# Refusals.
moderation-error-facilitators =
    { $seminar ->
        [true] Only the facilitator of this seminar and who manages the server can take something down in it.
       *[false] Only facilitators of this server can take something down.
    } Anybody can tell them: it takes one press.
moderation-error-gone = That is not here any more, or nobody can read it yet, so nothing was taken down.
moderation-error-nothing = There is nothing in this round that can be taken down: nobody has answered, or nobody can read the answers yet.
moderation-error-no-round = No question is open here. Say which round with `round:`; its number is under each question.
moderation-error-no-answer = This message shows no answer. Use it on an answer, or choose one: `/moderate take-down`.
moderation-error-muted = An answer of yours in this round was taken down ({ $reason }), and you cannot answer any more in it. Nobody is told that this is about you. If you think that is wrong: `/moderate appeal entry:{ $entry }`.
moderation-error-no-entry = There is no entry { $entry } in the log that you can see.
moderation-error-appealed = That was appealed already. `/moderate log` says what became of it.
moderation-error-decided = That is decided already. `/moderate log` says how.
moderation-error-managers = Only who manages the server decides on an appeal.
moderation-error-over = A recall can be over what the facilitator of this seminar took down in it. Entry { $entry } is something else.
