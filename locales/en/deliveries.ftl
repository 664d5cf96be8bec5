# What facilitators are told when something could not be posted.

deliveries-title = Something could not be posted
# $why is one sentence or more: what is wrong, what to do.
deliveries-blocked = I cannot post in { $channel }. { $why }
deliveries-blocked-hint = _I go on by myself if that is done within six hours. No answer is lost: `/record` shows them._
deliveries-gone = I cannot post in { $channel }: it is gone.
deliveries-gone-hint = _No answer is lost: `/record` shows them._

# Why something could not be posted.
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
