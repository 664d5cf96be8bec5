pages-back = ‹ Précédent
pages-next = Suivant ›
pages-contents = Sommaire
pages-continued = { $by } (suite)
pages-footer =
    { $last ->
        [1] { $counted }
       *[other] { $counted } · page { $page } sur { $last }
    }
pages-objections =
    { $count ->
        [one] { $count } objection
       *[other] { $count } objections
    }
