# Berechtigungen, wie Discords Einstellungen sie nennen.

permissions-name =
    { $permission ->
        [view-channel] „Kanal ansehen“
        [send-messages] „Nachrichten senden“
        [send-messages-in-threads] „Nachrichten in Threads senden“
        [embed-links] „Links einbetten“
        [attach-files] „Dateien anhängen“
        [create-public-threads] „Öffentliche Threads erstellen“
        [read-message-history] „Nachrichtenverlauf anzeigen“
        [manage-threads] „Threads verwalten“
        [connect] „Verbinden“
        [create-events] „Events erstellen“
        [pin-messages] „Nachrichten anpinnen“
       *[manage-channels] „Kanäle verwalten“
    }
permissions-facilitators-only =
    Nur die Moderation kann { $task ->
        [add-daily] ein Tageszitat einrichten
        [change-dailies] Tageszitate ändern
        [repost-daily] es noch einmal posten
        [confirm-daily] bestätigen, dass es gepostet wurde
        [post-panel] das Panel posten
       *[change-readings] die Lektüre dieses Servers ändern
    }. Das sind Mitglieder mit der Berechtigung „Server verwalten“ oder mit der Rolle, die `/settings facilitators:` festlegt.
