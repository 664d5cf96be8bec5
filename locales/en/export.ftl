# The record as a document outside of Discord.

export-title = The record
export-empty = No question has been asked yet.
export-asked = Asked { $asked }, { $open ->
        [true] still open
       *[false] closed
    }{ $seminar ->
        [none] {""}
       *[other] {" "}· seminar: { $seminar }
    }
export-skip = Skip to the record
export-contents = Contents
export-reading = Along the reading
export-reading-about = The quotes in the order of the works; beside each, what the group was asked there, and what it made of it.
export-themes = By theme
export-seminars = Seminars
export-pictures = In pictures
export-asked-here = Asked here
export-answers =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
export-participants =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }
export-hidden =
    { $count ->
        [one] { $count } more is hidden until the round closes
       *[other] { $count } more are hidden until the round closes
    }
export-seminar-open = still open
export-made = Made with Commonplace. It holds what members could read on Discord, and nothing else.

# The pictures, each with its numbers in a table.
export-as-table = The numbers
export-over-time = Answers and participants over time
export-over-time-about = Each bar is the answers to the questions of one day; the line on it is how many took part.
export-agreement = Agreement by question
export-agreement-about = How many voted for and against each of the group's statements.
export-coverage = What was read
export-coverage-about = Each mark is a paragraph of the work. A full mark was argued over, a half mark was read out, a dot was never touched.
export-column-day = Day
export-column-answers = Answers
export-column-participants = Participants
export-column-question = Question
export-column-agree = Agree
export-column-aside = Stand aside
export-column-object = Object
export-column-section = Section
export-column-paragraphs = Paragraphs
export-column-read = Only read out
export-column-argued = Argued over
export-column-untouched = Never touched

# Beside the file that `/export` gives.
export-file =
    { $format ->
        [html] Open it in any browser; it needs no network. It holds what you can see here.
        [md] Markdown for your notes. It holds what you can see here.
        [csv] A zip of tables for a spreadsheet. It holds what you can see here.
       *[json] Everything you can see here, for programs.
    }
# The same where it is too large for one file.
export-packed =
    { $format ->
        [json] Everything you can see here, for programs. As one file it is too large for Discord: this zip holds it.
       *[other] What you can see here. As one file it is too large for Discord: this zip has a file for each theme.
    }
export-too-large = That would be a file of { $size } MB, and Discord takes { $most } MB here. Choose a part of it with `theme:` or `seminar:`, or ask whoever runs the bot: `commonplace export` writes all of it.
