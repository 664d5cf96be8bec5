permissions-name =
    { $permission ->
        [view-channel] Voir le salon
        [send-messages] Envoyer des messages
        [send-messages-in-threads] Envoyer des messages dans les fils
        [embed-links] Intégrer des liens
        [attach-files] Joindre des fichiers
        [create-public-threads] Créer des fils publics
        [read-message-history] Voir les anciens messages
        [manage-threads] Gérer les fils
        [connect] Se connecter
        [pin-messages] Épingler des messages
        [create-events] Créer des événements
       *[manage-channels] Gérer les salons
    }
permissions-facilitators-only =
    Seule l’équipe d’animation peut { $task ->
        [add-daily] ajouter une quotidienne
        [change-dailies] modifier les quotidiennes
        [repost-daily] la publier à nouveau
        [confirm-daily] dire qu’elle est publiée
        [post-panel] publier le panneau
       *[change-readings] modifier les lectures de ce serveur
    } : les membres qui ont la permission Gérer le serveur, ou le rôle choisi avec `/settings facilitators:`.
