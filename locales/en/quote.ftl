# A quote: $voice is whoever speaks in it, $speaker somebody whom the work quotes.

quote-another = Another
quote-discuss = Discuss
# A quote that only one member sees comes into the channel.
quote-show = Show to all
quote-keep = Keep
quote-context = Context
quote-who = Who is who

# Voline, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968),
# Preface, ¶2. $reported is whose view the author gives: “the libertarians, as Guérin reports them”.
quote-source =
    { $speaker ->
        [none] **{ $author }**
       *[other] **{ $speaker }**, quoted by { $author }
    }{ $reported ->
        [none] {""}
       *[other] {" "}({ $reported })
    }, _{ $title }_{ $date ->
        [none] {""}
       *[other] {" "}({ $date })
    }, { $section ->
        [none] ¶{ $paragraph }
       *[other] { $section }, ¶{ $paragraph }
    }
# The themes of a quote and its id.
quote-footer = { $themes } · { $id }
quote-partial-match = _No quote has all of these words. This one has some of them._
# The name of the thread in which a quote is discussed.
quote-thread = { $voice }: { $text }

quote-thread-opens = A thread opens under the quote.

# What the book says around a quote.
quote-context-title = Context
quote-paraphrase = In plain words
quote-paragraph = The whole paragraph

# Refusals.
quote-empty-search = There is no word in that search. Try `search:freedom` or `search:plan*`.
# $given is what was asked for, as it was typed: theme:power author:Voline
quote-no-match = No quote in the book matches `{ $given }`. Leave one option out, or try other words.
quote-no-context = The book says nothing more about this quote.
quote-discuss-nowhere = Press _Discuss_ under a quote: the thread opens there.
quote-discuss-in-voice = A voice channel has no threads. You can discuss the quote right here.
quote-discuss-in-thread = This is a thread already. You can discuss the quote right here.

# Whose quote it is, whose view it only reports, its paragraph and its id.
quote-reference = { $voice }{ $reported ->
        [none] {""}
       *[other] {" "}({ $reported })
    } ¶{ $paragraph } ({ $id })
