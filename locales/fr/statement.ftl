statement-title =
    { $state ->
        [proposed] Déclaration proposée
        [adopted] La déclaration du groupe
        [dissent] La déclaration du groupe, avec objections
       *[without] Déclaration non adoptée
    }
statement-by =
    { $version ->
        [none] Proposée par { $name }
       *[other] Version { $version }, par { $name }
    }
statement-by-group = Le groupe
statement-footer =
    Tour { $round } · version { $version }{ $open ->
        [true] {" "}· votes secrets
       *[false] {""}
    }
statement-round-footer = Tour { $round }
statement-private-footer = Tour { $round } · visible par toi seulement

statement-counts = { $agree } d’accord · { $object ->
        [one] { $object } objection
       *[other] { $object } objections
    } · { $aside ->
        [one] { $aside } abstention
       *[other] { $aside } abstentions
    }
statement-counts-of-all = { $counts } · { $silent } sans vote
statement-status = **{ $status }** { $counts }
statement-too-few =
    { $voted ->
        [0] Personne n’a encore voté ; il faut { $quorum } votes.
        [one] { $voted } vote sur les { $quorum } nécessaires.
       *[other] { $voted } votes sur les { $quorum } nécessaires.
    }
statement-nobody-agrees = Il y a assez de votes, mais personne n’est encore d’accord.
statement-blocked =
    { $count ->
        [one] Il y a assez de votes, mais { $count } objection.
       *[other] Il y a assez de votes, mais { $count } objections.
    }
statement-agreed = Elle sera adoptée à la clôture du tour, sauf objection.
statement-adopted = Adoptée.
statement-dissent =
    { $count ->
        [one] Adoptée malgré { $count } objection.
       *[other] Adoptée malgré { $count } objections.
    }
statement-without = Pas adoptée.

statement-of-group = La déclaration du groupe ({ $counts })
statement-in-record =
    { $count ->
        [one] _{ $count } objection est dans `/record`, mot pour mot._
       *[other] _{ $count } objections sont dans `/record`, mot pour mot._
    }
statement-not-adopted = **La déclaration proposée n’a pas été adoptée.**

statement-objection =
    { $name ->
        [none] Objection anonyme
       *[other] Objection de { $name }
    }{ $version ->
        [none] {""}
       *[other] _, à la version { $version }_
    }
statement-objection-erased = _Une objection a été faite ; sa raison est retirée._
statement-objections = Objections
statement-more-objections =
    { $count ->
        [one] _{ $count } autre objection_
       *[other] _{ $count } autres objections_
    }_ : { $open ->
        [true] appuie sur « Toutes les objections »
       *[false] voir `/record`
    }._

statement-changed = Ce qui a changé depuis la version { $version }
statement-changed-much = _Beaucoup. Appuie sur « Voir les changements » pour tout lire._
statement-version = Version { $version } sur { $newest }
statement-version-by = Par { $name }
statement-version-before = ‹ Version { $version }
statement-version-after = Version { $version } ›

statement-agree = D’accord
statement-aside = M’abstenir
statement-object = Objecter
statement-edit = Modifier
statement-take-back = Retirer
statement-show-changes = Voir les changements
statement-all-objections = Toutes les objections
statement-show = La voir
statement-undo = Annuler mon vote

statement-form-propose = La déclaration du groupe
statement-form-text = Ce que répond le groupe
statement-form-text-about = Un texte que tout le monde peut accepter. Modifiable jusqu’à la clôture du tour.
statement-form-edit = Modifier la déclaration
statement-form-new-text = Le nouveau texte
statement-form-new-text-about = Tout le monde voit ce qui change et revote. Les objections restent jusqu’à leur retrait.
statement-form-object =
    { $again ->
        [true] Modifier ton objection
       *[false] Pourquoi cette objection ?
    }
statement-form-reason = Ta raison
statement-form-reason-about = Dis aussi ce qui aiderait. Tout le monde la lit.

