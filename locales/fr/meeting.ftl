# La date d’un séminaire : son annonce, son événement et le rappel.

meeting-title = Rendez-vous : { $title }
# $when et $relative sont un instant : « jeudi 3 décembre 2026 19:00 », « dans 7 jours ».
meeting-when =
    { $when } ({ $relative }) · { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
# La date selon l’heure du lieu où se trouve le groupe.
meeting-agreed-on = Heure convenue : { $time }
# Ce qui se passe à l’heure dite.
meeting-opening =
    { $opening ->
        [itself] Le séminaire commence alors de lui-même.
       *[asks] La personne qui anime le lance alors.
    }
meeting-coming =
    { $count ->
        [0] Tu viens ? Je fais un rappel une heure avant à qui l’a dit.
        [one] **{ $count } personne a dit ici qu’elle viendrait.** Je fais un rappel une heure avant à qui l’a dit.
       *[other] **{ $count } personnes ont dit ici qu’elles viendraient.** Je fais un rappel une heure avant à qui l’a dit.
    }
meeting-begun = Le séminaire a commencé.
meeting-over = Ce rendez-vous est passé.
meeting-cancelled = **Ce rendez-vous est annulé.** S’il est dans ton agenda, le fichier l’en retire.

# Boutons.
meeting-come = Je viens
meeting-not-come = Je ne peux pas
meeting-file = Fichier d’agenda
meeting-set-date = Fixer une date
meeting-move = Déplacer

# Le brouillon, pour la personne qui anime.
meeting-draft-opening =
    { $opening ->
        [itself] Il commence alors de lui-même, s’il y a quelqu’un pour l’animer et que rien ne l’empêche ; sinon je te demande.
       *[asks] Je te demande alors de le lancer.
    }
meeting-clocks-skipped = Cette heure n’existe pas, car on avance alors les horloges : c’est le premier instant qui suit.
meeting-clocks-twice = Cette heure existe deux fois, car on recule alors les horloges : c’est la première des deux.
meeting-dated = La date est fixée, et annoncée dans { $place }.
meeting-no-events = Il me manque « Créer des événements » sur ce serveur, donc il n’y a pas d’événement dans la liste de Discord. Tout le reste marche : pour venir, on clique sur « Je viens » sous l’annonce.

# Le formulaire pour une date.
meeting-form-title = Quand vous retrouvez-vous ?
meeting-form-label = Date et heure
meeting-form-hint = jeudi 19h, demain 19h30, 2026-12-03 19:00 ({ $timezone })
# Comment une date a été comprise, pendant qu’on la tape.
meeting-choice = { $when } · { $relative }

# À qui a dit qu’il viendrait.
meeting-expected = On t’attend à « { $title } ». Je te fais un rappel une heure avant.
meeting-not-expected = On ne t’attend pas, et je ne te fais pas de rappel.
meeting-file-about =
    { $cancelled ->
        [true] Ouvre ce fichier : ton agenda retire le rendez-vous.
       *[false] Ouvre ce fichier : ton agenda prend le rendez-vous. S’il est déplacé, un nouveau fichier le déplace.
    }

# Pour qui vient.
meeting-reminder = **{ $title }** commence { $relative }. { $count ->
        [one] { $count } personne a dit qu’elle viendrait.
       *[other] { $count } personnes ont dit qu’elles viendraient.
    }
# Plus de monde qu’un message ne peut en mentionner.
meeting-crowd = Plus de { $most } personnes viennent, donc je ne mentionne personne.
meeting-moved = **{ $title }** est déplacé : { $when }.
meeting-called-off = **{ $title }** ({ $when }) est annulé.

# À la personne qui anime, quand c’est l’heure.
meeting-ask =
    C’est l’heure de **{ $title }**. { $why ->
        [no-facilitator] Personne ici ne l’anime : qui gère le serveur peut prendre la suite et le lancer.
        [no-agenda] Il ne commence pas de lui-même, car son ordre du jour est vide. Ajoute une question et lance-le.
        [another-open] Il ne commence pas de lui-même, car un autre séminaire est ouvert ici. Termine d’abord l’autre.
        [event-deleted] Il ne commence pas de lui-même, car son événement a été supprimé. Lance-le si vous vous retrouvez.
        [channel] Il ne commence pas de lui-même, car il me manque des permissions ici. Lance-le, et je te dis lesquelles.
       *[none] Lance-le quand tout le monde est là.
    }
meeting-answered =
    { $how ->
        [cancelled] **{ $title }** a été annulé.
        [moved] **{ $title }** a une autre date.
       *[started] **{ $title }** a commencé.
    }

# Refus.
meeting-error-past = { $when } est passé. Choisis une heure à venir.
meeting-error-too-far = C’est dans plus de deux ans. Choisis une date plus proche.
meeting-error-no-date = Ce séminaire n’a pas de date. La personne qui l’anime en fixe une avec `/seminar move`.
meeting-error-not-ahead = Ce rendez-vous est passé, commencé ou annulé.
meeting-error-needs-date = Il manque une date : `{ names-seminar-open.timezone }:` et `{ names-seminar-open.start }:` vont avec `{ names-seminar-open.at }:`.
