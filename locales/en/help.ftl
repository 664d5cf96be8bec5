# What /help shows. $about is the description of a command or an option, from commands.ftl.

help-title = A commonplace book for this group
help-purpose = Quotes from your readings, questions about them, and what you answered, theme by theme.
# Outside of all servers that have the bot.
help-anywhere-title = A commonplace book for yourself
help-anywhere = Quotes from the book that all servers share. What you keep here only you see.
help-anywhere-server = _In a server that has me, a group has a book, questions and a record of its own._
help-command = `/{ $name }` · { $about }
# A command in the menu of a message.
help-on-message = In a message's menu, under Apps: **{ $name }** · { $about }
help-start = Start with `/quote` or `/question`. For more about a command: `/help command:daily`.

help-command-title = /{ $name }
help-option =
    `{ $name }:`{ $required ->
        [true] {" "}(needed)
       *[false] {""}
    } { $about }
# Under the subcommands of a command.
help-more = _All about one of them: `/help command:"{ $example }"`._
help-where-menu = On a phone, hold the message; on a computer, right-click it. Then choose Apps.

# How a seminar goes, step by step.
help-seminar =
    1. `/seminar open` starts a draft. Only you see it. Change it, then press _Start_.
    2. `/seminar next` asks a question. Answers stay hidden until all are shown.
    3. Members rate the answers, and one proposes a statement of the group. The others agree, stand aside or object.
    4. `/seminar close` posts the summary. `/record` keeps everything.
