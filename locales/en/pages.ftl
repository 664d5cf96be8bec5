# Turning the pages of a long list.

pages-back = ‹ Back
pages-next = Next ›
pages-contents = Contents
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
