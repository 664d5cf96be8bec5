# What the console says of itself; everything else in it is as on Discord.

console-welcome-title = A commonplace book for your reading group, here in the terminal
console-welcome = Type `/quote` for a passage, `/question theme:power` to ask the group something, and a number in `[brackets]` to press that button. `@ana` makes you another member; `?` says more, Tab completes, Ctrl-D leaves.
console-welcome-back = `?` says how this works, `/help` what the bot can do.

# The guide; each row says what something that can be typed does.
console-guide-title = The console
console-guide = Who, where and what fit on one line: `@ana #general /answer`. You are the first member, `@you`, and manage the server.
console-guide-help = what the bot can do; every command works here as on Discord
console-guide-member = from here on you are ana, an ordinary member
console-guide-channel = go there; a channel's name has at most { $longest } letters
console-guide-forum = a forum, as its name ends so; each post is a channel
console-guide-words = posted in the channel, under a number: `message 1`
console-guide-number = press the button with that number
console-guide-press = press the newest button with that label
console-guide-manager = you may manage the server, whoever you are; `-manager`, no more
console-guide-role = you have that role; `/settings facilitators:@teachers` gives it a meaning
console-guide-wait = moves the console's clock on by that time
console-guide-remark = is ignored
console-guide-quit = leaves, as Ctrl-D does
console-guide-scripts-title = Scripts
console-guide-scripts = Without a terminal, lines are read from standard input: `commonplace console < seminar.txt`. What goes in a form is on the next lines, each with two spaces before it; a `.` alone ends a field if another follows. The program ends with an error if a line failed. `sure:yes` at the end of `/close`, `/seminar close`, `/daily remove` or `/reading remove` does it without asking first.

# A form.
console-form-close = Ctrl-C closes the form.
console-form-closed = The form is closed; nothing was sent.
console-form-needs-lines = “{ $title }” is a form. Put what goes in it on the next lines, each with two spaces before it.
console-form-hint = — { $hint }
console-form-optional = (may be left empty)
console-form-lines = (an empty line ends it)
console-form-number = (type a number)
console-form-yes-or-no = (y or n)
console-form-path = (the path of a file)
console-form-full = The form is full; “{ $line }” is left over.
console-field-empty = Please fill in “{ $label }”.
console-field-short = “{ $label }” takes at least { $least } characters; this has { $count }.
console-field-long = “{ $label }” takes at most { $most } characters; this has { $count }.
console-field-choice = “{ $label }” takes a number from 1 to { $count }.
console-field-yes-or-no = “{ $label }” takes y or n.
console-no-form = That line has spaces before it, but no form is open for it.

# A line.
console-leave = Ctrl-D leaves, and so does Ctrl-C once more.
console-posted-word = Posted as a message. Did you mean `/{ $command }`?
console-time = It is { $time }.
console-press-what = Press what? A button's number, or its label: `press Keep`.
console-member-name = A member's name is one word of at most 32 letters: `@ana`.
console-channel-name = A channel's name is at most { $longest } of a–z, 0–9 and `-`: `#reading-room`.
console-role-name = A role's name is at most { $longest } of a–z, 0–9 and `-`: `+teachers`.
console-wait-how-long = Wait for how long? `wait 90s`, `wait 10m`, `wait 3h` or `wait 2d`.
console-in-forum = #{ $forum } is a forum. It holds posts; go to one of them.
console-archived-channel = #{ $channel } is archived. You can read it, and do nothing in it.

# A button.
console-press-not-yours = That button is on a message that only { $member } can see.
console-press-somebody = somebody else
console-press-gone = That button is gone. Its message has changed or was removed.
console-press-no-number = No button has the number { $number }.
console-press-no-label = There is no button “{ $label }” here to press.

# What happened to a message, a thread, a forum or a file.
console-note-changed = changed
console-note-still-open = still open
console-note-elsewhere = in #{ $channel }
console-note-archived = archived
console-note-only =
    { $you ->
        [true] only { $member } see this
       *[false] only { $member } sees this
    }
console-note-somebody = one member
console-message-number = message { $number }
console-picture = [Picture { $file }: { $alt }]
console-pings = pings { $who }
console-removed-message = A message in #{ $channel } was removed.
console-removed-titled = “{ $title }” in #{ $channel } was removed.
console-pinned =
    { $title ->
        [none] A message in #{ $channel } was pinned.
       *[other] “{ $title }” in #{ $channel } was pinned.
    }
console-thread-opened = A thread was opened: { $title }. Type `#{ $channel }` to go there.
console-post-opened =
    A post was opened in #{ $forum }: { $title }{ $tags ->
        [none] {""}
       *[other] {" "}[{ $tags }]
    }. Type `#{ $channel }` to go there.
console-post-untitled = A page of the book
console-channel-archived = #{ $channel } was archived.
console-new-tags = #{ $forum } has new tags: { $tags }.
console-file-saved = The file is here as { $file }.
console-file-not-saved = { $file } could not be written: { $reason }.

# A scheduled event, which Discord shows in a list of the server.
console-event =
    Event “{ $name }”, { $when }: { $status ->
        [scheduled] announced
        [active] going on
        [completed] over
       *[canceled] cancelled
    }
console-form-name =
    { $role ->
        [true] (the name of a role)
       *[false] (the name of a channel)
    }
console-field-name = “{ $label }” takes a name.
