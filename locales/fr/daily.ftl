daily-title = Citation du jour
daily-late =
    { $footer ->
        [none] en retard aujourd’hui
       *[other] { $footer } · en retard aujourd’hui
    }

daily-suspended-title = La quotidienne { $schedule } attend
daily-suspended = Je ne peux pas publier dans { $channel }. { $why }
daily-suspended-hint = _Ensuite, elle reprendra toute seule. Aucune citation n’est perdue._

daily-refused-title = La quotidienne { $schedule } n’a pas été publiée
daily-refused = Je n’ai pas pu publier la dernière citation dans { $channel }. { $why }
daily-refused-hint = _La prochaine viendra à son heure._

daily-step-title =
    { $step ->
        [thread] La quotidienne { $schedule } n’a pas de fil
       *[announce] La quotidienne { $schedule } n’a pas atteint son public
    }
daily-step =
    { $step ->
        [thread] Je ne peux pas ouvrir le fil sous la dernière citation dans { $channel }. { $why }
       *[announce] Je ne peux pas transmettre la dernière citation de { $channel } aux serveurs qui suivent ce salon. { $why }
    }
daily-step-hint = _Si c’est réglé dans les six heures, je continuerai de moi-même._

daily-unconfirmed-title = La quotidienne { $schedule } est-elle publiée ?
daily-unconfirmed = Regarde dans { $channel }, s’il te plaît : je ne sais pas si la dernière citation s’y trouve. { $why } Je ne la publie pas deux fois.
daily-unconfirmed-hint = _Ces boutons sont aussi dans `/daily list`._
daily-post-now =
    { $schedule ->
        [none] Publier maintenant
       *[other] Publier maintenant (quotidienne { $schedule })
    }
daily-was-posted =
    { $schedule ->
        [none] Elle y est
       *[other] Elle y est (quotidienne { $schedule })
    }

daily-moment-there = { $date }, { $time } { $zone } _({ $distance })_
daily-moment = { $at } _({ $distance })_

daily-occurrence = **{ $date }, { $time }** · { $utc_time } UTC{ $utc_date ->
        [none] {""}
       *[other] {" "}le { $utc_date }
    }{ $clocks ->
        [skipped] {" "}· cette heure n’existe pas, à cause du changement d’heure : publication { $other_day ->
            [none] à { $instead }
           *[other] le { $other_day } à { $instead }
        }
        [twice] {" "}· cette heure arrive deux fois : la première compte
        [changed] {" "}· changement d’heure : { $before } devient { $after }
       *[same] {""}
    }

daily-described =
    { $days } dans { $channel }{ $kind ->
        [pair] , deux citations en désaccord
       *[quote] {""}
    }{ $theme ->
        [none] {""}
       *[other] , thème : { $theme }
    }{ $author ->
        [none] {""}
       *[other] , par { $author }
    }{ $work ->
        [none] {""}
       *[other] , ouvrage : { $work }
    }{ $thread ->
        [true] , avec un fil
       *[false] {""}
    }{ $role ->
        [none] {""}
       *[other] , mentionne { $role }
    }
daily-time = { $time } { $zone }

daily-added-title = La quotidienne { $schedule } est prête
daily-added = **{ $time }**, { $described }
daily-next-times = Les trois prochaines :
daily-untagged = _Le forum n’a pas de tag pour : { $themes }. Les citations sur ces thèmes arrivent sans tag._
daily-paused-title = La quotidienne { $schedule } est en pause
daily-paused-hint = `/daily resume` la relance. Elle continuera avec les citations qui restent.
daily-resumed-title = La quotidienne { $schedule } reprend
daily-unskipped-title = La quotidienne { $schedule } ne saute plus de date
daily-skipped-title = La quotidienne { $schedule } saute : { $dates }
daily-skipped-hint = _`/daily resume` rétablit toutes les dates sautées._
daily-remove-title = Supprimer la quotidienne { $schedule } ?
daily-remove-hint = Ce qu’elle a publié reste. `/daily pause` l’arrête pour un temps.
daily-remove-button = Supprimer
daily-removed-title = La quotidienne { $schedule } est supprimée
daily-removed-hint = _Ce qu’elle a publié reste._
daily-moved-title =
    { $count ->
        [one] { $count } quotidienne est maintenant dans le fuseau { $zone }
       *[other] { $count } quotidiennes sont maintenant dans le fuseau { $zone }
    }
daily-moved = Quotidienne { $schedule } · prochaine : { $next }
daily-on-its-way = En route vers { $channel }.
daily-confirmed = C’est noté : elle est publiée.

daily-preview-title = Quotidienne { $schedule } · { $time }
daily-preview-paused = Elle est en pause. `/daily resume` la relance.
daily-preview-waits = Elle attend. { $why }

daily-list-title = Les quotidiennes de ce serveur
daily-list-none = Aucune pour l’instant. `/daily add time:9:00` en crée une.
daily-pause = Mettre en pause
daily-resume = Reprendre
daily-list-heading = Quotidienne { $schedule } · { $time }
daily-count =
    { $count ->
        [one] { $count } quotidienne
       *[other] { $count } quotidiennes
    }
