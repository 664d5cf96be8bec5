# Permissions as Discord's settings call them, in the reader's language.

permissions-name =
    { $permission ->
        [view-channel] View Channel
        [send-messages] Send Messages
        [send-messages-in-threads] Send Messages in Threads
        [embed-links] Embed Links
        [attach-files] Attach Files
        [create-public-threads] Create Public Threads
        [read-message-history] Read Message History
        [manage-threads] Manage Threads
        [connect] Connect
        [create-events] Create Events
        [pin-messages] Pin Messages
       *[manage-channels] Manage Channels
    }
# What only facilitators do.
permissions-facilitators-only =
    Only facilitators can { $task ->
        [add-daily] add a daily
        [change-dailies] change the dailies
        [repost-daily] post it again
        [confirm-daily] say that it was posted
        [post-panel] post the panel
       *[change-readings] change this server's readings
    }. These are members with Manage Server, or with the role that `/settings facilitators:` sets.
