# A server's own readings.

# The form. A title and a label have at most 45 characters, a description has at most 100.
reading-form = Add a reading
reading-form-file = The text
reading-form-file-about = .txt, .md, .html, .epub, or a .pdf with text in it. Only add what you may share.
reading-form-title = Title
reading-form-title-about = If it is left empty, I look for title, author and year in the file.
reading-form-author = Author
reading-form-year = Year
reading-form-year-about = When it was first published.

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
# What tells readings of one title apart; what is before the colon can be typed.
reading-name = r{ $reading }: { $title }, by { $author }
reading-remove-title = Remove { $title }?
reading-remove-ask =
    { $quotes ->
        [one] { $quotes } quote
       *[other] { $quotes } quotes
    } and { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } leave this server's book. What you answered stays in the record. To have it back, add the file again.
reading-remove-button = Remove it
reading-removed = _{ $title }_ is removed. What you answered to its questions stays in the record.

reading-list-title = This server's own readings
reading-list-none = None yet. `/reading add` adds one.
reading-listed = **{ $author }**, _{ $title }_ · { $quotes ->
        [one] { $quotes } quote
       *[other] { $quotes } quotes
    } · `reading:r{ $reading }`
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
# Why a file is not read, and what to do.
reading-refused =
    { $reason ->
        [empty] That file is empty.
        [no-words] There are no words in that file.
        [too-long] That text is too long for me. Add it in parts.
        [no-text] That file holds no text. I read .txt, .md, .html, .epub and .pdf files.
        [other-format] I do not read this kind of file. Save it as PDF, HTML or plain text, and add that.
        [archive] That is an archive of several files. Unpack it, and add the text in it.
        [clippings] Those are passages marked in several books. Add the text of one book.
        [no-letters] I cannot read the letters in that PDF: they are pictures. Run text recognition (OCR) on it first.
        [locked] That file is locked with a password. Save a copy without it, and add that.
       *[damaged] I cannot read that file: it may be damaged. Save it again, or try another format.
    }

# What to look at before a reading is added.
reading-doubt-no-title = I found no title, and took the file's name. You can give one with `title:`.
reading-doubt-no-author = I found no author. Add one with `author:`.
reading-doubt-no-year = I found no year. Add it with `year:`.
reading-doubt-guessed-year = I found no year. { $year } is the latest year in the text. If that is wrong, give the right one with `year:`.
reading-doubt-edition-year = The year may be that of a newer edition. If it is, give the first one with `year:`.
reading-doubt-notes =
    { $count ->
        [one] { $count } note has no mark in the text.
       *[other] { $count } notes have no mark in the text.
    }
reading-doubt-no-body = I could not tell which part the author wrote.
reading-doubt-introduction =
    { $count ->
        [one] I took the first paragraph for an introduction by the editors.
       *[other] I took the first { $count } paragraphs for an introduction by the editors.
    }
reading-doubt-wrong-bytes = Some letters cannot be read. They show as �.
reading-doubt-too-many-pages = That PDF is too long. I did not read its last pages.
reading-doubt-fonts = I cannot read some letters in that PDF, so words are missing.
reading-doubt-empty-pages =
    { $count ->
        [one] { $count } page has no words: it is empty, or a picture.
       *[other] { $count } pages have no words: they are empty, or pictures.
    }
reading-doubt-page-order =
    { $moved ->
        [true] I put the pages in another order. Check that each goes on where the one before ends.
       *[false] The pages may be in the wrong order. Check that each goes on where the one before ends.
    }
reading-doubt-foreign = The text is not in English, and I know the themes in English only. I chose no quotes or questions from it.
reading-doubt-missing-pages =
    { $count ->
        [one] { $count } page of the book is not in the file.
       *[other] { $count } pages of the book are not in the file.
    }
reading-doubt-joined =
    { $count ->
        [one] { $count } paragraph goes on from one page to the next. It may be two.
       *[other] { $count } paragraphs go on from one page to the next. Each may be two.
    }
reading-doubt-mended =
    { $count ->
        [one] I mended { $count } misprint, and may be wrong.
       *[other] I mended { $count } misprints, and may be wrong.
    }
