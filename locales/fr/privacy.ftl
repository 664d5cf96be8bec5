privacy-title = Ce qui est conservé sur toi ici
privacy-footer = Visible par toi seulement
privacy-nothing = Rien n’est conservé sur toi sur ce serveur.

privacy-line =
    { $kind ->
        [answers] **Réponses : { $count }** · tes mots, pour le registre du groupe
        [ratings] **Avis : { $count }** · sur les réponses des autres ; personne ne voit de qui ils viennent
        [statements] **Déclarations que tu as proposées : { $count }** · pour que le groupe les vote
        [wordings] **Textes que tu as donnés à des déclarations : { $count }** · avec ton nom
        [votes] **Votes et objections : { $count }** · dans ce que le groupe décide
        [questions] **Questions que tu as posées : { $count }** · pour que tu puisses les modifier et les clore
        [seminars] **Séminaires que tu as ouverts ou que tu animes : { $count }** · pour que tu puisses les mener
        [roster] **Séminaires auxquels tu participes : { $count }** · pour que le groupe sache qui il attend
        [meetings] **Rendez-vous où tu as dit que tu viendrais : { $count }** · pour te les rappeler, jusqu’à leur fin
        [turns] **Places dans une liste de parole : { $count }** · pour savoir à qui c’est de parler
        [sides] **Camps reçus dans un débat : { $count }** · jusqu’à la clôture de la question
        [recalls] **Demandes de révocation : { $count }** · jusqu’à la clôture du séminaire
        [take-downs] **Suppressions : { $count }** · les tiennes, pour le journal ; celles de tes réponses, jusqu’à la clôture de la question
        [second-thoughts] **Réponses à une question reposée : { $count }** · pour le compte ; personne ne les lit
        [consents] **Messages qui attendent un oui : { $count }** · de toi, ou demandés par toi ; une semaine au plus
        [kept] **Citations que tu gardes : { $count }** · pour toi seulement
        [dailies] **Quotidiennes que tu as créées : { $count }** · pour te prévenir si l’une échoue
        [readings] **Lectures que tu as ajoutées : { $count }** · qui les a ajoutées, et quand
        [drafts] **Réponses qui attendent leur question : { $count }** · pendant 15 minutes
        [outgoing] **Messages en route : { $count }** · qui contiennent ton nom
       *[told] **Le fait que tu as reçu cette information** · pour ne te la donner qu’une fois
    }
privacy-line-short =
    { $kind ->
        [answers] Réponses : { $count }
        [ratings] Avis : { $count }
        [statements] Déclarations que tu as proposées : { $count }
        [wordings] Textes que tu as donnés à des déclarations : { $count }
        [votes] Votes et objections : { $count }
        [questions] Questions que tu as posées : { $count }
        [seminars] Séminaires que tu as ouverts ou que tu animes : { $count }
        [roster] Places dans des séminaires : { $count }
        [meetings] Rendez-vous où tu as dit que tu viendrais : { $count }
        [turns] Places dans une liste de parole : { $count }
        [sides] Camps reçus dans un débat : { $count }
        [recalls] Demandes de révocation : { $count }
        [take-downs] Suppressions : { $count }
        [second-thoughts] Réponses à une question reposée : { $count }
        [consents] Messages qui attendent un oui : { $count }
        [kept] Citations que tu gardes : { $count }
        [dailies] Quotidiennes que tu as créées : { $count }
        [readings] Lectures que tu as ajoutées : { $count }
        [drafts] Réponses qui attendent leur question : { $count }
        [outgoing] Messages en route : { $count }
       *[told] Le fait que tu sais ce qui est conservé
    }

privacy-who-title = Qui le voit
privacy-who = Réponses, déclarations et objections motivées : toute personne qui peut voir le salon. Avis et votes : personne. Citations que tu gardes : toi. La personne qui gère ce bot peut lire sa base de données.
privacy-how-long-title = Combien de temps
privacy-how-long = Jusqu’à ce que tu l’effaces. Si le bot quitte ce serveur, toutes les données du serveur sont supprimées quelques semaines plus tard.
privacy-unnamed-title = Sans ton nom
privacy-unnamed = Tant qu’une question est ouverte, tu peux retrouver et effacer ta réponse sans nom. Une fois la question close, plus rien ne la relie à toi : personne ne peut la retrouver, même pas toi.
privacy-operator = Des questions ? Demande à la personne qui gère ce bot.
privacy-policy = Politique de confidentialité
privacy-terms = Conditions d’utilisation
privacy-export = En recevoir une copie
privacy-erase = Effacer…
privacy-show = Ce qui est conservé

privacy-copy-title = Une copie de ce qui est conservé sur toi
privacy-copy = Tout, en JSON, lisible dans n’importe quel éditeur de texte. Tes réponses sans nom s’y trouvent tant que leur question est ouverte : ne donne ce fichier à personne.

privacy-ask-title =
    { $everywhere ->
        [true] Effacer partout tout ce qui te concerne ?
       *[false] Effacer ici tout ce qui te concerne ?
    }
privacy-ask-everywhere =
    { $count ->
        [one] Cela concerne un seul serveur.
       *[other] Cela concerne les { $count } serveurs où quelque chose est conservé sur toi.
    }
privacy-nothing-to-erase =
    { $everywhere ->
        [true] Rien n’est conservé sur toi, sur aucun serveur.
       *[false] Rien n’est conservé sur toi sur ce serveur.
    }
privacy-goes = **Disparaît pour de bon :**
privacy-stays = **Reste pour le groupe, sans ton nom :**
privacy-marks = Là où les autres pouvaient lire ta réponse, ils liront qu’une réponse a été retirée. Les réponses sans nom à des questions closes restent : rien ne dit lesquelles sont les tiennes. Ce que d’autres ont copié reste chez eux.
privacy-may-link = _Une réponse sans ton nom disparaît en même temps que tout le reste. Quelqu’un qui l’a lue, ou qui a d’anciennes copies de la base de données, peut deviner que c’était la tienne. Pour l’éviter, retire-la d’abord, et efface le reste un autre jour._
privacy-erase-sure = Effacer pour de bon
privacy-erased =
    { $servers ->
        [none] Tout ce qui te concerne sur ce serveur est effacé
        [one] Tout ce qui te concerne est effacé, sur { $servers } serveur
       *[other] Tout ce qui te concerne est effacé, sur { $servers } serveurs
    }{ $answers ->
        [0] .
        [one] {" "}– dont une réponse. Les messages qui la montraient changent d’ici une minute.
       *[other] {" "}– dont { $answers } réponses. Les messages qui les montraient changent d’ici une minute.
    }

privacy-nobody = quelqu’un qui est parti

privacy-words-withdrawn = (retiré)

privacy-first =
    { $anonymous ->
        [true] _De cette réponse, on conserve tes mots, sans ton nom et sans l’heure._
       *[false] _Désormais, le bot conserve tes réponses ici, avec ton nom, pour toute personne qui peut voir ce salon. Tu peux les faire effacer à tout moment._
    }

privacy-too-often =
    { $server ->
        [true] Ce serveur a envoyé trop de { $what ->
            [answers] réponses
            [questions] questions
            [imports] lectures
            [copies] passages à recopier
           *[exports] demandes de fichiers
        } depuis une heure.
       *[false] Tu as envoyé trop de { $what ->
            [answers] réponses
            [questions] questions
            [imports] lectures
            [copies] passages à recopier
           *[exports] demandes de fichiers
        } depuis une heure.
    } Réessaie { $again }, s’il te plaît.
