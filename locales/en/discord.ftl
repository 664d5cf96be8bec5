# What only Discord's members read.

discord-unknown-request = I cannot read this kind of request yet; nothing was changed. Try another way.
# Above what a member wrote, in a direct message.
discord-restarted = I was being restarted when this came; nothing was changed. Please try again.
# A command was carried out, and the program was killed before it could answer.
discord-carried-out = It is done. I was restarted just then, so my answer to you was lost.
discord-elsewhere = I cannot reach your own book from here; nothing was changed. Use the command in a direct message with me.
# $why: what blocks the answer, in a sentence or two.
discord-filtered = I cannot show that here. { $why }
# Under a message that is cut; the attached file has all of it.
discord-cut = This is too long for one message. The attached file has all of it.
discord-whole-file = in-full.txt

# What a member's text mentions, in the place of the number that Discord has for it.
discord-member =
    { $name ->
        [none] @someone
       *[other] @{ $name }
    }
discord-role =
    { $name ->
        [none] @a role
       *[other] @{ $name }
    }
discord-channel =
    { $name ->
        [none] #a channel
       *[other] #{ $name }
    }
# Pages that every server has, as Discord calls them.
discord-guide =
    { $page ->
        [browse] Browse Channels
        [customize] Channels & Roles
        [guide] Server Guide
       *[linked-roles] Linked Roles
    }