statement-proposed = **Ta déclaration est proposée.** Tout le monde ici peut dire son accord, s’abstenir ou faire objection.
statement-proposed-hint = Ton accord est déjà compté. Jusqu’à la clôture du tour, tu peux la modifier ou la retirer, ici ou avec `/statement show`.
statement-own-there = Tu as déjà proposé une déclaration. Modifie-la si tu veux d’autres mots.
statement-other-there = { $by } a déjà proposé une déclaration, et il n’y en a qu’une à la fois. Si tu veux d’autres mots, fais une objection et dis lesquels.
statement-vote =
    { $vote ->
        [agree] **Tu es d’accord.** Personne ne voit que c’est toi.
        [aside] **Tu t’abstiens :** tu n’es pas d’accord, mais tu ne bloques pas. Personne ne voit que c’est toi.
        [object-named] **Tu fais objection.** Ta raison est affichée avec ton nom, tant que tu n’annules pas ou ne changes pas ton vote.
       *[object-anonymous] **Tu fais objection.** Ta raison est affichée sans ton nom, tant que tu n’annules pas ou ne changes pas ton vote.
    }
statement-unlinked =
    { $count ->
        [one] _Ici, un vote vient d’une copie de sauvegarde : personne ne peut plus le modifier. Si c’est le tien, annule celui-ci ; les deux compteraient._
       *[other] _Ici, { $count } votes viennent d’une copie de sauvegarde : personne ne peut plus les modifier. Si l’un d’eux est le tien, annule celui-ci ; les deux compteraient._
    }
statement-vote-same = **Tu as déjà voté ainsi ; ton vote compte.**
statement-vote-removed = **Ton vote est annulé.**
statement-vote-none = **Tu n’avais pas voté.**
statement-vote-hint = _Tu peux changer ton vote jusqu’à la clôture du tour._
statement-outdated = **Le texte a changé : ton vote n’a pas été compté.** Lis le nouveau texte, puis vote.
statement-edited =
    { $version ->
        [1] **C’est la version { $version }.**
       *[other] **C’est maintenant la version { $version }.** Tout le monde voit ce qui a changé et peut voter à nouveau : les accords et les abstentions portaient sur l’ancien texte. Les objections restent jusqu’à leur retrait.
    }
statement-edit-conflict = Quelqu’un d’autre a modifié la déclaration pendant que tu écrivais. Lis d’abord le nouveau texte, puis modifie-le.
statement-take-back-title = Retirer cette déclaration ?
statement-take-back-text = Toutes ses versions et tous les votes sont supprimés : { $counts }.
statement-deleted = La déclaration est supprimée. Tout le monde peut en proposer une autre.
statement-again = _Merci de voter à nouveau : les accords et les abstentions portaient sur l’ancien texte, la version { $before }._
statement-replaced-title = Version { $version }, remplacée
statement-replaced = Il y a un nouveau texte : { $newer }.
statement-newer = version { $version }
statement-taken-back-title = Déclaration retirée
statement-taken-back = La déclaration proposée ici a été retirée. Tout le monde peut en proposer une autre.

statement-error-not-found = Il n’y a pas de déclaration { $id } sur ce serveur.
statement-error-taken-back = Cette déclaration a été retirée. Tout le monde peut en proposer une autre.
statement-error-final = Ce tour est clos, et sa déclaration est définitive. `/record` la montre.
statement-error-round-closed = Ce tour est clos. `/record` montre ce que le groupe a répondu.
statement-error-not-revealed = Les réponses ne sont pas encore dévoilées. Quand tout le monde les aura lues, tu pourras proposer une déclaration.
statement-error-none = Aucune déclaration n’est encore proposée. `/statement propose` en propose une.
statement-error-only-proposer =
    Pour { $action ->
        [edit] la modifier
       *[take-back] la retirer
    }, il faut être { $by }, qui l’a proposée, ou { $seminar ->
        [true] la personne qui anime
       *[false] la personne qui a posé la question, ou faire partie de l’équipe d’animation
    }. Si tu veux d’autres mots, fais une objection et dis lesquels.
