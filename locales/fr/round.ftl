round-title = Une question
round-opener = Pour commencer
round-closer = Pour finir
round-title-of = Question { $position } sur { $total } · { $about }
round-asked-by =
    { $speaker ->
        [none] _{ $author } pose cette question dans_
       *[other] _{ $speaker }, que cite { $author }, pose cette question dans_
    } _{ $title }, ¶{ $paragraph }_
round-about = À propos de { $message }
round-about-message = ce message
round-footer =
    Tour { $round }{ $level ->
        [easy] {" "}· facile
        [middle] {" "}· difficulté moyenne
        [text] {" "}· demande le texte
       *[none] {""}
    }{ $own ->
        [true] {" "}· dans les mots d’un membre
       *[false] {""}
    }
round-number = Tour { $round }
round-post = { $position }. { $question }

round-count =
    { $count ->
        [0] { $closed ->
            [true] **Aucune réponse.**
           *[false] **Pas encore de réponse.**
        }
        [one] { $anonymous ->
            [0] **{ $count } réponse.**
           *[other] **{ $count } réponse, sans nom.**
        }
       *[other] { $anonymous ->
            [0] **{ $count } réponses.**
            [one] **{ $count } réponses, dont { $anonymous } anonyme.**
           *[other] **{ $count } réponses, dont { $anonymous } anonymes.**
        }
    }
round-answers =
    { $state ->
        [closed] Ce tour est clos.
        [unanswered] Le temps est écoulé. Tu peux encore répondre : une réponse avec ton nom est affichée tout de suite.
        [revealed] Elles sont affichées plus bas. Tu peux encore répondre ; une réponse anonyme tardive apparaît à la clôture du tour.
        [sealed] Les réponses restent cachées jusqu’à ce que toutes les personnes qui participent aient répondu, ou que la personne qui anime les dévoile{ $at ->
            [none] {""}
           *[other] , au plus tard { $at }
        }.
        [live-in-seminar] Les réponses anonymes restent cachées jusqu’à ce que la personne qui anime les dévoile{ $at ->
            [none] {""}
           *[other] , au plus tard { $at }
        }.
       *[live] Les réponses anonymes sont affichées à la clôture du tour.
    }
round-not-awaited = _Quelqu’un participe sans donner son nom. Une personne qui arrive maintenant peut être la même : sa réponse n’est donc pas attendue avant la question suivante._
round-debate =
    { $part ->
        [dealt] D’abord, défends le camp que tu as reçu.
       *[own] Maintenant, dis ce que tu penses toi-même.
    }

round-withdrawn =
    { $count ->
        [one] { $count } réponse a été retirée.
       *[other] { $count } réponses ont été retirées.
    }

round-answer = Répondre
round-argue = Défendre mon camp
round-reveal = Dévoiler
round-edit = Modifier
round-close = Clore

round-outcome-title = Et maintenant ?
round-outcome-count =
    { $count ->
        [0] **Personne n’a encore répondu.**
        [one] **{ $count } réponse.**
       *[other] **{ $count } réponses.**
    }
round-outcome-closed = Ce tour est clos.
round-outcome-own = **Maintenant, en ton nom :** { $question }
round-outcome-own-hint = Tu as défendu le camp que tu avais reçu. Et toi, qu’en penses-tu ?
round-next =
    { $rate ->
        [true] Donne ton avis sur les réponses, une par une : personne ne voit tes avis.{" "}
       *[false] {""}
    }Discutez-en ici. { $proposer ->
        [none] Tout le monde peut proposer une déclaration pour le groupe entier.
       *[other] { $proposer } a proposé une déclaration pour le groupe entier : elle a son propre message ici.
    }
round-then = Ensuite, la personne qui anime continue.
round-rate = Donner mon avis
round-results = Résultats
round-propose = Proposer une déclaration
round-next-question = Question suivante
round-close-seminar = Terminer le séminaire
round-most-agree = **Large accord sur**
round-opinions-differ = **Avis partagés sur**
round-more =
    { $count ->
        [one] _et { $count } autre_
       *[other] _et { $count } autres_
    }

round-closing = Clore ce tour ?
round-closing-hint =
    { $count ->
        [0] Il n’a pas encore de réponse, et personne ne pourra répondre après la clôture.
        [one] Il a { $count } réponse.
       *[other] Il a { $count } réponses.
    }{ $count ->
        [0] {""}
       *[other] {" "}La clôture affiche ici les réponses anonymes. Ensuite, personne ne peut plus modifier ni retirer sa réponse, et rien ne relie une réponse anonyme à la personne qui l’a donnée.
    }
round-closing-sure = Clore
round-closing-statement = Une déclaration est proposée. { $state }.
round-closing-open = Une déclaration est proposée. { $state }. Si tu clos le tour maintenant, le groupe ne fait pas de déclaration.
round-closing-blocked = Une déclaration est proposée. { $state }. Pour qu’elle puisse être adoptée, il faut plus d’accords que d’objections. Si tu clos le tour maintenant, le groupe ne fait pas de déclaration.
round-closing-outweighs = Une déclaration est proposée. { $state }. Tu peux l’adopter : les objections restent dans le registre, mot pour mot. Ou bien clore le tour sans déclaration.
round-close-without = Clore sans déclaration
round-close-over = Adopter, garder les objections
round-closed =
    { $count ->
        [0] Tour clos sans réponse.
        [one] Tour clos avec { $count } réponse.
       *[other] Tour clos avec { $count } réponses.
    } Tout est dans `/record`.

round-error-unknown = Tu ne peux voir ici aucun tour { $round }.
round-error-none-open = Aucune question n’est ouverte ici. `/question` en pose une.
round-error-several = Plusieurs questions sont ouvertes ici. Dis laquelle avec `{ names-close.round }:`, ou appuie sur _Clore_ sous la question.
round-error-closed = Ce tour est déjà clos.
round-error-asker =
    Seules la personne qui a posé cette question et l’équipe d’animation peuvent la { $action ->
        [edit] modifier
       *[close] clore
    }.
