# The daily quote, and what those who run the server are told about it. A daily has a number,
# $schedule.

daily-title = Quote of the day
# What is under a quote that comes hours late; $footer is what is there on time.
daily-late =
    { $footer ->
        [none] late today
       *[other] { $footer } · late today
    }

# Discord does not let the bot post. $why is one sentence or more: what is wrong, what to do.
daily-suspended-title = Daily { $schedule } is waiting
daily-suspended = I cannot post in { $channel }. { $why }
daily-suspended-hint = _After that it goes on by itself. No quote is lost._

# Discord refused the last quote for good. $why is one sentence or more.
daily-refused-title = Daily { $schedule } was not posted
daily-refused = I could not post the last quote in { $channel }. { $why }
daily-refused-hint = _The next one comes at its time._

# Something after the last quote cannot be done: its thread, or passing it on to those who follow the
# channel.
daily-step-title =
    { $step ->
        [thread] Daily { $schedule } has no thread
       *[announce] Daily { $schedule } did not reach its followers
    }
daily-step =
    { $step ->
        [thread] I cannot open the thread under the last quote in { $channel }. { $why }
       *[announce] I cannot pass the last quote in { $channel } on to those who follow it. { $why }
    }
daily-step-hint = _I go on by myself if that is done within six hours._

# The bot cannot tell whether Discord has posted the last quote. $why is one sentence or more.
daily-unconfirmed-title = Was daily { $schedule } posted?
daily-unconfirmed = Please look in { $channel }: I cannot tell whether the last quote is there. { $why } I do not post it twice.
daily-unconfirmed-hint = _These buttons are also in `/daily list`._
daily-post-now =
    { $schedule ->
        [none] Post it now
       *[other] Post it now (daily { $schedule })
    }
daily-was-posted =
    { $schedule ->
        [none] It is there
       *[other] It is there (daily { $schedule })
    }

# An instant, and how far off it is.
# The same where the daily is: Sat 2 May 2026, 09:00 Europe/Paris (in 3 hours)
daily-moment-there = { $date }, { $time } { $zone } _({ $distance })_
daily-moment = { $at } _({ $distance })_

# A coming time of a daily, there and in UTC, with the day in UTC if it is another one.
daily-occurrence = **{ $date }, { $time }** · { $utc_time } UTC{ $utc_date ->
        [none] {""}
       *[other] {" "}on { $utc_date }
    }{ $clocks ->
        [skipped] {" "}· the clocks skip that time: it comes at { $other_day ->
            [none] { $instead }
           *[other] { $other_day } { $instead }
        }
        [twice] {" "}· that time comes twice: it is the first
        [changed] {" "}· the clocks have changed: { $before } to { $after }
       *[same] {""}
    }

# A daily in one line: weekdays in #quotes, about Power, with a thread, pings @readers
daily-described =
    { $days } in { $channel }{ $kind ->
        [pair] , two quotes that disagree
       *[quote] {""}
    }{ $theme ->
        [none] {""}
       *[other] , about { $theme }
    }{ $author ->
        [none] {""}
       *[other] , by { $author }
    }{ $work ->
        [none] {""}
       *[other] , from { $work }
    }{ $thread ->
        [true] , with a thread
       *[false] {""}
    }{ $role ->
        [none] {""}
       *[other] , pings { $role }
    }
# When a daily comes: 09:00 Europe/Paris
daily-time = { $time } { $zone }

# What a facilitator reads once a daily is added or changed.
daily-added-title = Daily { $schedule } is set
daily-added = **{ $time }**, { $described }
daily-next-times = The next three:
# The forum has no tags for these themes.
daily-untagged = _The forum has no tag for { $themes }. Quotes about them come without a tag._
daily-paused-title = Daily { $schedule } is paused
daily-paused-hint = `/daily resume` starts it again. It goes on with the quotes that are left.
daily-resumed-title = Daily { $schedule } goes on
daily-unskipped-title = Daily { $schedule } skips no dates any more
daily-skipped-title = Daily { $schedule } skips { $dates }
daily-skipped-hint = _`/daily resume` takes back all skipped dates._
daily-remove-title = Remove daily { $schedule }?
daily-remove-hint = What it has posted stays. `/daily pause` stops it for a while.
daily-remove-button = Remove it
daily-removed-title = Daily { $schedule } is removed
daily-removed-hint = _What it has posted stays._
daily-moved-title =
    { $count ->
        [one] { $count } daily is in { $zone } now
       *[other] { $count } dailies are in { $zone } now
    }
daily-moved = Daily { $schedule }: next { $next }
daily-on-its-way = On its way to { $channel }.
daily-confirmed = Good: I noted it as posted.

