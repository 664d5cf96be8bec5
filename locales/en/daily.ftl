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
