# Ein Zitat.

quote-another = Noch eins
quote-discuss = Diskutieren
quote-show = Allen zeigen
quote-keep = Merken
quote-context = Kontext
quote-who = Wer ist wer

quote-source =
    { $speaker ->
        [none] **{ $author }**
       *[other] **{ $speaker }**, zitiert von { $author }
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
quote-footer = { $themes } · { $id }
quote-partial-match = _Kein Zitat enthält alle diese Wörter. Dieses enthält einige davon._
quote-thread = { $voice }: { $text }

quote-thread-opens = Unter dem Zitat öffnet sich ein Thread.

quote-context-title = Kontext
quote-paraphrase = In einfachen Worten
quote-paragraph = Der ganze Absatz

quote-empty-search = In dieser Suche steht kein Wort. Versuch es mit `{ names-quote.search }:freedom` oder `{ names-quote.search }:plan*`.
quote-no-match = Kein Zitat im Buch passt zu `{ $given }`. Lass eine Option weg, oder versuch es mit anderen Wörtern.
quote-no-context = Mehr sagt das Buch zu diesem Zitat nicht.
quote-discuss-nowhere = Drücke _Diskutieren_ unter einem Zitat: Dort öffnet sich der Thread.
quote-discuss-in-voice = In einem Sprachkanal gibt es keine Threads. Ihr könnt das Zitat gleich hier diskutieren.
quote-discuss-in-thread = Das ist schon ein Thread. Ihr könnt das Zitat gleich hier diskutieren.

quote-reference = { $voice }{ $reported ->
        [none] {""}
       *[other] {" "}({ $reported })
    } ¶{ $paragraph } ({ $id })
