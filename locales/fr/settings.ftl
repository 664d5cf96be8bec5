settings-title = Les paramètres de ce serveur
settings-changed = C’est modifié
settings-facilitators-title = Équipe d’animation
settings-facilitators =
    { $role ->
        [none] Les membres qui ont la permission Gérer le serveur
       *[other] { $role }, et les membres qui ont la permission Gérer le serveur
    }
settings-facilitators-gone = Le rôle a été supprimé : seuls les membres qui ont la permission Gérer le serveur animent. Choisis un autre rôle avec `{ names-settings.facilitators }:`, ou aucun avec `{ names-settings.clear }:facilitators`.
settings-timezone-title = Fuseau horaire
settings-dailies-title = Quotidiennes dans un autre fuseau horaire
settings-dailies = Les nouvelles quotidiennes sont dans le fuseau { $zone }. Celles-ci gardent le leur :
settings-daily = Quotidienne { $schedule } · { $time } { $zone }
settings-move-dailies =
    { $count ->
        [one] La passer en { $zone }
       *[other] Les passer en { $zone }
    }
settings-channel-title = Salon pour les problèmes
settings-channel =
    { $channel ->
        [none] aucun
       *[other] { $channel }
    }
settings-anonymous-title = Réponses anonymes
settings-anonymous =
    { $on ->
        [true] Les membres peuvent répondre sans donner leur nom
       *[false] Non : chaque réponse porte un nom ; les réponses anonymes déjà données restent
    }
settings-language-title = Langue
settings-language =
    { $chosen ->
        [true] Pour tout le monde : { $language }
       *[false] Pour tout le monde : { $language }, comme Discord l’indique pour ce serveur
    }. Ce qu’un seul membre voit est dans sa langue.
settings-managers-only = Seuls les membres qui ont la permission Gérer le serveur peuvent voir et modifier les paramètres.
settings-unknown-role = Ce serveur n’a pas ce rôle.
settings-everybodys-role = Tout le monde a ce rôle. Sans rôle, tout le monde peut tenir des séminaires, et les membres qui ont la permission Gérer le serveur font le reste : `/settings clear:facilitators`.

settings-venues-title = Où je publie
settings-venues =
    { $count ->
        [0] Il ne manque rien.
        [one] Dans { $count } salon, il manque quelque chose :
       *[other] Dans { $count } salons, il manque quelque chose :
    }
settings-venue =
    { $trouble ->
        [none] { $channel } · { $uses } · tout va bien
       *[other] { $channel } · { $uses } · ⚠ { $trouble }
    }
settings-venue-also = { $before } { $trouble }
settings-venues-more =
    { $count ->
        [one] et { $count } autre salon
       *[other] et { $count } autres salons
    }
settings-use-daily = quotidienne { $schedule }
settings-use-seminar = séminaire { $seminar }
settings-use-problems = messages sur les problèmes
