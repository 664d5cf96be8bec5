kept-added = Gardée. `/kept` montre tes citations, à toi seulement.
kept-already = Tu gardes déjà cette citation. `/kept` montre tes citations, à toi seulement.
kept-removed = Retirée de tes citations.
kept-remove = Retirer
kept-again = Garder à nouveau

kept-title =
    { $theme ->
        [none] Tes citations
       *[other] Tes citations · { $theme }
    }
kept-none = Aucune pour l’instant. Appuie sur **Garder** sous une citation, et tu la retrouveras ici.
kept-gone =
    { $count ->
        [one] _{ $count } citation que tu gardais n’est plus dans le recueil : { $ids }._
       *[other] _{ $count } citations que tu gardais ne sont plus dans le recueil : { $ids }._
    }
kept-count =
    { $count ->
        [one] { $count } citation
       *[other] { $count } citations
    }
