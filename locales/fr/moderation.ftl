moderation-reason =
    { $reason ->
        [attack] attaque personnelle
        [private] vie privée d’une personne
        [advertising] publicité
        [unrelated] sans rapport avec la question
       *[rules] contraire aux règles de Discord
    }
moderation-appeal =
    { $appeal ->
        [asked] Contestation en attente de décision.
        [upheld] Après contestation, la suppression est maintenue.
        [mistake] C’était une erreur.
       *[recalled] À cause d’elle, le groupe a demandé que quelqu’un d’autre anime.
    }

moderation-stub = _Une réponse a été supprimée par l’équipe d’animation : { $reason }.{ $appeal ->
        [none] {""}
       *[other] {" "}{ $appeal }
    }_
moderation-objection = _Son texte a été supprimé par l’équipe d’animation : { $reason }. L’objection compte quand même._
moderation-count =
    { $count ->
        [one] _{ $count } réponse a été supprimée par l’équipe d’animation._
       *[other] _{ $count } réponses ont été supprimées par l’équipe d’animation._
    }

moderation-entry =
    { $kind ->
        [answer] Suppression d’une réponse
       *[objection] Suppression du texte d’une objection
    } par { $by ->
        [none] l’équipe d’animation
       *[other] { $by }
    }, le { $day } : { $reason }.{ $muted ->
        [true] {" "}La personne concernée n’a plus pu répondre dans ce tour.
       *[false] {""}
    }{ $appeal ->
        [none] {""}
       *[other] {" "}{ $appeal }
    }
moderation-log-line = **{ $entry }** · Tour { $round } · { $what }
moderation-log-title = Ce qui a été supprimé
moderation-log-about = Tout le monde peut lire ce journal. Tout le monde peut contester : `/moderate appeal`.
moderation-log-empty = Rien n’a été supprimé dans les salons que tu peux voir.
moderation-log-count =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
moderation-suggestion = { $entry } : tour { $round }, { $reason }

moderation-button = Supprimer
moderation-which-title = Que veux-tu supprimer ?
moderation-which-hint = Choisis une réponse ou une objection
moderation-which-anonymous = sans nom
moderation-which-objection = Objection
moderation-which-count =
    { $count ->
        [one] { $count } texte
       *[other] { $count } textes
    }
moderation-why-title = Pour quel motif ?
moderation-why-reason = Le motif
moderation-why-text = Un désaccord, le tien ou celui d’une autre personne, n’en est pas un.
moderation-why-mute = Plus de réponse de sa part dans ce tour
moderation-why-mute-about = Si cette personne n’a pas donné son nom, personne n’apprend qui c’est.
moderation-why =
    { $reason ->
        [attack] Attaque personnelle
        [private] Vie privée d’une personne
        [advertising] Publicité
        [unrelated] Sans rapport avec la question
       *[rules] Contraire aux règles de Discord
    }
moderation-why-about =
    { $reason ->
        [attack] Le texte attaque une personne, pas ce qu’elle dit
        [private] Il raconte ce qui ne regarde qu’une personne
        [advertising] Il vend ou promeut quelque chose
        [unrelated] Spam ou propos sans queue ni tête ; un avis inhabituel n’en est pas un cas
       *[rules] Menaces, haine, contenu sexuel et le reste de ce qu’elles interdisent
    }
moderation-sure-title = Supprimer ce texte ?
moderation-sure-text =
    Le motif serait : **{ $reason }**. { $kind ->
        [answer] Le texte est effacé partout et ne peut pas revenir. Il reste une ligne avec le motif, et le journal donne ton nom et le motif, lisibles par tout le monde. La personne qui l’a écrit est prévenue{ $open ->
            [true] {" "}et peut répondre à nouveau, sauf si tu l’en empêches. Si elle n’a pas donné son nom, personne n’apprend qui elle est.
           *[false] , si elle a donné son nom.
        }
       *[objection] Son texte est effacé partout et ne peut pas revenir. L’objection elle-même reste et compte. Le journal donne ton nom et le motif, lisibles par tout le monde.
    }
