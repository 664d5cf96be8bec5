# A server's settings.

settings-title = The settings of this server
settings-changed = Changed
settings-facilitators-title = Facilitators
settings-facilitators =
    { $role ->
        [none] All with Manage Server
       *[other] { $role }, and all with Manage Server
    }
settings-facilitators-gone = The role is deleted, so only members with Manage Server facilitate. Choose another with `facilitators:`, or none with `clear:facilitators`.
settings-timezone-title = Time zone
# Dailies that keep their own time zone when the server's has changed.
settings-dailies-title = Dailies in another time zone
settings-dailies = New dailies are in { $zone }. These stay where they were set:
settings-daily = Daily { $schedule } · { $time } { $zone }
settings-move-dailies =
    { $count ->
        [one] Move it to { $zone }
       *[other] Move all to { $zone }
    }
settings-channel-title = Channel for problems
settings-channel =
    { $channel ->
        [none] none
       *[other] { $channel }
    }
settings-anonymous-title = Anonymous answers
settings-anonymous =
    { $on ->
        [true] Members can answer without their name
       *[false] Off: every answer has a name; those that were given without one stay
    }
settings-language-title = Language
# $language calls itself so: "français". $chosen: by somebody, or as the server's own is.
settings-language =
    { $chosen ->
        [true] { $language } for all; what only one member sees is in their own
       *[false] { $language }, as Discord says of this server; what only one member sees is in their own
    }
settings-managers-only = Only members with Manage Server can see and change the settings.
settings-unknown-role = This server has no such role.
settings-everybodys-role = Everybody has that role. Without a role, everybody can hold seminars and members with Manage Server do the rest: `/settings clear:facilitators`.

# The channels in which the bot is to post. $count: in how many of them something is wrong.
settings-venues-title = Where I post
settings-venues =
    { $count ->
        [0] Nothing is missing.
        [one] In { $count } channel something is missing:
       *[other] In { $count } channels something is missing:
    }
# A channel, what is posted there, and what is wrong, one sentence or more.
settings-venue =
    { $trouble ->
        [none] { $channel } · { $uses } · all well
       *[other] { $channel } · { $uses } · ⚠ { $trouble }
    }
settings-venue-also = { $before } { $trouble }
settings-venues-more =
    { $count ->
        [one] and { $count } more channel
       *[other] and { $count } more channels
    }
settings-use-daily = daily { $schedule }
settings-use-seminar = seminar { $seminar }
settings-use-problems = messages about problems
