# Whose turn it is to speak in a seminar: a list that everybody sees, and what one member sees of it.

queue-title = Who speaks
queue-footer = Seminar { $seminar } · who has spoken least comes first, then who asked first
queue-speaking =
    { $speaker ->
        [none] **Nobody is speaking.** Press “I want to speak”.
       *[other] { $speaker } is speaking.
    }
queue-position =
    { $position ->
        [1] You are next.
       *[other] You are number { $position }.
    }
queue-your-turn = **It is your turn.**
queue-next = Next
# One who waits. $spoken: how many turns they have had.
queue-waiting =
    { $position }. { $name }{ $spoken ->
        [0] {""}
        [one] {" "}_· has spoken once_
       *[other] {" "}_· has spoken { $spoken } times_
    }
queue-more = and { $count } more

# Buttons.
queue-ask = I want to speak
queue-leave = Leave the queue
queue-end-turn = Next
queue-done = I am done
# $shown: the list is in the channel already, further up.
queue-show-all =
    { $shown ->
        [true] Move the speakers' list here
       *[false] Show the list to all
    }

# What a member reads who has done something. $already: it was so before.
queue-joined =
    { $already ->
        [true] **You are in the queue already.**
       *[false] **You are in the queue.**
    } { $speaking } { $position }
queue-turn =
    { $already ->
        [true] **It is your turn already.**
       *[false] **It is your turn.**
    } Press the button when you are done.
queue-turn-over = **Your turn is over.** { $now }
queue-left = **You have left the queue.** You can ask again any time.
queue-not-in = You are not in the queue.
queue-now =
    { $speaker ->
        [none] Nobody else is waiting.
       *[other] Now { $speaker } speaks.
    }
queue-late = That turn is over already. { $now }
queue-shown = Everybody sees the speakers' list now.

# Refusals.
queue-error-nobody = Nobody is speaking, and nobody is waiting. `/queue join` asks for a turn.
queue-error-not-yours =
    { $facilitator ->
        [none] { $speaker } is speaking, and only they can end their turn.
       *[other] { $speaker } is speaking. Only they or { $facilitator }, who facilitates, can end the turn.
    }