moderation-sure = Supprimer
moderation-sure-mute = … et bloquer pour ce tour
moderation-done = **Supprimé.** C’est l’entrée { $entry } dans `/moderate log`. { $told ->
        [direct] La personne qui l’a écrit reçoit un message privé.
        [next] La personne qui l’a écrit l’apprendra la prochaine fois qu’elle fera quelque chose dans ce tour.
        [place] La personne qui l’a écrit le lira à la place de son texte.
       *[never] Rien ne dit qui l’a écrit : cette personne n’est pas prévenue.
    }{ $muted ->
        [true] {" "}Cette personne ne peut plus répondre dans ce tour.
       *[false] {""}
    }

moderation-notice-title = Ta réponse a été supprimée
moderation-notice =
    L’équipe d’animation l’a supprimée{ $place ->
        [none] {""}
       *[other] {" "}dans { $place }, tour { $round }
    } : **{ $reason }**. Le texte est effacé.
moderation-notice-muted = Tu ne peux plus répondre dans ce tour. Personne ne saura que cela te concerne.
moderation-notice-again = Tu peux répondre à nouveau.
moderation-notice-wrong = { $appeal } Tu peux répondre à nouveau.
moderation-notice-more =
    { $count ->
        [one] { $count } autre avait été supprimée avant ; elle est dans `/moderate log`.
       *[other] { $count } autres avaient été supprimées avant ; elles sont dans `/moderate log`.
    }
moderation-by-recall = Si tu penses que c’est une erreur, demande que quelqu’un d’autre anime : `/seminar recall over:{ $entry }`. Personne ne saura que c’est toi.
moderation-by-appeal = Si tu penses que c’est une erreur, demande aux responsables du serveur de réexaminer : `/moderate appeal entry:{ $entry }`. Personne ne saura que c’est toi.
moderation-recall-button = Changer d’animation
moderation-appeal-button = Contester

moderation-appealed = **C’est noté. Personne ne saura que c’est toi.** { $channel ->
        [none] Les responsables du serveur le voient dans `/moderate log`, et décident avec `/moderate review`.
       *[other] Les responsables du serveur sont prévenus dans { $channel }.
    }
moderation-second-look = **Quelqu’un conteste et demande un réexamen.** { $what }
moderation-second-look-hint = Les responsables du serveur décident : `/moderate review entry:{ $entry }`. Le texte est effacé ; demandez au groupe ce qu’il disait.
moderation-review-button = Décider
moderation-review-title = Entrée { $entry } du journal
moderation-review-hint = Si c’était une erreur, le journal le dira, et la personne concernée pourra répondre à nouveau. Le texte ne peut pas revenir.
moderation-mistake = C’était une erreur
moderation-upheld = Maintenir
moderation-decided =
    { $appeal ->
        [mistake] **Le journal dit maintenant que c’était une erreur.** La personne concernée peut répondre à nouveau tant que le tour est ouvert.
       *[upheld] **Le journal dit maintenant que la suppression est maintenue.**
    }

moderation-error-facilitators =
    { $seminar ->
        [true] Dans ce séminaire, seuls la personne qui anime et les responsables du serveur peuvent supprimer quelque chose. Tout le monde peut les prévenir : un appui leur suffit.
       *[false] Seule l’équipe d’animation de ce serveur peut supprimer quelque chose. Tout le monde peut la prévenir : un appui lui suffit.
    }
moderation-error-gone = Ce texte n’est plus là, ou personne ne peut encore le lire : rien n’a été supprimé.
moderation-error-nothing = Il n’y a rien à supprimer dans ce tour : personne n’a répondu, ou personne ne peut encore lire les réponses.
moderation-error-no-round = Aucune question n’est ouverte ici. Indique le tour avec `{ names-moderate-take-down.round }:` ; son numéro est sous chaque question.
moderation-error-no-answer = Ce message ne montre pas de réponse. Utilise cette commande sur une réponse, ou choisis-en une : `/moderate take-down`.
moderation-error-muted = Une de tes réponses dans ce tour a été supprimée ({ $reason }), et tu ne peux plus y répondre. Personne ne saura que cela te concerne. Si tu penses que c’est une erreur : `/moderate appeal entry:{ $entry }`.
moderation-error-no-entry = Tu ne peux voir aucune entrée { $entry } dans le journal.
moderation-error-appealed = C’est déjà contesté. `/moderate log` dit où cela en est.
moderation-error-decided = C’est déjà décidé. `/moderate log` dit comment.
moderation-error-managers = Seuls les responsables du serveur décident d’une contestation.
moderation-error-over = Une révocation peut porter sur ce que la personne qui anime ce séminaire y a supprimé. L’entrée { $entry } concerne autre chose.
