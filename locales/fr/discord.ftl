discord-unknown-request = Je ne sais pas encore lire ce type de demande ; rien n’a changé. Essaie autrement.
discord-restarted = Je redémarrais quand ceci est arrivé ; rien n’a changé. Réessaie, s’il te plaît.
discord-carried-out = C’est fait. Je viens de redémarrer et ma réponse s’est perdue.
discord-elsewhere = D’ici, je n’ai pas accès à ton propre livre ; rien n’a changé. Utilise la commande dans un message privé avec moi.
discord-filtered = Je ne peux pas afficher cela ici. { $why }
discord-cut = C’est trop long pour un seul message. Le fichier joint contient tout.
discord-whole-file = texte-complet.txt

discord-member =
    { $name ->
        [none] @quelqu’un
       *[other] @{ $name }
    }
discord-role =
    { $name ->
        [none] @un rôle
       *[other] @{ $name }
    }
discord-channel =
    { $name ->
        [none] #un salon
       *[other] #{ $name }
    }
discord-guide =
    { $page ->
        [browse] Parcourir les salons
        [customize] Salons et rôles
        [guide] Guide du serveur
       *[linked-roles] Rôles liés
    }
