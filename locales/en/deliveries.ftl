# What facilitators are told when something could not be posted.

deliveries-title = Something could not be posted
# $why is one sentence or more: what is wrong, what to do.
deliveries-blocked = I cannot post in { $channel }. { $why }
deliveries-blocked-hint = _I go on by myself if that is done within six hours. No answer is lost: `/record` shows them._
deliveries-gone = I cannot post in { $channel }: it is gone.
deliveries-gone-hint = _No answer is lost: `/record` shows them._
# $title is the title of the message, if it has one.
deliveries-refused =
    I could not post { $title ->
        [none] a message
       *[other] “{ $title }”
    } in { $channel }. { $why }
# Some of the answers in a message are blocked; the others are shown.
deliveries-withheld-title =
    { $count ->
        [one] One answer is
       *[other] { $count } answers are
    } not shown in { $channel }{ $title ->
        [none] {""}
       *[other] {" "}(“{ $title }”)
    }.
# In place of an answer that is blocked.
deliveries-withheld = _This answer is not shown here: Discord blocks it. `/record` has it._
# In place of an answer while the bot finds out which one is blocked.
deliveries-follows = _This answer follows in a moment._
# The bot cannot tell whether Discord has posted the message.
deliveries-unconfirmed =
    Please look in { $channel }: I cannot tell whether { $title ->
        [none] my last message
       *[other] “{ $title }”
    } is there. { $why } I do not post it twice.
# A thread that a member wanted under a message. $message is a link to it.
deliveries-no-thread = I could not open the thread under { $message }. { $why }
deliveries-no-thread-message = this message

# A panel that is there but not pinned.
deliveries-unpinned = The panel is in { $channel }, but I could not pin it. { $why }
deliveries-pin-by-hand = Anybody who may pin messages can do it: on a phone, hold the panel; on a computer, right-click it. Then choose _Pin Message_.

# Why something could not be posted.
deliveries-too-many-threads = This server has as many active threads as Discord allows. Close some of them.
deliveries-too-many-pins = The channel has as many pinned messages as Discord allows. Unpin some of them.
deliveries-filtered =
    { $filter ->
        [automod] A rule of this server's AutoMod blocks it. Change the rule, or the words.
       *[links] Discord blocks a link in it.
    }
deliveries-thread-locked = That thread is locked. Unlock it, or give me Manage Threads there.
deliveries-tag-required =
    That forum takes no post without a tag. { $tags ->
        [none] Add a tag that anyone may use.
       *[other] Add one of these tags: { $tags }.
    }
deliveries-forbidden = I may not do that there. Look at the channel's permissions.
deliveries-missing-permissions = Give me { $permissions } there.
deliveries-not-found = That channel is gone or hidden from me. Give me View Channel there, or end this daily with /daily remove.
deliveries-unreachable = Discord could not be reached in time.
deliveries-cannot-look = I cannot look. { $why }
deliveries-too-much-to-search = There are too many newer messages to look through.
deliveries-never-posted = The message was never posted.
deliveries-malformed = Something went wrong here. The log of the bot has more.

# A post of a forum has to have a name; this is for one without a title.
deliveries-untitled = A page of the book

# A seminar's meeting was announced, and Discord has no event of it.
deliveries-no-event-title = A meeting without an event
deliveries-no-event = I could not make or change the event of a meeting: { $why } All else works without it: who comes presses _I'll come_ on the announcement.
deliveries-too-many-events = This server has { $most } events to come, and Discord allows no more.
