answer-count =
    { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }

answer-form-title =
    { $kind ->
        [change] Modifier ta réponse
        [argue] Défendre ton camp
       *[answer] Répondre à la question
    }
answer-form-text = Ta réponse
answer-form-until = Tu peux la modifier jusqu’à la clôture du tour.
answer-form-name = Ton nom
answer-form-named = Avec mon nom
answer-form-unnamed = Sans mon nom
answer-form-signs = Jusqu’ici, ta réponse est sans nom. Ton nom s’y ajoutera, visible par tout le monde.
answer-form-unnamed-warning =
    { $seen ->
        [true] Tout le monde a vu ta réponse signée : les mêmes mots diront encore que c’est la tienne.
       *[false] Si presque tout le monde donne son nom, on peut deviner que c’est toi.
    }
answer-form-rest = _La suite est plus haut, dans le salon._
answer-form-rest-of-side = _Ton camp a d’autres arguments : appuie sur « Voir mon camp »._
answer-which = Plusieurs questions sont ouvertes ici. À laquelle veux-tu répondre ?
answer-which-hint = Choisis une question

answer-unsign-title = Retirer ton nom ?
answer-unsign-text = Tout le monde a pu lire ta réponse avec ton nom. Elle va disparaître à la vue de tout le monde, et les mêmes mots sans ton nom diraient encore que c’est la tienne.
answer-unsign-sure = Retirer quand même

answer-receipt =
    { $change ->
        [same] **Ta réponse n’a pas changé.**
        [named] **Ta réponse est enregistrée.**
        [posted] **Ta réponse est enregistrée et affichée ici avec ton nom.**
        [anonymous] **Ta réponse est enregistrée sans ton nom.**
        [signed] **Ta réponse porte maintenant ton nom.**
        [signed-posted] **Ta réponse est maintenant affichée ici avec ton nom.**
        [unsigned] **Ta réponse ne porte plus ton nom ; la version signée est effacée.**
       *[changed] **Ta réponse est modifiée.**
    }{ $shown ->
        [hidden] {" "}Personne ne la voit avant que toutes les réponses soient dévoilées.
        [hidden-anonymous] {" "}Personne ne la voit avant que toutes les réponses soient dévoilées. Tu peux la modifier jusqu’à la clôture du tour ; ensuite, plus rien ne la relie à toi.
        [at-reveal] {" "}Elle sera affichée quand la personne qui anime dévoilera les réponses. Tu peux la modifier jusqu’à la clôture du tour ; ensuite, plus rien ne la relie à toi.
        [at-close] {" "}Elle sera affichée à la clôture du tour. D’ici là, tu peux la modifier ; ensuite, plus rien ne la relie à toi.
        [now] {" "}Tout le monde peut la lire maintenant. Une fois le tour clos, plus rien ne la relie à toi.
       *[named] {""}
    }
answer-unlinked =
    { $count ->
        [one] _Ici, une réponse anonyme vient d’une copie de sauvegarde : personne ne peut plus la modifier ni la retirer. Si c’est la tienne, ne réponds pas une seconde fois : les deux compteraient._
       *[other] _Ici, { $count } réponses anonymes viennent d’une copie de sauvegarde : personne ne peut plus les modifier ni les retirer. Si l’une d’elles est la tienne, ne réponds pas une seconde fois : les deux compteraient._
    }
answer-change = Modifier
answer-withdraw = Retirer
answer-withdrawn =
    { $answered ->
        [true] C’est retiré : ta réponse est effacée.
       *[false] Tu n’as pas de réponse dans ce tour.
    }
answer-again = Répondre à nouveau

answer-anonymous = _Anonyme_
answer-from-message = { $by } · { $message }
answer-message = message
answer-argued = { $by }_ · camp : { $current }_
answer-own-view = { $by }_ · avis personnel_

answer-page =
    { $kind ->
        [argued] Les arguments
        [anonymous] Réponses sans nom
       *[all] Les réponses
    }
answer-page-footer =
    Tour { $round } · dans un ordre aléatoire{ $last ->
        [1] {""}
       *[other] {" "}· page { $page } sur { $last }
    }

answer-error-closed = Ce tour est clos : ta réponse n’a pas été enregistrée. `/record` montre les réponses.
answer-error-withdraw-closed = Ce tour est clos : on ne peut plus modifier les réponses.
answer-error-names-only = Ce serveur n’accepte pas de réponses anonymes : celle-ci n’a pas été enregistrée. Tu peux répondre avec ton nom.
answer-error-draft-gone = Ta réponse a été gardée 15 minutes, puis supprimée ; elle n’a pas été enregistrée. Envoie-la à nouveau, s’il te plaît.
