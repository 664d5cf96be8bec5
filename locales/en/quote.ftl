# A quote: $voice is whoever speaks in it, $speaker somebody whom the work quotes.

quote-another = Another
quote-discuss = Discuss
quote-keep = Keep
quote-context = Context

# Voline, quoted by Daniel Guérin, Three Problems of the Revolution (1958), Preface, ¶2
quote-source =
    { $speaker ->
        [none] **{ $author }**
       *[other] **{ $speaker }**, quoted by { $author }
    }, _{ $title }_{ $year ->
        [none] {""}
       *[other] {" "}({ $year })
    }, { $section ->
        [none] ¶{ $paragraph }
       *[other] { $section }, ¶{ $paragraph }
    }
# The themes of a quote and its id.
quote-footer = { $themes } · { $id }
quote-partial-match = _No quote has all of these words. This one has some of them._
# The name of the thread in which a quote is discussed.
quote-thread = { $voice }: { $text }

# The paragraph around a quote.
quote-paragraph-title = The whole paragraph

# Refusals.
quote-empty-search = There is no word in that search. Try `search:freedom` or `search:plan*`.
# $given is what was asked for, as it was typed: theme:power author:Voline
quote-no-match = No quote in the book matches `{ $given }`. Leave one option out, or try other words.
quote-no-paragraph = I have only quotes from this work, not its whole text.
quote-discuss-nowhere = Press _Discuss_ under a quote: the thread opens there.
quote-discuss-in-thread = This is a thread already. You can discuss the quote right here.
