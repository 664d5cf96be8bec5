queue-title = À qui la parole
queue-footer = Séminaire { $seminar } · d’abord qui a le moins parlé, puis qui a demandé en premier
queue-speaking =
    { $speaker ->
        [none] **Personne ne parle.** Appuie sur « Je veux parler ».
       *[other] { $speaker } a la parole.
    }
queue-position =
    { $position ->
        [1] Ce sera ensuite à toi.
       *[other] Ta place dans la liste : { $position }.
    }
queue-your-turn = **C’est à toi de parler.**
queue-next = Ensuite
queue-waiting =
    { $position }. { $name }{ $spoken ->
        [0] {""}
       *[other] {" "}_· a parlé { $spoken } fois_
    }
queue-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }

queue-ask = Je veux parler
queue-leave = Quitter la liste
queue-end-turn = Passer la parole
queue-done = J’ai fini
queue-show-all =
    { $shown ->
        [true] Déplacer la liste ici
       *[false] Montrer la liste au groupe
    }

queue-joined =
    { $already ->
        [true] **Tu es déjà dans la liste de parole.**
       *[false] **Tu es dans la liste de parole.**
    } { $speaking } { $position }
queue-turn =
    { $already ->
        [true] **C’est déjà à toi de parler.**
       *[false] **C’est à toi de parler.**
    } Appuie sur le bouton quand tu as fini.
queue-turn-over = **Ton intervention est terminée.** { $now }
queue-left = **Tu as quitté la liste de parole.** Tu peux redemander la parole à tout moment.
queue-not-in = Tu n’es pas dans la liste de parole.
queue-now =
    { $speaker ->
        [none] Personne d’autre n’attend.
       *[other] La parole est à { $speaker }.
    }
queue-late = Cette intervention est déjà terminée. { $now }
queue-shown = Tout le monde voit maintenant la liste de parole.

queue-error-nobody = Personne ne parle, et personne n’attend. `/queue join` demande la parole.
queue-error-not-yours =
    { $facilitator ->
        [none] { $speaker } a la parole. Personne d’autre ne peut y mettre fin.
       *[other] { $speaker } a la parole. Pour y mettre fin, il faut être { $speaker } ou { $facilitator }, qui anime.
    }
