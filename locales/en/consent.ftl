# Recording somebody's message as their answer, if they say yes. $message is a link to the message.

consent-ask = { $author }, may I save { $message } as your answer?
consent-this-message = this message
# $asker used the command, $author wrote the message.
consent-asker = { $asker } asks, and only { $author } can reply. If you say no, or say nothing for 7 days, nothing is kept.
# $files: the names of the message's pictures and files.
consent-files =
    { $count ->
        [one] _Only the words are kept, not { $files }._
       *[other] _Only the words are kept, not the files { $files }._
    }
consent-yes = Yes
consent-no = No

consent-asked-before = { $author } has been asked about that message already: { $message }.
consent-asked-just-now = { $author } has just been asked about that message.
# One request at a time, since each pings the author.
consent-asked-by-caller = You have asked { $author } about another message: { $message }. Please wait for the reply before you ask again.
consent-asked-by-caller-just-now = You have just asked { $author } about another message. Please wait for the reply before you ask again.
consent-asked-often = { $author } has been asked about several messages already. Please wait for the replies.
consent-see-here = see here

# The member has answered before; only they see this.
consent-replace-title = You have answered this question already
consent-your-answer =
    { $anonymous ->
        [true] Your answer, without your name
       *[false] Your answer
    }
consent-replace-hint =
    Put the message in its place?{ $anonymous ->
        [true] {" "}Your anonymous answer is erased then, and the message has your name.
       *[false] {""}
    }
consent-replace = Replace my answer

consent-receipt =
    { $change ->
        [same] Your message is your answer already: “**{ $question }**”.
        [new] Your message is recorded as your answer to “**{ $question }**”.
       *[replaced] Your message has replaced your answer to “**{ $question }**”.
    }

# What takes the place of the request, for all to see.
consent-recorded = { $author } said yes: { $message } is their answer to “**{ $question }**”.
consent-declined = { $message } is not recorded as an answer to “**{ $question }**”.
consent-the-message = The message
consent-too-late = The round was closed meanwhile, so { $message } is not recorded as an answer to “**{ $question }**”.
consent-gone =
    { $reason ->
        [expired] Nobody replied for 7 days, so the message is no longer kept, and nothing was recorded for “**{ $question }**”.
        [closed] This was answered before the round was closed: “**{ $question }**”.
       *[answered] This was answered already: “**{ $question }**”.
    }

# Refusals.
consent-error-bot = A bot wrote that. Only what a person wrote can be an answer.
consent-error-no-words = That message has no words to record; pictures and files are not kept.
consent-error-too-long =
    { $own ->
        [true] Your message
       *[false] That message
    } is longer than { $most } characters, the most that an answer can have.
consent-error-none-open = No question is open here, so this message answers none.
consent-error-debate = This is a debate: first everybody argues for the side they were dealt. A message can be recorded when all say what they think themselves.
consent-error-recorded = That message is { $author }’s answer already.
consent-error-closed = The round was closed meanwhile, so nothing was recorded.
consent-error-not-author = Only the member who wrote that message can reply to this.
