# Die Zitate, die sich ein Mitglied gemerkt hat.

kept-added = Gemerkt. `/kept` zeigt deine Zitate, nur dir.
kept-already = Dieses Zitat hast du dir schon gemerkt. `/kept` zeigt deine Zitate, nur dir.
kept-removed = Nicht mehr gemerkt.
kept-remove = Nicht mehr merken
kept-again = Wieder merken

kept-title =
    { $theme ->
        [none] Deine Zitate
       *[other] Deine Zitate zu { $theme }
    }
kept-none = Noch keine. Drücke unter einem Zitat **Merken**, dann findest du es hier.
kept-gone =
    { $count ->
        [one] _{ $count } Zitat, das du dir gemerkt hast, ist nicht mehr im Buch: { $ids }._
       *[other] _{ $count } Zitate, die du dir gemerkt hast, sind nicht mehr im Buch: { $ids }._
    }
kept-count =
    { $count ->
        [one] { $count } Zitat
       *[other] { $count } Zitate
    }
