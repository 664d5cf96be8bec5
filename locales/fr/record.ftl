record-title = Le registre
record-empty = Rien pour l’instant. `/question` pose la première question ; vos réponses sont gardées ici, par thème.
record-without-theme = Sans thème
record-open =
    { $seminars ->
        [true] Ouvrir un thème ou un séminaire
       *[false] Ouvrir un thème
    }
record-seminars = **Séminaires**
record-seminar-line = **{ $title }** · { $day } · { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }{ $open ->
        [true] , encore ouvert
       *[false] {""}
    }
record-seminar-entry = Séminaire { $seminar }
record-theme-line = **{ $theme }** · { $count }
record-theme-empty = Rien pour l’instant. Pose une question sur ce thème avec `/question theme:{ $theme }`.
record-no-theme-empty = Rien pour l’instant. Pose une question avec `/question`.
record-seminar-title = Séminaire : { $title }
record-seminar-empty = Aucune question de ce séminaire n’a été posée.
record-question = **{ $number }. { $question }** _· posée le { $asked }, { $open ->
        [true] encore ouverte
       *[false] close
    }_
record-continued = **{ $number }. { $question }** _(suite)_
record-nobody =
    { $open ->
        [true] _Personne n’a encore répondu._
       *[false] _Personne n’a répondu._
    }
record-hidden =
    { $count ->
        [one] _{ $count } réponse cachée, affichée à la clôture du tour._
       *[other] _{ $count } réponses cachées, affichées à la clôture du tour._
    }
record-statement =
    { $state ->
        [adopted] La déclaration du groupe
        [dissent] La déclaration du groupe, avec objections
        [without] Proposée ; pas adoptée
       *[proposed] Proposée ; pas encore décidée
    }{ $version ->
        [none] {""}
       *[other] {" "}· version { $version }
    }{ $day ->
        [none] {""}
       *[other] {" "}· { $day }
    }
record-votes = _{ $counts }_

record-theme-and-seminar = Donne soit `{ names-record.theme }:`, soit `{ names-record.seminar }:`, pas les deux.

record-stated = **Les déclarations du groupe**
record-answered = **Closes sans déclaration**
record-still-open = **Encore ouvertes**
record-contents-stated = { $number }. { $question }
record-contents-statement = { $statement } _· { $day ->
        [none] {""}
       *[other] { $day } ·{" "}
    }{ $counts }_
record-contents-line = **{ $number }.** { $question } _· { $day } · { $about }_
record-contents-choice = { $number }. { $question }
record-contents-about =
    { $answers ->
        [0] aucune réponse
        [one] { $answers } réponse
       *[other] { $answers } réponses
    }{ $met ->
        [0] {""}
       *[other] {" "}· large accord sur { $met }
    }{ $parted ->
        [0] {""}
       *[other] {" "}· avis partagés sur { $parted }
    }
record-open-question = Ouvrir une question

record-search-hint = Pour y chercher des mots : `/record search:`.
record-found = Dans le registre : { $searched }
record-found-nothing = Rien de ce que tu peux lire ici ne contient ces mots. Essaies-en moins, ou le début d’un mot : `conseil*`.
record-found-in-part = _Rien ne contient tous ces mots. Voici ce qui en contient quelques-uns._
record-hit =
    { $kind ->
        [question] La question
        [statement] La déclaration du groupe
        [objection] { $name ->
            [none] Objection anonyme
           *[other] Objection de { $name }
        }
       *[answer] { $name ->
            [none] Anonyme
           *[other] { $name }
        }
    }
record-hit-text = { $excerpt }{ $question ->
        [none] {""}
       *[other] {" "}_· question : { $question }_
    } _· { $day }_
record-open-found = En lire un en entier
record-hits =
    { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }
