answers-title = Tes réponses ici
answers-none = Tu n’as encore répondu à rien ici. Le bouton _Répondre_ sous une question ouvre un formulaire.
answers-by =
    Tour { $round } · { $argued ->
        [true] pour le camp que tu as reçu ·{" "}
       *[false] {""}
    }{ $anonymous ->
        [true] sans ton nom
       *[false] avec ton nom
    } · { $open ->
        [true] { $shown ->
            [true] affichée
           *[false] pas encore affichée
        }
       *[false] tour clos
    }
answers-button = { $label } { $round }
answers-count = { $counted } · hors réponses sans nom à des questions closes : rien ne dit de qui elles viennent
