map-count =
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } · { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    }
map-drawn =
    { $drawn ->
        [none] { $count }
       *[other] { $count } · les { $drawn } premières sont dessinées
    }
map-met = large accord
map-parted = avis partagés
map-other = autres réponses
map-argued = débattu
map-read = lu
map-untouched = pas abordé
map-standing =
    { $standing ->
        [agreed] adoptée
        [dissent] adoptée, avec objections
        [answered] sans déclaration
        [unanswered] sans réponse
       *[open] encore ouverte
    }
map-work = { $author }, { $title }

map-alt-title = Carte : { $title }, { $count }.
map-alt-question =
    Question { $number } : { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    }{ $met ->
        [0] {""}
       *[other] , large accord sur { $met }
    }{ $parted ->
        [0] {""}
       *[other] , avis partagés sur { $parted }
    } ; { $standing ->
        [agreed] une déclaration a été adoptée.
        [dissent] une déclaration a été adoptée malgré des objections.
        [answered] aucune déclaration n’a été adoptée.
        [unanswered] elle est close.
       *[open] elle est encore ouverte.
    }
map-alt-work =
    Passages de l’ouvrage { $title }, { $author } : débattus, { $argued } ; lus, { $read } ; pas abordés, { $untouched }.

map-passages = **Passages des lectures**
map-passages-line = **{ $letter }** { $author }, _{ $title }_ : débattus, { $argued } ; lus, { $read } ; pas abordés, { $untouched }