# /daily preview.
daily-preview-title = Daily { $schedule } · { $time }
daily-preview-paused = It is paused. `/daily resume` starts it again.
daily-preview-waits = It waits. { $why }

# /daily list. $why is one sentence or more.
daily-list-title = The dailies of this server
daily-list-none = None yet. `/daily add time:9:00` makes one.
# The buttons beside a daily in the list.
daily-pause = Pause
daily-resume = Resume
daily-list-heading = Daily { $schedule } · { $time }
daily-count =
    { $count ->
        [one] { $count } daily
       *[other] { $count } dailies
    }
daily-next = Next: { $moment }
daily-waits = **Waits** since { $since }: I cannot post in { $channel }. { $why } It goes on by itself.
daily-is-paused = **Paused** since { $since }. `/daily resume` starts it again.
daily-last =
    Last: { $moment }{ $link ->
        [none] {""}
       *[other] , { $link }
    }{ $late ->
        [none] {""}
       *[other] . { $late }
    }
# How late the last post was, and why.
daily-late-by =
    It came { $time } late: { $cause ->
        [rate-limit] Discord asked me to wait
        [unavailable] Discord could not be reached
        [unknown] Discord did not say whether it was posted
        [forbidden] I was not allowed to post
        [not-found] I could not see the channel
        [invalid] something went wrong here
       *[none] I was not running, or was busy with other posts
    }{ $attempts ->
        [one] {""}
       *[other] {" "}({ $attempts } tries)
    }.
daily-see = see it
# How far through its quotes it is, before they begin again.
daily-progress =
    { $kind ->
        [pair] Pairs
       *[quote] Quotes
    }: { $come } of { $all } so far
daily-skips = Skips: { $dates }
daily-unclear = **Unclear** whether the quote of { $due } was posted. { $why }
# $cause: what has kept it so far.
daily-due =
    On its way: the quote of { $due }{ $cause ->
        [rate-limit] . Discord asks me to wait
        [unavailable] . Discord cannot be reached at the moment; I go on trying
        [unknown] . Discord did not say whether it was posted; I go on looking
        [forbidden] . I am not allowed to post yet
       *[none] {""}
    }
daily-failed-no-match = No quote in the book matches it any more.
daily-failed-unreadable = It could not be read after an update of the bot.
daily-failed = **Not posted:** the quote of { $due }. { $why }
daily-missed = **Missed** { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, the last on { $due }: the bot or Discord was away for too long
# A step after the last post that could not be done.
daily-undone =
    { $step ->
        [thread] **No thread** under the last one. { $why }
        [announce] **Followers did not get** the last one. { $why }
       *[other] **Something after the last one** did not work. { $why }
    }

# Refusals.
daily-several = There are several dailies here. Say which with `schedule:`. `/daily list` shows them.
daily-none = There is no daily here yet. `/daily add time:9:00` makes one.
daily-gone = There is no daily { $schedule } here that you can see. `/daily list` shows them.
daily-never = That time never comes.
daily-no-match = No quote in the book matches all of that. Leave one option out.
daily-no-pair = No pair of quotes in the book matches all of that. Leave one option out.
daily-matches-no-more = No quote in the book matches this daily any more. Remove it, and add another.
daily-not-paused = This daily is not paused, and skips no dates.
daily-too-many-skips =
    This daily skips { $most } dates already. `/daily resume` takes them back; then skip a range.
daily-range-turned = { $until } is before { $from }. Swap `from:` and `until:`.
daily-range-over = { $dates } is over already.
daily-range-too-long = That is more than a year. `/daily pause` pauses a daily for as long as you like.
daily-decided = Somebody has decided that already. `/daily list` shows how it is.
daily-unseen-channel = I cannot see that channel. Give me View Channel and Send Messages there, or choose another.
daily-no-messages = Choose a channel or a thread: a forum has no messages of its own.
daily-wrong-channel = A daily needs a text channel, an announcement channel, a thread or a forum. Choose another.
daily-missing-permissions = I need { $permissions } in that channel. Allow it in the channel's settings, then try again.
daily-thread-in-thread = That is a thread already, and has no threads under its messages. Leave `thread:` out.
daily-thread-in-voice = A voice channel has no threads under its messages. Leave `thread:` out.
daily-unknown-role = There is no such role in this server.
daily-pings-everyone = A daily does not ping everyone. Make a role for those who want it, and choose that one.
daily-unpingable-role = I may not ping the role “{ $role }”. Let anyone mention it in the role's settings, or allow me Mention Everyone in that channel; or leave `role:` out.
daily-tag-required = That forum takes no post without a tag, and has none for { $themes }. Add these tags to it, or choose a theme that it has.
