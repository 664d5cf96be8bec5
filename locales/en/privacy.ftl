# What is kept about a member, and how they have it erased.

privacy-title = What is kept about you here
privacy-footer = Only you see this
privacy-nothing = Nothing is kept about you in this server.

# One line of the list: what it is, how many, and what for.
privacy-line =
    { $kind ->
        [answers] **Answers: { $count }** · your words, for the group's record
        [ratings] **Ratings: { $count }** · of others' answers; nobody sees whose they are
        [statements] **Statements you proposed: { $count }** · for the group to vote on
        [wordings] **Wordings you gave statements: { $count }** · with your name
        [votes] **Votes and objections: { $count }** · in what the group decides
        [questions] **Questions you asked: { $count }** · so that you can change and close them
        [seminars] **Seminars you opened or facilitate: { $count }** · so that you can run them
        [roster] **Seminars you joined: { $count }** · so that the group knows whom it waits for
        [meetings] **Meetings you said you would come to: { $count }** · to remind you, until they are over
        [turns] **Places in a queue: { $count }** · for whose turn it is to speak
        [sides] **Sides you were dealt: { $count }** · until the question is closed
        [recalls] **Recalls: { $count }** · of a facilitator, until the seminar is closed
        [take-downs] **Take-downs: { $count }** · by you, for the log; of your answers, until the question is closed
        [second-thoughts] **Answers to a question asked again: { $count }** · for the count; nobody reads them
        [consents] **Messages that wait for a yes: { $count }** · yours, or ones that you asked about; at most a week
        [kept] **Quotes you kept: { $count }** · for you alone
        [dailies] **Dailies you made: { $count }** · so that you are told when one fails
        [readings] **Readings you added: { $count }** · who added them, and when
        [drafts] **Answers that wait for their question: { $count }** · for 15 minutes
        [outgoing] **Messages on their way: { $count }** · that name you
       *[told] **That you were told about this** · so that you are told once
    }
privacy-line-short =
    { $kind ->
        [answers] Answers: { $count }
        [ratings] Ratings: { $count }
        [statements] Statements you proposed: { $count }
        [wordings] Wordings you gave statements: { $count }
        [votes] Votes and objections: { $count }
        [questions] Questions you asked: { $count }
        [seminars] Seminars you opened or facilitate: { $count }
        [roster] Places in seminars: { $count }
        [meetings] Meetings you said you would come to: { $count }
        [turns] Places in a queue: { $count }
        [sides] Sides you were dealt: { $count }
        [recalls] Recalls: { $count }
        [take-downs] Take-downs: { $count }
        [second-thoughts] Answers to a question asked again: { $count }
        [consents] Messages that wait for a yes: { $count }
        [kept] Quotes you kept: { $count }
        [dailies] Dailies you made: { $count }
        [readings] Readings you added: { $count }
        [drafts] Answers that wait for their question: { $count }
        [outgoing] Messages on their way: { $count }
       *[told] That you were told what is kept
    }

privacy-who-title = Who sees it
privacy-who = Answers, statements and objections with a reason: whoever can view the channel. Ratings and votes: nobody. Quotes you kept: you. Whoever runs this bot can read its database.
privacy-how-long-title = How long
privacy-how-long = Until you erase it. If the bot leaves this server, all of the server's data is deleted some weeks later.
privacy-unnamed-title = Without your name
privacy-unnamed = As long as a question is open, you can get and erase your answer without a name. Once it is closed, nothing links it to you: nobody can find it, not even you.
privacy-operator = Questions? Ask whoever runs this bot.
privacy-policy = Privacy policy
privacy-terms = Terms
privacy-export = Give me a copy
privacy-erase = Erase …
privacy-show = What is kept?

privacy-copy-title = A copy of what is kept about you
privacy-copy = All of it, as JSON, which any text editor shows. What you answered without your name is in it as long as its question is open: keep the file to yourself.

# Before it is erased.
privacy-ask-title =
    { $everywhere ->
        [true] Erase everything about you, everywhere?
       *[false] Erase everything about you here?
    }
privacy-ask-everywhere =
    { $count ->
        [one] This is about one server.
       *[other] This is about all { $count } servers in which something is kept about you.
    }
privacy-nothing-to-erase =
    { $everywhere ->
        [true] Nothing is kept about you in any server.
       *[false] Nothing is kept about you in this server.
    }
privacy-goes = **This goes for good:**
privacy-stays = **This stays for the group, without your name:**
privacy-marks = Where others could read your answer, they read that one was withdrawn. Answers without your name to closed questions stay: nobody can tell which are yours. What others have copied stays with them.
privacy-may-link = _An answer without your name goes together with everything else. Somebody who has read it, or has older copies of the database, may guess that it was yours. To avoid that, withdraw it first, and erase the rest another day._
privacy-erase-sure = Erase it for good
privacy-erased =
    { $servers ->
        [none] Everything about you in this server is erased
        [one] Everything about you is erased, in one server
       *[other] Everything about you is erased, in { $servers } servers
    }{ $answers ->
        [0] .
        [one] {" "}– one answer among it. Messages that showed it change within a minute.
       *[other] {" "}– { $answers } answers among it. Messages that showed them change within a minute.
    }

# In the place of a name.
privacy-nobody = somebody who has left

# In the place of somebody's words, where a message was already on its way.
privacy-words-withdrawn = (withdrawn)

# Once, under the receipt of a first answer.
privacy-first =
    { $anonymous ->
        [true] _Kept of this answer: your words, without your name and without a time._
       *[false] _From now on the bot keeps what you answer here, with your name, for whoever can view this channel. You can have it erased at any time._
    }

# Somebody does something too often.
privacy-too-often =
    { $server ->
        [true] This server has sent too many { $what ->
            [answers] answers
            [questions] questions
            [imports] readings
            [copies] passages to copy out
           *[exports] requests for files
        } in the last hour.
       *[false] You have sent too many { $what ->
            [answers] answers
            [questions] questions
            [imports] readings
            [copies] passages to copy out
           *[exports] requests for files
        } in the last hour.
    } Please try again { $again }.
