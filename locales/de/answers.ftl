# Die eigenen Antworten eines Mitglieds; nur das Mitglied sieht sie.

answers-title = Deine Antworten hier
answers-none = Du hast hier noch nichts geantwortet. _Antworten_ unter einer Frage öffnet ein Formular.
answers-by =
    Runde { $round } · { $argued ->
        [true] für die zugeteilte Seite ·{" "}
       *[false] {""}
    }{ $anonymous ->
        [true] ohne deinen Namen
       *[false] mit deinem Namen
    } · { $open ->
        [true] { $shown ->
            [true] sichtbar
           *[false] noch nicht sichtbar
        }
       *[false] geschlossen
    }
answers-button = { $label } ({ $round })
answers-count = { $counted } · ohne die, die du anonym auf geschlossene Fragen gegeben hast: Niemand kann sehen, von wem sie sind
