# Refusals: what went wrong, and what to do. Each names the option as it is typed.

errors-no-command =
    There is no command `{ $given }`.{ $near ->
        [none] {""}
       *[other] {" "}Did you mean `/{ $near }`?
    }
errors-needs-subcommand = `/{ $command }` needs one more word. See `/help command:{ $command }`.
errors-stray-word = I do not understand “{ $given }”. An option looks like `theme:power`.
errors-twice-given = `{ $option }:` is there twice.
errors-open-quotation = A quotation mark is opened and never closed.
errors-no-option =
    `/{ $command }` has no option `{ $given }:`.{ $near ->
        [none] {""}
       *[other] {" "}Did you mean `{ $near }`?
    }
errors-missing = Please add `{ $option }:`.
errors-bad-value = `{ $option }:` takes { $wanted }; “{ $given }” is not.
errors-wanted =
    { $wanted ->
        [yes-or-no] `yes` or `no`
        [whole-number] a whole number
        [channel] a channel
        [role] a role
        [member] a member of this server
        [message] the number of a member's message
        [file] a file
        [time] a time such as `9:00`, `9am`, `21h30` or `noon`
        [days] `daily`, `weekdays`, `weekends` or days such as `mon,wed,fri`
        [date] a date as year, month and day, such as `2026-12-24`
        [format] `plain` or `debate`
        [level] `easy`, `middle` or `text`
        [file-format] `html`, `md`, `csv` or `json`
        [reason] `attack`, `private`, `advertising`, `unrelated` or `rules`
        [daily-kind] `quote` or `pair`
        [moment] a date and a time such as `Thursday 19:00`, `tomorrow 7pm` or `2026-12-03 19:00`
        [opening] `asks` or `itself`
        [on-or-off] `on` or `off`
        [language] `en`, `fr`, `es` or `de`
        [setting] `facilitators`, `timezone`, `channel` or `language`
       *[reveal] `sealed` or `live`
    }
errors-wanted-between = a number from { $least } to { $most }
errors-unknown =
    There is no { $what ->
        [theme] theme
        [work] work
        [author] author
        [quote] quote
        [question] question
        [reading] reading
        [gloss] person or word in the book called
        [plan] session plan
        [seminar] seminar called
       *[time-zone] time zone
    } “{ $given }”.{ $near ->
        [none] {""}
       *[other] {" "}Did you mean `{ $near }`?
    }
# What was given fits several of that name.
errors-ambiguous =
    There are several { $what ->
        [author] authors
        [reading] readings
       *[work] works
    } called “{ $given }”: { $names }. Say which.
# An abbreviation (EST) or an offset (GMT+2) where the time zone of a place is wanted.
errors-no-place = “{ $given }” does not say where, and clocks change with the place. Choose a city: { $cities }.
errors-stale-press = This button is from an older message and does nothing now.
errors-stale-form = This form has changed since you opened it, so nothing was done. Please open it again.
errors-only-in-servers = That needs a server that has me. Here I have `/quote`, `/kept`, `/privacy` and `/help` for you.
errors-hidden-channel = You cannot view that channel, so I do not post there for you.
errors-sight-unknown = Discord does not tell me at the moment which channels you can view. Please try again in a minute.
errors-too-long =
    Your { $what ->
        [answer] answer
        [question] question
        [reason] reason
        [search] search
        [speaker] name
        [statement] statement
       *[title] title
    } is longer than { $most } characters. Shorten it and send it again; nothing was changed.
errors-empty =
    Your { $what ->
        [answer] answer
        [question] question
        [reason] reason
        [search] search
        [speaker] name
        [statement] statement
       *[title] title
    } is empty. Write a word or more; nothing was changed.
errors-is-bot = { $name } is a bot; `{ $option }:` takes a person.
# Above what the member wrote, which came to nothing.
errors-your-text = Your text, to copy
errors-failure = Something went wrong here, and nothing was changed. If it happens again, tell whoever runs this bot the number { $reference }.
