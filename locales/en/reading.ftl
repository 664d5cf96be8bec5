# A server's own readings.

# What was found in a file, before it is added.
reading-found-title = Found: { $title }
reading-found-author = by **{ $author }**
reading-found-counts =
    { $paragraphs ->
        [one] { $paragraphs } paragraph
       *[other] { $paragraphs } paragraphs
    }, { $quotes ->
        [one] { $quotes } quote
       *[other] { $quotes } quotes
    } and { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } of the author's own.
reading-found-sections = Sections
reading-found-section = { $title } (¶{ $first }–{ $last })
reading-found-doubts = Please look at this
reading-found-footer = Only this server sees it. If you do not add it, it is deleted after a day. Only add texts that you may share.
reading-found-add = Add it
reading-found-discard = Do not add it

reading-added = _{ $title }_ is now in this server's book: its quotes and questions come with the others.
reading-added-quote = A quote from it
reading-removed = _{ $title }_ is removed. What you answered to its questions stays in the record.

reading-list-title = This server's own readings
reading-list-none = None yet. `/reading add` adds one.
reading-listed = **{ $author }**, _{ $title }_ · { $quotes ->
        [one] { $quotes } quote
       *[other] { $quotes } quotes
    } · `reading:{ $reading }`
# How many there are, of how many there may be.
reading-list-footer = { $count } of { $most }

# Refusals.
reading-gone = This reading is not here any more. `/reading list` shows what there is.
reading-too-many = This server has { $most } readings of its own, which is the most it may have. `/reading remove` makes room.
reading-too-large = That file is larger than { $megabytes } MB. Add only the part that the group reads.
reading-not-an-attachment = That file was not uploaded to Discord.
reading-not-downloaded = I could not get that file from Discord. Please try again.
reading-unreadable-file = { $file } cannot be read: { $reason }.
reading-not-imported = I could not read that file. Try it as .txt or .html.
# What the importer says of a file that it does not take, in a sentence.
reading-refused = { $reason }
