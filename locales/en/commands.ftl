# What commands, subcommands and options do, where they are typed. A message is a command, its
# attributes are its options, and what an option can be chosen from: `.format-debate` is the name of
# `format:debate`. Discord takes at most 100 characters of each.

commands-quote = A quote from the book that this channel has not had lately
    .theme = About this theme
    .author = In this author's words
    .work = From this work
    .search = With these words, a "phrase" or the start* of a word; the best match first
    .id = This very quote
commands-kept = The quotes that you kept in this server; only you see them
    .theme = Only those about this theme
commands-theme = A theme: what it is about, its quotes and questions, what this group answered
    .name = The theme; leave it out to see them all
commands-question = Asks everybody here a question, with its quotes and buttons to answer
    .theme = About this theme
    .work = About this work
    .id = This very question
    .text = A question in your own words
commands-answer = Answers the question that is open here; without text a form opens
    .text = Your answer
    .anonymous = Without your name, and shown only when the round is closed
    .round = Which question, if several are open here

commands-seminar = A meeting with an agenda: everybody thinks first, then all answers are shown
commands-seminar-open = Starts a draft of an agenda that only you see
    .title = What it is called
    .themes = What it is about: one theme, or several with commas
    .work = The work that it is about
    .format = How the rounds go; plain if left out
    .format-plain = plain: everybody answers for themselves
    .format-debate = debate: first argue a side that you are given, then answer for yourself
    .reveal = When answers are shown; sealed if left out
    .reveal-sealed = sealed: all at once, when everybody has had time to think
    .reveal-live = live: as they come, anonymous ones at the end
    .minutes = Shows the answers after this many minutes
    .quorum = How many must vote before a statement is adopted; more than half if left out
    .channel = Where it meets: a channel, a thread or a forum; here if left out
commands-seminar-agenda = Shows you the agenda of your seminar, to change it
    .seminar = Which one, if there are several
commands-seminar-start = Invites everybody to the seminar that you drafted
    .seminar = Which one, if there are several
commands-seminar-next = Asks the next question
    .seminar = Which one, if there are several
commands-seminar-reveal = Shows the answers that are still hidden
    .seminar = Which one, if there are several
commands-seminar-status = Who joined, how many have answered, how far it is
    .seminar = Which one, if there are several
commands-seminar-close = Ends the seminar and shows its summary
    .seminar = Which one, if there are several
commands-seminar-join = Adds you to those who take part
    .seminar = Which one, if there are several
commands-seminar-card = Shows you the side that you argue in a debate
    .seminar = Which one, if there are several
commands-seminar-facilitator = Who facilitates, and who would; by lot, or handed over
    .volunteer = Whether you would facilitate
    .lot = Whether a facilitator is drawn by lot for each question; for the facilitator
    .member = Hands over to somebody who takes part; for the facilitator
    .seminar = Which one, if there are several
commands-seminar-recall = Asks for another facilitator; nobody is told that it was you
    .seminar = Which one, if there are several
    .back = Takes your request back

commands-statement = The group's statement on the question that is open here
commands-statement-propose = Proposes a statement of the whole group; without text a form opens
    .text = What the group says
commands-statement-show = Shows the proposed statement, to agree, stand aside or object

commands-queue = Whose turn it is to speak: those who have spoken least come first
commands-queue-join = Asks for a turn to speak
    .seminar = Which seminar, if there are several
commands-queue-leave = Takes you out of the queue, or ends your turn
    .seminar = Which seminar, if there are several
commands-queue-next = Ends the turn of the speaker; for the speaker and the facilitator
    .seminar = Which seminar, if there are several
commands-queue-show = Shows who speaks and who is next
    .seminar = Which seminar, if there are several

commands-record = What this group has answered, theme by theme
    .theme = The theme; leave it out to see where there are answers
    .seminar = One seminar, question by question

commands-daily = A quote every day: when, where and which
commands-daily-add = Posts a quote every day from now on
    .time = When, such as 9:00, 9am or 21h30
    .timezone = In which time zone; this server's if left out
    .days = On which days: daily, weekdays, weekends or mon,wed,fri
    .theme = Only about this theme
    .work = Only from this work
    .author = Only in this author's words
    .channel = Where; here if left out. A forum gets one post a day
    .role = A role to ping with each quote
    .thread = Whether to open a thread under each quote
commands-daily-list = Every daily of this server, and how it is doing
commands-daily-preview = When a daily comes next, and what clock changes do to it
    .schedule = Which daily; not needed if there is only one
    .count = How many times; 10 if left out
    .from = From this date on, such as 2027-03-20
commands-daily-pause = Pauses a daily until it is resumed
    .schedule = Which daily; not needed if there is only one
commands-daily-resume = Resumes a paused daily, or takes back the dates that it skips
    .schedule = Which daily; not needed if there is only one
commands-daily-skip = Skips the next date, one date or a range, for holidays
    .schedule = Which daily; not needed if there is only one
    .from = The first date to skip, such as 2026-12-24; the next one if left out
    .until = The last date to skip, such as 2027-01-06; only one if left out
commands-daily-remove = Ends a daily
    .schedule = Which daily; not needed if there is only one
commands-daily-now = Posts one more quote right now
    .schedule = Which daily; not needed if there is only one

commands-reading = This server's own readings: add a text, list them, remove one
commands-reading-add = Reads a text and shows you what is in it before it is added
    .file = The text: .txt, .md, .html, .epub, or a .pdf with text in it
    .title = Its title, if the file does not say
    .author = Who wrote it
    .year = When it was first published
commands-reading-list = This server's own readings
commands-reading-remove = Removes a reading from this server's book
    .reading = Which one

commands-settings = This server's settings; shows them if no option is given
    .facilitators = The role that runs dailies and rounds, and alone may facilitate seminars
    .timezone = The time zone of new dailies, such as Europe/Paris
    .channel = Where facilitators are told about problems
commands-help = What this bot does, and how
    .command = One command in full

# In the menu of a message.
commands-record-as-answer = Saves this message as its author's answer, if they say yes
    .message = Which message
