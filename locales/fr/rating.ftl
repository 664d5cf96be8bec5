rating-title = Réponse { $position } sur { $total }
rating-said =
    { $opinion ->
        [agree] Tu es d’accord. Tu peux changer d’avis.
        [pass] Tu as passé. Tu peux changer d’avis.
       *[disagree] Tu n’es pas d’accord. Tu peux changer d’avis.
    }
rating-opinion =
    { $opinion ->
        [agree] D’accord
        [pass] Passer
       *[disagree] Pas d’accord
    }
rating-back = ‹ Précédente
rating-skip = Suivante ›
rating-progress =
    { $rated ->
        [one] { $rated } avis donné sur { $total }
       *[other] { $rated } avis donnés sur { $total }
    }{ $without_own ->
        [true] , sans ta réponse
       *[false] {""}
    } · visible par toi seulement
rating-missed = **Cette réponse a été modifiée ou retirée entre-temps ; rien n’a été compté.**

rating-none = Il n’y a ici aucune réponse d’une autre personne sur laquelle donner ton avis.
rating-done =
    { $count ->
        [one] **C’était la seule. Merci !**
       *[other] **Tu as donné ton avis sur les { $count }. Merci !**
    }
rating-done-hint = Personne ne voit tes avis. Tu peux en changer jusqu’à la clôture du tour. Les résultats d’une réponse s’affichent quand trois personnes ont donné leur avis.
rating-again = Revoir

rating-results = Résultats pour l’instant
rating-results-none = Pas encore de réponses sur lesquelles donner un avis.
rating-answer = « { $text } » — { $by }
rating-line = { $answer } · { $agree } d’accord · { $disagree } pas d’accord
rating-line-passed = { $answer } · { $agree } d’accord · { $disagree } pas d’accord · { $pass } sans avis
rating-line-few = { $answer }_ · pas encore assez d’avis_

rating-error-hidden = Les réponses ne sont pas encore dévoilées. Tu pourras donner ton avis quand tout le monde pourra les lire.
rating-error-closed = Ce tour est clos : on ne peut plus donner son avis sur ses réponses. `/record` montre ce que pense le groupe.
