# The record as a document outside of Discord.

export-title = The record
export-empty = No question has been asked yet.
export-asked = _Asked { $asked }, { $open ->
        [true] still open
       *[false] closed
    }{ $seminar ->
        [none] {""}
       *[other] {" "}· seminar: { $seminar }
    }_
