# The quotes that a member keeps; only they see them.

kept-added = Kept. `/kept` shows your quotes, only to you.
kept-already = You keep this quote already. `/kept` shows your quotes, only to you.
kept-removed = Removed from your quotes.
kept-remove = Remove
kept-again = Keep again

kept-title =
    { $theme ->
        [none] Your quotes
       *[other] Your quotes about { $theme }
    }
kept-none = None yet. Press **Keep** under a quote, and you find it here.
# Before each quote of the list, and on the button that removes it.
kept-number = **{ $number }.**
kept-remove-number = Remove { $number }
kept-count =
    { $count ->
        [one] { $count } quote
       *[other] { $count } quotes
    }
