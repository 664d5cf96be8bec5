# The quotes that a member keeps; only they see them.

kept-added = Kept. `/kept` shows your quotes, only to you.
kept-already = You keep this quote already. `/kept` shows your quotes, only to you.
kept-removed = Removed from your quotes.
kept-remove = Let go
kept-again = Keep again

kept-title =
    { $theme ->
        [none] Your quotes
       *[other] Your quotes about { $theme }
    }
kept-none = None yet. Press **Keep** under a quote, and you find it here.
# $ids are those of quotes that the book had when they were kept.
kept-gone =
    { $count ->
        [one] _{ $count } quote that you kept is no longer in the book: { $ids }._
       *[other] _{ $count } quotes that you kept are no longer in the book: { $ids }._
    }
# Before each quote of the list, and on the button that removes it.
kept-count =
    { $count ->
        [one] { $count } quote
       *[other] { $count } quotes
    }