daily-next = Prochaine : { $moment }
daily-waits = **En attente** depuis le { $since } : je ne peux pas publier dans { $channel }. { $why } Elle reprendra toute seule.
daily-is-paused = **En pause** depuis le { $since }. `/daily resume` la relance.
daily-last =
    Dernière : { $moment }{ $link ->
        [none] {""}
       *[other] , { $link }
    }{ $late ->
        [none] {""}
       *[other] . { $late }
    }
daily-late-by =
    Retard : { $time }. { $cause ->
        [rate-limit] Discord m’a demandé d’attendre
        [unavailable] Discord était injoignable
        [unknown] Discord n’a pas dit si elle était publiée
        [forbidden] Je n’avais pas le droit de publier
        [not-found] Je ne voyais pas le salon
        [invalid] Quelque chose n’a pas marché ici
       *[none] J’étais à l’arrêt, ou pris par d’autres publications
    }{ $attempts ->
        [one] {""}
       *[other] {" "}({ $attempts } essais)
    }.
daily-see = la voir
daily-progress =
    { $kind ->
        [pair] Paires
       *[quote] Citations
    } : { $come } sur { $all } jusqu’ici
daily-skips = Saute : { $dates }
daily-unclear = **Incertain :** je ne sais pas si la citation du { $due } a été publiée. { $why }
daily-due =
    En route : la citation du { $due }{ $cause ->
        [rate-limit] . Discord me demande d’attendre
        [unavailable] . Discord est injoignable en ce moment ; je continue d’essayer
        [unknown] . Discord n’a pas dit si elle est publiée ; je continue de chercher
        [forbidden] . Je n’ai pas encore le droit de publier
       *[none] {""}
    }
daily-failed-no-match = Plus aucune citation du recueil ne correspond.
daily-failed-unreadable = Elle est devenue illisible après une mise à jour du bot.
daily-failed = **Pas publiée :** la citation du { $due }. { $why }
daily-missed = **Manqué :** { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }, le dernier le { $due } : le bot ou Discord était absent trop longtemps
daily-undone =
    { $step ->
        [thread] **Pas de fil** sous la dernière. { $why }
        [announce] **La dernière n’a pas été transmise** aux serveurs qui suivent le salon. { $why }
       *[other] **Une étape après la dernière** n’a pas marché. { $why }
    }

daily-several = Il y a plusieurs quotidiennes ici. Dis laquelle avec `{ names-daily-pause.schedule }:`. `/daily list` les montre.
daily-none = Il n’y a pas encore de quotidienne ici. `/daily add time:9:00` en crée une.
daily-gone = Tu ne peux voir ici aucune quotidienne { $schedule }. `/daily list` montre celles qui existent.
daily-never = Cette heure n’arrive jamais.
daily-no-match = Aucune citation du recueil ne correspond à tout cela. Enlève une option.
daily-no-pair = Aucune paire de citations du recueil ne correspond à tout cela. Enlève une option.
daily-matches-no-more = Plus aucune citation du recueil ne correspond à cette quotidienne. Supprime-la, et ajoutes-en une autre.
daily-not-paused = Cette quotidienne n’est pas en pause et ne saute aucune date.
daily-too-many-skips =
    Cette quotidienne saute déjà { $most } dates. `/daily resume` les rétablit ; ensuite, saute une période.
daily-range-turned = La date { $until } vient avant { $from }. Échange `{ names-daily-skip.from }:` et `{ names-daily-skip.until }:`.
daily-range-over = C’est déjà passé : { $dates }.
daily-range-too-long = C’est plus d’un an. `/daily pause` met une quotidienne en pause aussi longtemps que tu veux.
daily-decided = Quelqu’un en a déjà décidé. `/daily list` montre où elle en est.
daily-unseen-channel = Je ne vois pas ce salon. Donne-moi les permissions Voir le salon et Envoyer des messages, ou choisis un autre salon.
daily-no-messages = Choisis un salon ou un fil : un forum n’a pas de messages à lui.
daily-wrong-channel = Il faut à une quotidienne un salon textuel, un salon d’annonces, un fil ou un forum. Choisis un autre lieu.
daily-missing-permissions = Il me manque dans ce salon : { $permissions }. Accorde-le dans les paramètres du salon, puis réessaie.
daily-thread-in-thread = C’est déjà un fil : il n’a pas de fils sous ses messages. Enlève `{ names-daily-add.thread }:`.
daily-thread-in-voice = Un salon vocal n’a pas de fils sous ses messages. Enlève `{ names-daily-add.thread }:`.
daily-unknown-role = Ce rôle n’existe pas sur ce serveur.
daily-pings-everyone = Une quotidienne ne mentionne pas tout le monde. Crée un rôle pour les personnes qui la veulent, et choisis-le.
daily-unpingable-role = Je n’ai pas le droit de mentionner le rôle « { $role } ». Dans les paramètres du rôle, permets à tout le monde de le mentionner, ou donne-moi la permission Mentionner @everyone, @here et tous les rôles dans ce salon ; ou bien enlève `{ names-daily-add.role }:`.
daily-tag-required = Ce forum refuse les posts sans tag et n’en a pas pour : { $themes }. Ajoute-lui ces tags, ou choisis un thème qu’il a.
