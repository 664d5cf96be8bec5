# Copying a passage out of one of this server's own readings, as a quote.

copy-out-found = It is there, word for word
copy-out-propose-hint = A facilitator can add it to this server's book. Propose it, and all see it.
copy-out-propose = Propose it
copy-out-proposed = Proposed as a quote
copy-out-proposed-hint = _It is in the reading word for word. A facilitator can add it to the book._
copy-out-add = Add it to the book
# The passage stands in quotation marks in the reading.
copy-out-within-marks = The author may be quoting somebody here. Whoever adds it says whose words these are.
copy-out-added = Now in this server's book
copy-out-show = Show it

# The form before it is added.
copy-out-form = Add this quote
copy-out-speaker = Whose words, if not the author's
copy-out-speaker-hint = Leave it empty if { $author } says this.

# The form that asks for a passage.
copy-out-ask = Copy out a passage
copy-out-ask-field = The passage, word for word
copy-out-ask-hint = I look for it in this server's own readings.

# What is nearest to words that are nowhere as they are. $quoted is in the message, $written in the
# reading.
copy-out-near = Not word for word
copy-out-differs = The reading says it so. What differs:
copy-out-other = “{ $quoted }” is “{ $written }” there
copy-out-put-in = “{ $quoted }” is not there
copy-out-left-out = “{ $written }” is left out
copy-out-more =
    { $count ->
        [one] … and { $count } place more.
       *[other] … and { $count } places more.
    }
copy-out-near-hint = _A quote is copied word for word. To have this passage, quote it as the reading says it._

# Refusals.
copy-out-error-bot = A bot wrote that. Use this on a message in which a member quotes a reading.
copy-out-error-no-words = I need at least { $least } words in a row to find a passage.
copy-out-error-nowhere =
    { $texts ->
        [true] No reading of this server has these words in a row.
       *[false] This server has no readings of its own. `/reading add` adds one.
    }{ $works ->
        [none] {""}
       *[other] {" "}Of { $works } I have the quotes, and not the text.
    }
copy-out-error-common = That is in _{ $title }_, ¶{ $paragraph }. It belongs to the book that all servers share: whoever runs this bot chooses its quotes.
copy-out-error-not-the-authors = That is in an introduction or a note, which is not quoted: those may not be the author's words.
copy-out-error-too-long = A quote has at most { $most } characters. Take the part that matters.
copy-out-error-known = That is a quote already: `{ $id }`.
copy-out-error-full = This reading has { $most } quotes, which is the most it may have.
copy-out-error-gone = That reading is not here any more, or it has changed. Try _Copy out_ again.
