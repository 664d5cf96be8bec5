# A server's settings.

settings-title = The settings of this server
settings-changed = Changed
settings-facilitators-title = Facilitators
settings-facilitators =
    { $role ->
        [none] All with Manage Server
       *[other] { $role }, and all with Manage Server
    }
settings-timezone-title = Time zone
settings-channel-title = Channel for problems
settings-channel =
    { $channel ->
        [none] none
       *[other] { $channel }
    }
settings-managers-only = Only members with Manage Server can see and change the settings.
