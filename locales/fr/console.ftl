console-welcome-title = Un recueil de citations pour ton groupe de lecture, ici dans le terminal
console-welcome = Tape `/quote` pour un passage, `/question theme:power` pour poser une question au groupe, et un numéro entre `[crochets]` pour appuyer sur ce bouton. `@ana` fait de toi un autre membre ; `?` en dit plus, Tab complète, Ctrl-D quitte.
console-welcome-back = `?` explique le fonctionnement, `/help` ce que fait le bot.

console-guide-title = La console
console-guide = Qui, où et quoi tiennent sur une ligne : `@ana #general /answer`. Tu es le premier membre, `@you`, et tu gères le serveur.
console-guide-help = ce que fait le bot ; chaque commande marche ici comme sur Discord
console-guide-member = à partir d’ici, tu es ana, un membre ordinaire
console-guide-channel = va dans ce salon ; son nom a au plus { $longest } lettres
console-guide-forum = un forum, car son nom finit ainsi ; chaque post est un salon
console-guide-words = publié dans le salon, avec un numéro : `message 1`
console-guide-number = appuie sur le bouton qui a ce numéro
console-guide-press = appuie sur le bouton le plus récent qui porte ce texte
console-guide-manager = tu peux gérer le serveur, qui que tu sois ; `-manager`, plus maintenant
console-guide-role = tu as ce rôle ; `/settings facilitators:@teachers` lui donne un sens
console-guide-wait = avance l’horloge de la console d’autant
console-guide-remark = est ignoré
console-guide-quit = quitte, comme Ctrl-D
console-guide-scripts-title = Scripts
console-guide-scripts = Sans terminal, les lignes sont lues sur l’entrée standard : `commonplace console < seminar.txt`. Ce qui va dans un formulaire est sur les lignes suivantes, chacune précédée de deux espaces ; un `.` seul termine un champ si un autre suit. Le programme finit par une erreur si une ligne a échoué. `sure:yes` à la fin de `/close`, `/seminar close`, `/daily remove` ou `/reading remove` agit sans demander d’abord.

console-form-close = Ctrl-C ferme le formulaire.
console-form-closed = Le formulaire est fermé ; rien n’a été envoyé.
console-form-needs-lines = « { $title } » est un formulaire. Mets ce qu’il doit contenir sur les lignes suivantes, chacune précédée de deux espaces.
console-form-hint = — { $hint }
console-form-optional = (peut rester vide)
console-form-lines = (une ligne vide le termine)
console-form-number = (tape un numéro)
console-form-yes-or-no = (y pour oui, n pour non)
console-form-path = (le chemin d’un fichier)
console-form-full = Le formulaire est plein ; « { $line } » est de trop.
console-field-empty = Remplis « { $label } », s’il te plaît.
console-field-short = « { $label } » demande au moins { $least } caractères ; ce texte en a { $count }.
console-field-long = « { $label } » accepte au plus { $most } caractères ; ce texte en a { $count }.
console-field-choice = « { $label } » attend un numéro de 1 à { $count }.
console-field-yes-or-no = « { $label } » attend y (oui) ou n (non).
console-no-form = Cette ligne commence par des espaces, mais aucun formulaire n’est ouvert.

console-leave = Ctrl-D quitte, et Ctrl-C une seconde fois aussi.
console-posted-word = Publié comme message. Voulais-tu dire `/{ $command }` ?
console-time = Il est { $time }.
console-press-what = Appuyer sur quoi ? Le numéro d’un bouton, ou son texte : `press Garder`.
console-member-name = Le nom d’un membre est un mot d’au plus 32 lettres : `@ana`.
console-channel-name = Le nom d’un salon a au plus { $longest } caractères parmi a–z, 0–9 et `-` : `#reading-room`.
console-role-name = Le nom d’un rôle a au plus { $longest } caractères parmi a–z, 0–9 et `-` : `+teachers`.
console-wait-how-long = Attendre combien de temps ? `wait 90s`, `wait 10m`, `wait 3h` ou `wait 2d`.
console-in-forum = #{ $forum } est un forum. Il contient des posts ; va dans l’un d’eux.
console-archived-channel = #{ $channel } est archivé. Tu peux le lire, mais rien y faire.

console-press-not-yours = Ce bouton est dans un message visible seulement par { $member }.
console-press-somebody = quelqu’un d’autre
console-press-gone = Ce bouton n’est plus là. Son message a changé ou a été retiré.
console-press-no-number = Aucun bouton n’a le numéro { $number }.
console-press-no-label = Il n’y a pas ici de bouton « { $label } ».

console-note-changed = modifié
console-note-still-open = encore ouvert
console-note-elsewhere = dans #{ $channel }
console-note-archived = archivé
console-note-only =
    { $you ->
        [true] visible par toi ({ $member }) seulement
       *[false] visible par { $member } seulement
    }
console-note-somebody = un membre
console-message-number = message { $number }
console-picture = [Image { $file } : { $alt }]
console-pings = mentionne { $who }
console-removed-message = Un message dans #{ $channel } a été retiré.
console-removed-titled = « { $title } » dans #{ $channel } a été retiré.
console-pinned =
    { $title ->
        [none] Un message dans #{ $channel } est épinglé.
       *[other] « { $title } » dans #{ $channel } est épinglé.
    }
console-thread-opened = Un fil est ouvert : { $title }. Tape `#{ $channel }` pour y aller.
console-post-opened =
    Un post est ouvert dans #{ $forum } : { $title }{ $tags ->
        [none] {""}
       *[other] {" "}[{ $tags }]
    }. Tape `#{ $channel }` pour y aller.
console-post-untitled = Une page du recueil
console-channel-archived = #{ $channel } est archivé.
console-new-tags = #{ $forum } a de nouveaux tags : { $tags }.
console-file-saved = Le fichier est ici sous le nom { $file }.
console-file-not-saved = { $file } n’a pas pu être écrit : { $reason }.

console-event =
    Événement « { $name } », { $when } : { $status ->
        [scheduled] annoncé
        [active] en cours
        [completed] terminé
       *[canceled] annulé
    }
console-form-name =
    { $role ->
        [true] (le nom d’un rôle)
       *[false] (le nom d’un salon)
    }
console-field-name = « { $label } » attend un nom.
