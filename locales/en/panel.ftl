# The panel: a message whose buttons do what commands do, for members who have no slash commands.

panel-title = What you can do here
panel-about = Every command is behind one of these buttons. What they open is for your eyes, unless it is meant for all.
panel-posted =
    { $pins ->
        [true] The panel is on its way, and I pin it. An older one in this channel goes.
       *[false] The panel is on its way. An older one in this channel goes. I may not pin messages here.
    }

# Its buttons; a button has at most 80 characters, and short ones are easier to read on a phone.
panel-answer = Answer
panel-answers = My answers
panel-ask = Ask a question
panel-quote = A quote
panel-privacy = What is kept about me
panel-help = Help

# Its parts: the button that opens one, and the title over it.
panel-open-book = The book
panel-open-record = The record
panel-open-group = Seminar and statement
panel-open-seminar = Facilitate a seminar
panel-open-facilitators = Facilitate this server

# The book.
panel-find-quote = Find a quote
panel-kept = My quotes
panel-themes = Themes
panel-who = Look up a person or a word
panel-timeline = Timeline
panel-readings = Readings
panel-copy-out = Copy out a passage

# The record.
panel-record = Open the record
panel-search-record = Search in it
panel-export = Get a file of it
panel-privacy-copy = A copy of what is kept about me
panel-privacy-erase = Erase it …
panel-taken-down = What was taken down
panel-appeal = Appeal

# Seminar and statement.
panel-join = Join the seminar
panel-status = Where it stands
panel-side = My side
panel-revisit = What is asked again
panel-queue-join = I want to speak
panel-queue-leave = I do not want to speak
panel-queue = Whose turn it is
panel-statement = The statement
panel-propose = Propose a statement
panel-close = Close a question
panel-facilitation = Who facilitates
panel-recall = Another facilitator

# Facilitate a seminar.
panel-seminar-open = Draft a seminar
panel-agenda = The agenda
panel-start = Start
panel-next = Next question
panel-reveal = Show the answers
panel-queue-next = Next to speak
panel-seminar-close = Close the seminar

# Facilitate this server.
panel-dailies = Dailies
panel-daily-add = Add a daily
panel-daily-preview = Preview
panel-daily-now = Post now
panel-daily-pause = Pause
panel-daily-resume = Resume
panel-daily-skip = Skip days
panel-daily-remove = Remove a daily
panel-take-down = Take down an answer
panel-review = Review an appeal
panel-reading-add = Add a reading
panel-reading-remove = Remove a reading
panel-settings = Settings

# A form for the options of a command.
panel-form = /{ $command }

# Refusals.
panel-error-channel = A panel needs a channel or a thread.
panel-error-missing = I need { $permissions } in this channel. Allow it in the channel's settings, then try again.
panel-error-nothing-to-fill = `/{ $command }` has nothing to fill in here. You can type it.
