revisit-title = As-tu changé d’avis ?
revisit-round-footer = Tour { $round }
revisit-private-footer = Tour { $round } · visible par toi seulement

revisit-offer = **Une question sera reposée,** le { $day }, aux personnes qui ont participé. Chacune dira en privé si elle a changé d’avis :
revisit-offer-few =
    { $count ->
        [one] À moins de cinq réponses, rien n’est montré, et { $count } personne a participé.
       *[other] À moins de cinq réponses, rien n’est montré, et { $count } personnes ont participé.
    }
revisit-choose = Reposer une autre question
revisit-entry-about =
    { $answers ->
        [one] Tour { $round } · { $answers } réponse
       *[other] Tour { $round } · { $answers } réponses
    }
revisit-planned = **Le { $day }, cette question sera reposée** aux personnes qui ont participé : { $question }
revisit-call-off = Annuler la reprise

revisit-invitation = Vous en avez parlé dans _{ $title }_, le { $day }. Si tu avais répondu, avec ou sans ton nom, dis ce que tu en penses maintenant.
revisit-promise = Personne ne voit ce que tu dis. C’est ouvert jusqu’au { $until } ; ensuite, des chiffres sont montrés, et seulement à partir de cinq réponses.
revisit-look-again = Revoir la question
revisit-letter = Vous en avez parlé dans _{ $title }_, le { $day }. Dis ce que tu en penses maintenant : appuie sur _Revoir la question_ sous { $link } dans { $channel }.
revisit-link = ce message

revisit-your-answer = Ta réponse d’alors
revisit-answer-unknown = Je ne connais pas de réponse de toi avec ton nom. Les réponses données sont dans `/record`.
revisit-ask = **Et maintenant, qu’en penses-tu ?** Personne d’autre ne voit ce que tu dis.
revisit-mind =
    { $mind ->
        [same] Je pense la même chose
        [somewhat] Je pense un peu autrement
       *[changed] J’ai changé d’avis
    }
revisit-said =
    { $mind ->
        [same] **Tu as dit que tu penses la même chose.**
        [somewhat] **Tu as dit que tu penses un peu autrement.**
       *[changed] **Tu as dit que tu as changé d’avis.**
    } Personne d’autre ne le voit. Tu peux le modifier jusqu’au { $until }.
revisit-passage-menu = Quel passage en est la raison ?
revisit-no-passage = Aucun de ceux-là
revisit-passage = Tu as indiqué un passage comme raison : { $passage }
revisit-reason = Ce qui t’a fait changer ; toi seulement le lis, et c’est supprimé à la fin
revisit-write =
    { $again ->
        [true] Modifier mes raisons
       *[false] Écrire mes raisons
    }
revisit-take-back = Retirer ma réponse
revisit-taken-back = **C’est retiré.** Rien n’en est conservé.
revisit-form-label = Qu’est-ce qui t’a fait changer ?
revisit-form-about = Visible par toi seulement. Supprimé à la fin de la reprise.
revisit-form-rest = _La suite est dans le message au-dessus._

revisit-over = **C’est terminé.** Le résultat est publié plus bas, et il est dans `/record`.
revisit-over-few = **C’est terminé.** Il y a trop peu de réponses : rien n’est montré.
revisit-called-off = **La reprise est annulée.** Rien de ce qui a été dit n’est conservé.
revisit-summary-title = Comment les avis ont bougé
revisit-moved = **Comment les avis ont bougé :** question reposée le { $day }, { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    }. { $changed ->
        [one] { $changed } personne a changé d’avis
       *[other] { $changed } personnes ont changé d’avis
    } · { $somewhat ->
        [one] { $somewhat } pense un peu autrement
       *[other] { $somewhat } pensent un peu autrement
    } · { $same ->
        [one] { $same } pense la même chose
       *[other] { $same } pensent la même chose
    }
revisit-moved-few = _Question reposée le { $day } ; trop peu de réponses pour montrer comment les avis ont bougé._
revisit-reasons = **Passages indiqués comme raison :**
revisit-reason-line = { $passage } · { $times ->
        [none] par une ou deux personnes
       *[other] par { $times } personnes
    }

revisit-status-title = Question reposée : { $title }
revisit-status-planned = Elle sera reposée le { $day }.
revisit-status-open = Elle est reposée en ce moment, jusqu’au { $day }.

revisit-error-unreadable = Je ne comprends pas quand est « { $given } ». Donne des semaines ou des jours, comme `{ names-seminar-close.revisit }:4w` (semaines) ou `{ names-seminar-close.revisit }:10d` (jours).
revisit-error-too-soon = « { $given } » fait moins d’un jour. Donne des semaines ou des jours, comme `{ names-seminar-close.revisit }:4w` (semaines) ou `{ names-seminar-close.revisit }:10d` (jours).
revisit-error-too-far = « { $given } » fait plus d’un an. Donne des semaines ou des jours, comme `{ names-seminar-close.revisit }:4w` (semaines) ou `{ names-seminar-close.revisit }:10d` (jours).
revisit-error-unanswered = Aucune question de ce séminaire n’a de réponse : il n’y en a pas à reposer. Termine-le sans `{ names-seminar-close.revisit }:`.
revisit-error-none = Aucune question d’un séminaire d’ici n’est reposée. `/seminar close revisit:4w` le fait quatre semaines après la fin.
revisit-error-several = Des questions de plusieurs séminaires sont reposées. Dis quel séminaire avec `{ names-seminar-revisit.seminar }:`.
revisit-error-not-open = Cette question n’est pas reposée en ce moment.
revisit-error-over = C’est terminé : personne ne peut plus répondre. `/record` montre comment les avis ont bougé, à partir de cinq réponses.
revisit-error-not-facilitator = Pour annuler cette reprise, il faut avoir animé le séminaire, ou faire partie de l’équipe d’animation de ce serveur.
