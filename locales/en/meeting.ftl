# The date of a seminar: its announcement, its event and its reminder.

meeting-title = Meeting: { $title }
# $when and $relative are an instant: "Thursday, 3 December 2026 19:00", "in 7 days".
meeting-when =
    { $when } ({ $relative }) · { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
# The date by the clocks of the place where the group is.
meeting-agreed-on = Agreed on: { $time }
# What happens at its time.
meeting-opening =
    { $opening ->
        [itself] The seminar starts by itself then.
       *[asks] The facilitator starts it then.
    }
meeting-coming =
    { $count ->
        [0] Will you come? I remind those who say so one hour before.
        [one] **{ $count } has said here that they will come.** I remind those who say so one hour before.
       *[other] **{ $count } have said here that they will come.** I remind those who say so one hour before.
    }
meeting-begun = The seminar has started.
meeting-over = This meeting is over.
meeting-cancelled = **This meeting is cancelled.** If it is in your calendar, the file takes it out.

# Buttons.
meeting-come = I'll come
meeting-not-come = I can't come
meeting-file = Calendar file
meeting-set-date = Set a date
meeting-move = Move

# The draft, for its facilitator.
meeting-draft-opening =
    { $opening ->
        [itself] It starts by itself then, if there is a facilitator and nothing is in the way; otherwise I ask you.
       *[asks] I ask you then to start it.
    }
meeting-clocks-skipped = The clocks skip that time, since they go forward then: it is the first moment after it.
meeting-clocks-twice = The clocks show that time twice, since they go back then: it is the first of the two.
meeting-dated = The date is set, and announced in { $place }.
meeting-no-events = I lack Create Events on this server, so there is no event in Discord's list. All else works: who comes presses I'll come on the announcement.

# The form for a date.
meeting-form-title = When does it meet?
meeting-form-label = Date and time
meeting-form-hint = Thursday 19:00, tomorrow 7pm, 2026-12-03 19:00 ({ $timezone })
# How a date was understood, while it is typed.
meeting-choice = { $when } · { $relative }

# To one who said that they will come.
meeting-expected = You are expected at “{ $title }”. I remind you one hour before.
meeting-not-expected = You are not expected, and I do not remind you.
meeting-file-about =
    { $cancelled ->
        [true] Open this file: your calendar takes the meeting out.
       *[false] Open this file: your calendar takes the meeting in. If it is moved, a new file moves it.
    }

# For those who come.
meeting-reminder = **{ $title }** starts { $relative }. { $count ->
        [one] { $count } person has said that they will come.
       *[other] { $count } people have said that they will come.
    }
# More come than one message may call.
meeting-crowd = More than { $most } come, so I call nobody by name.
meeting-moved = **{ $title }** is moved to { $when }.
meeting-called-off = **{ $title }** on { $when } is cancelled.

# To the facilitator, when it is time.
meeting-ask =
    It is time for **{ $title }**. { $why ->
        [no-facilitator] Nobody who is here facilitates it: whoever manages this server can take over and start it.
        [no-agenda] It does not start by itself, since its agenda is empty. Add a question, and start it.
        [another-open] It does not start by itself, since another seminar is open here. Close that one first.
        [event-deleted] It does not start by itself, since its event was deleted. Start it if the meeting takes place.
        [channel] It does not start by itself, since I may not do all that it needs here. Start it, and I tell you what is missing.
       *[none] Start it when everybody is here.
    }
meeting-answered =
    { $how ->
        [cancelled] **{ $title }** was cancelled.
        [moved] **{ $title }** has another date.
       *[started] **{ $title }** has started.
    }

# Refusals.
meeting-error-past = { $when } has passed. Choose a time that is to come.
meeting-error-too-far = That is more than two years ahead. Choose an earlier date.
meeting-error-no-date = This seminar has no date. Its facilitator sets one with `/seminar move`.
meeting-error-not-ahead = This meeting is over, has started or is cancelled.
meeting-error-needs-date = A date is missing: `timezone:` and `start:` go with `at:`.
