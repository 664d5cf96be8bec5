deliveries-title = Un message n’a pas pu être publié
deliveries-blocked = Je ne peux pas publier dans { $channel }. { $why }
deliveries-blocked-hint = _Si c’est réglé dans les six heures, je continuerai de moi-même. Aucune réponse n’est perdue : `/record` les montre._
deliveries-gone = Je ne peux pas publier dans { $channel } : ce salon n’existe plus.
deliveries-gone-hint = _Aucune réponse n’est perdue : `/record` les montre._
deliveries-refused =
    Je n’ai pas pu publier { $title ->
        [none] un message
       *[other] « { $title } »
    } dans { $channel }. { $why }
deliveries-withheld-title =
    { $count ->
        [one] { $count } réponse n’est pas affichée
       *[other] { $count } réponses ne sont pas affichées
    } dans { $channel }{ $title ->
        [none] {""}
       *[other] {" "}(« { $title } »)
    }.
deliveries-withheld = _Cette réponse n’est pas affichée ici : Discord la bloque. Elle est dans `/record`._
deliveries-follows = _Cette réponse arrive dans un instant._
deliveries-unconfirmed =
    Regarde dans { $channel }, s’il te plaît : je ne sais pas si { $title ->
        [none] mon dernier message
       *[other] « { $title } »
    } s’y trouve. { $why } Je ne le publie pas deux fois.
deliveries-no-thread = Je n’ai pas pu ouvrir le fil sous { $message }. { $why }
deliveries-no-thread-message = ce message

deliveries-unpinned = Le panneau est dans { $channel }, mais je n’ai pas pu l’épingler. { $why }
deliveries-pin-by-hand = Toute personne qui a le droit d’épingler peut le faire : sur un téléphone, appuie longuement sur le panneau ; sur un ordinateur, fais un clic droit. Puis choisis _Épingler le message_.

deliveries-too-many-threads = Ce serveur a autant de fils actifs que Discord le permet. Fermes-en quelques-uns.
deliveries-too-many-pins = Le salon a autant de messages épinglés que Discord le permet. Désépingles-en quelques-uns.
deliveries-filtered =
    { $filter ->
        [automod] Une règle AutoMod de ce serveur le bloque. Change la règle, ou les mots.
       *[links] Discord bloque un lien qu’il contient.
    }
deliveries-thread-locked = Ce fil est verrouillé. Déverrouille-le, ou donne-moi la permission Gérer les fils.
deliveries-tag-required =
    Ce forum refuse les posts sans tag. { $tags ->
        [none] Ajoute un tag que tout le monde peut utiliser.
       *[other] Ajoute l’un de ces tags : { $tags }.
    }
deliveries-forbidden = Je n’ai pas le droit de le faire là-bas. Regarde les permissions du salon.
deliveries-missing-permissions = Donne-moi là-bas : { $permissions }.
deliveries-not-found = Ce salon n’existe plus, ou je ne le vois pas. Donne-moi la permission Voir le salon, ou supprime cette quotidienne avec /daily remove.
deliveries-unreachable = Discord n’a pas répondu à temps.
deliveries-cannot-look = Je ne peux pas vérifier. { $why }
deliveries-too-much-to-search = Il y a trop de messages plus récents à parcourir.
deliveries-never-posted = Le message n’a jamais été publié.
deliveries-malformed = Quelque chose n’a pas marché ici. Le journal du bot en dit plus.

deliveries-untitled = Une page du recueil

deliveries-no-event-title = Un rendez-vous sans événement
deliveries-no-event = Je n’ai pas pu créer ou modifier l’événement d’un rendez-vous : { $why } Tout le reste marche sans lui : pour venir, on appuie sur _Je viens_ sous l’annonce.
deliveries-too-many-events = Ce serveur a déjà { $most } événements à venir, et Discord n’en permet pas plus.
