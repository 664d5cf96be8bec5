# Turning the pages of a long list.

pages-back = ‹ Back
pages-next = Next ›
pages-contents = Contents
# The heading of what $by said, where it goes on on the next page.
pages-continued = { $by }, continued
# $counted says how many there are in all: 12 quotes · page 2 of 3
pages-footer =
    { $last ->
        [1] { $counted }
       *[other] { $counted } · page { $page } of { $last }
    }
pages-objections =
    { $count ->
        [one] { $count } objection
       *[other] { $count } objections
    }
