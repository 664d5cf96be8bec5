quote-another = Une autre
quote-discuss = Discuter
quote-show = Montrer au groupe
quote-keep = Garder
quote-context = Contexte
quote-who = Qui est qui

quote-source =
    { $speaker ->
        [none] **{ $author }**
       *[other] **{ $speaker }**, propos cités par { $author }
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
quote-partial-match = _Aucune citation ne contient tous ces mots. Celle-ci en contient quelques-uns._
quote-thread = { $voice } : { $text }

quote-thread-opens = Un fil s’ouvre sous la citation.

quote-context-title = Contexte
quote-paraphrase = En mots simples
quote-paragraph = Le paragraphe entier

quote-empty-search = Il n’y a pas de mot dans cette recherche. Essaie `{ names-quote.search }:freedom` ou `{ names-quote.search }:plan*`.
quote-no-match = Aucune citation du recueil ne correspond à `{ $given }`. Enlève une option, ou essaie d’autres mots.
quote-no-context = Le recueil ne dit rien de plus sur cette citation.
quote-discuss-nowhere = Appuie sur _Discuter_ sous une citation : le fil s’ouvre à cet endroit.
quote-discuss-in-voice = Un salon vocal n’a pas de fils. Vous pouvez discuter de la citation ici même.
quote-discuss-in-thread = C’est déjà un fil. Vous pouvez discuter de la citation ici même.

quote-reference = { $voice }{ $reported ->
        [none] {""}
       *[other] {" "}({ $reported })
    } ¶{ $paragraph } ({ $id })
