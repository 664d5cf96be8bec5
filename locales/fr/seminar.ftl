seminar-title = Séminaire : { $title }
seminar-footer = Séminaire { $seminar }
seminar-private-footer = Séminaire { $seminar } · visible par toi seulement
seminar-subject =
    { $count ->
        [one] **{ $count } question{ $about ->
            [none] {""}
           *[other] {" "}· { $about }
        }**
       *[other] **{ $count } questions{ $about ->
            [none] {""}
           *[other] {" "}· { $about }
        }**
    }{ $length ->
        [none] {""}
        [one] {" "}· { $length } minute
       *[other] {" "}· { $length } minutes
    }
seminar-course =
    { $format ->
        [debate] À chaque tour, tu reçois un camp. Tu le défends d’abord, puis tu réponds en ton nom.{" "}
       *[plain] {""}
    }{ $reveal ->
        [live] Les réponses s’affichent dès leur arrivée, les anonymes à la fin.
       *[sealed] Les réponses restent cachées, puis sont toutes dévoilées ensemble : ainsi, on réfléchit d’abord par soi-même.
    }{ $minutes ->
        [none] {""}
        [one] {" "}Elles sont dévoilées au plus tard après { $minutes } minute.
       *[other] {" "}Elles sont dévoilées au plus tard après { $minutes } minutes.
    }
seminar-facilitator =
    { $name ->
        [none] Personne n’anime en ce moment
       *[other] Animation : { $name }
    }{ $lot ->
        [true] {" "}; on tire au sort qui anime à chaque question.
       *[false] .
    }
seminar-roster =
    { $count ->
        [0] Personne ne participe encore. Répondre suffit pour participer.
        [one] **{ $count } personne participe :** { $who }.
       *[other] **{ $count } personnes participent :** { $who }.
    }
seminar-more-names =
    { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }
seminar-unnamed = { $count } sans nom
seminar-unnamed-perhaps =
    { $count ->
        [one] peut-être { $count } autre sans nom
       *[other] peut-être { $count } autres sans nom
    }
seminar-closed = Ce séminaire est terminé.

seminar-join = Participer
seminar-status = Où on en est
seminar-show-facilitator = Animation
seminar-who-speaks = À qui la parole
seminar-start = Commencer
seminar-first-question = Première question
seminar-agenda = Ordre du jour
seminar-reveal = Dévoiler
seminar-close = Terminer le séminaire
seminar-add-question = Ajouter ma question

seminar-status-draft = C’est un brouillon : il n’a pas commencé.
seminar-status-closed = Il est terminé.
seminar-status-unposed = Aucune question n’a encore été posée.
seminar-question-of = Question { $number } sur { $count }
seminar-status-round =
    { $count ->
        [0] **Aucune réponse.**
        [one] **{ $count } réponse.**
       *[other] **{ $count } réponses.**
    } { $state ->
        [arguing] Chaque personne défend son camp.
        [open] La question est ouverte.
        [revealed] Les réponses sont dévoilées.
       *[closed] La question est close.
    }
seminar-status-awaited =
    { $left ->
        [one] On attend encore { $left } personne sur { $size }.
       *[other] On attend encore { $left } personnes sur { $size }.
    }
seminar-reveals-at = Les réponses sont dévoilées { $when }.

seminar-agenda-title =
    { $draft ->
        [true] Brouillon : { $title }
       *[false] Ordre du jour : { $title }
    }
seminar-agenda-line = **{ $number }.** { $question } _· { $about }_
seminar-agenda-about =
    { $theme ->
        [none] {""}
       *[other] { $theme },{" "}
    }{ $kind ->
        [close] lire de près
        [comparison] comparer
        [application] appliquer à nous
        [author] posée dans le texte
        [opener] pour commencer
        [closer] pour finir
        [debate] débat
       *[own] question ajoutée
    }{ $minutes ->
        [none] {""}
       *[other] , { $minutes } min
    }
seminar-reading = **À lire avant :**
seminar-reading-work = _{ $title }_ : { $parts }
seminar-reading-part =
    { $sections ->
        [none] ¶{ $first }{ $last ->
            [none] {""}
           *[other] –{ $last }
        }
       *[other] { $sections } (¶{ $first }{ $last ->
            [none] {""}
           *[other] –{ $last }
        })
    }
seminar-agenda-empty = Il n’y a pas de question. Ajoute la tienne, dans tes propres mots.
seminar-agenda-menu = Modifier une question
seminar-change-question = Modifier
seminar-agenda-entry = { $number }. { $question }
seminar-new-questions = Nouvelles questions
seminar-new-questions-title = Choisir de nouvelles questions ?
seminar-new-questions-text =
    { $count ->
        [one] La question de cet ordre du jour disparaît, même si elle est de toi, et une nouvelle la remplace.
       *[other] Les { $count } questions de cet ordre du jour disparaissent, les tiennes aussi, et de nouvelles les remplacent.
    }
seminar-move-up = Monter
seminar-move-down = Descendre
seminar-replace = Remplacer
seminar-remove = Enlever
seminar-back-to-agenda = Retour à l’ordre du jour
seminar-own-question = Une question à toi
seminar-own-question-label = La question
seminar-own-question-about = On peut y répondre en un paragraphe, et pas par oui ou par non.
seminar-untitled = Une soirée avec le recueil
seminar-tags-to-make = Je vais créer ces tags dans le forum : { $tags }.
seminar-tag-nearest = Le forum n’a pas de tag « { $theme } » ; je prendrai « { $tag } ».
seminar-tag-none = Le forum n’a pas de tag « { $theme } » : ce post n’en aura pas.

seminar-started = **C’est parti.** Tout le monde peut maintenant participer dans { $place }. Quand il y a du monde, pose la première question.
seminar-joined =
    { $new ->
        [true] **Tu participes.**
       *[false] **Tu participes déjà.**
    } { $open ->
        [true] Une question est ouverte : réponds à ton rythme.
       *[false] La première question arrive bientôt.
    }{ $side ->
        [true] {" "}Tu as reçu un camp.
       *[false] {""}
    }
seminar-show-side = Voir mon camp
seminar-side-title = Ton camp : { $current }
seminar-side-for = **Ton camp dit :**
seminar-side-against = **Le camp adverse dit :**
seminar-side-hint = Défends ce camp de ton mieux, quoi que tu penses toi-même. Ta propre réponse viendra après.
seminar-side-footer = Visible par toi seulement.
seminar-side-first = Dans ce débat, tu défends un camp que tu reçois. Regarde d’abord le tien.
seminar-posed = **La question { $number } sur { $count } arrive.**{ $facilitator ->
        [none] {""}
       *[other] {" "}{ $facilitator } anime ce tour.
    }
seminar-round-footer = Tour { $round }
seminar-notes-title = Mes notes pour ce tour
seminar-no-notes = Le recueil n’a pas d’autres questions pour celle-ci.
seminar-notes-hint = Tout le monde voit les réponses quand tu les dévoiles ; `/seminar next` pose la question suivante.
seminar-follow-ups = Si la discussion s’arrête, tu peux demander :
seminar-hidden =
    { $part ->
        [side] Les arguments sont encore cachés. Dévoile-les d’abord ; ensuite, chaque personne répond en son nom.
       *[own] Les réponses sont encore cachées. Dévoile-les d’abord, pour que personne n’ait répondu pour rien.
    }
seminar-no-more = C’était la dernière question de l’ordre du jour. Termine le séminaire, ou ajoute une question.
seminar-revealed =
    { $channel ->
        [none] C’est dévoilé. Mais ce salon n’existe plus ou je ne le vois pas : je ne peux pas y afficher les réponses ; elles sont dans `/record`.
       *[other] C’est dévoilé : les réponses arrivent dans { $channel }.
    }{ $part ->
        [side] {" "}Ensuite, chaque personne répond en son nom ; dévoile une seconde fois quand c’est fait.
       *[own] {""}
    }
seminar-close-title =
    { $draft ->
        [true] Jeter « { $title } » ?
       *[false] Terminer « { $title } » ?
    }
seminar-close-draft = Personne n’a vu ce brouillon. Il est supprimé, avec son ordre du jour.
seminar-discard = Jeter
seminar-discard-sure = Jeter
seminar-close-unposed =
    { $count ->
        [one] { $count } question de l’ordre du jour n’a pas été posée.
       *[other] { $count } questions de l’ordre du jour n’ont pas été posées.
    }
seminar-close-hidden =
    { $count ->
        [one] { $count } réponse cachée sera affichée.
       *[other] { $count } réponses cachées seront affichées.
    }
seminar-close-text = Plus personne ne pourra répondre, et rien ne reliera les réponses anonymes aux personnes qui les ont données. Un bilan sera publié.
seminar-close-sure = Terminer
seminar-draft-deleted = Le brouillon est supprimé.
seminar-closed-receipt = C’est terminé. Le bilan est dans le salon ; tout est dans `/record`.

seminar-summary-title =
    { $continued ->
        [true] Bilan : { $title } (suite)
       *[false] Bilan : { $title }
    }
seminar-summary-footer = Séminaire { $seminar } · tout est dans /record
seminar-summary-question = _{ $number }. { $question }_
seminar-summary-answers =
    { $count ->
        [0] Personne n’a répondu.
        [one] { $count } réponse.
       *[other] { $count } réponses.
    }
seminar-summary-not-adopted = { $answers } La déclaration proposée n’a pas été adoptée.
seminar-summary-unposed = Pas posées
seminar-summary-who = Qui a participé
seminar-summary-roster =
    { $who ->
        [none] Personne.
       *[other] { $who }.
    }{ $facilitator ->
        [none] {""}
       *[other] {" "}Animation : { $facilitator }.
    }

seminar-facilitator-title = Qui anime
seminar-volunteers =
    { $who ->
        [none] Personne ne s’est encore proposé.
       *[other] Volontaires : { $who }.
    }
seminar-hand-over-hint = Tu peux passer l’animation à quelqu’un qui participe : `/seminar facilitator member:`.
seminar-recall-hint = Si plus de la moitié des personnes qui participent demandent quelqu’un d’autre, on tire au sort qui anime. Personne ne saura qui l’a demandé.
seminar-take-up = Je m’en charge
seminar-take-over = Je prends le relais
seminar-my-notes = Mes notes pour ce tour
seminar-volunteer = Je me propose
seminar-not-me = Pas moi
seminar-draw-lot = Tirer au sort à chaque tour
seminar-stay = Je continue d’animer
seminar-recall = Changer d’animation
seminar-undo = Annuler
seminar-new-facilitator =
    { $how ->
        [lot] { $name } anime ce tour, par tirage au sort.
        [taken-up] { $name } anime à partir de maintenant. Merci !
        [handed-over] L’animation passe à { $name }.
        [appointed] { $name } anime à partir de maintenant.
        [taken-over] { $name } prend le relais et anime à partir de maintenant.
       *[recalled] Le groupe a demandé de changer d’animation{ $over ->
            [none] {""}
           *[other] , à cause de l’entrée { $over } dans `/moderate log`
        }. Le sort a désigné { $name }.
    }
seminar-nobody-facilitates = Personne n’anime en ce moment. Animer, c’est poser la question suivante, dévoiler les réponses et terminer le séminaire. Qui s’en charge ?
seminar-nobody-will-you = Personne n’anime en ce moment. Veux-tu t’en charger ?
seminar-facilitates-already =
    { $own ->
        [true] Tu animes déjà.
       *[false] Cette personne anime déjà.
    }
seminar-handed-over = { $name } anime maintenant. Merci d’avoir animé !
seminar-other-facilitates = Quelqu’un d’autre anime désormais.
seminar-recall-count =
    { $said ->
        [one] { $said } personne sur { $size } a demandé
       *[other] { $said } personnes sur { $size } ont demandé
    } quelqu’un d’autre que { $name } ; à { $needed } demandes, on tire au sort qui anime.
seminar-recall-noted = **C’est noté. Personne ne saura que c’est toi.** { $count }
seminar-recall-undone = **Ta demande est annulée.** { $count }
seminar-recalled =
    Plus de la moitié d’entre vous ont demandé de changer d’animation. { $name ->
        [none] Il n’y a personne d’autre à tirer au sort : la première personne qui se propose s’en charge.
       *[other] Le sort a désigné { $name }.
    }

seminar-error-not-found = Tu ne peux voir ici aucun séminaire { $id }.
seminar-error-draft = Il n’y a pas encore de séminaire { $id }.
seminar-error-none = Il n’y a pas de séminaire ici. `/seminar open` en prépare un.
seminar-error-several = Il y a plusieurs séminaires, et aucun n’a lieu ici. Dis lequel avec `{ names-seminar-status.seminar }:`.
seminar-error-not-started = Ce séminaire n’a pas encore commencé. `/seminar start` y invite tout le monde.
seminar-error-started = Ce séminaire a déjà commencé. `/seminar next` pose la question suivante.
seminar-error-no-draft =
    { $open ->
        [true] Un autre séminaire est ouvert ici, et tu n’as pas de brouillon.
       *[false] Tu n’as pas de brouillon.
    } `/seminar open` en prépare un.
seminar-error-several-drafts = Tu as plusieurs brouillons, et aucun n’est pour ce salon. Dis lequel avec `{ names-seminar-status.seminar }:`.
seminar-error-closed = Ce séminaire est terminé. `/record` montre ce que le groupe a répondu.
seminar-error-not-eligible = Sur ce serveur, seuls les membres qui ont le rôle d’animation ouvrent et animent des séminaires. `/question` pose une seule question.
seminar-error-not-facilitator =
    { $facilitator ->
        [none] Personne n’anime ce séminaire en ce moment : personne ne peut donc { seminar-action }. Si tu veux t’en charger, c’est possible avec `/seminar facilitator`.
       *[other] { $facilitator } anime ce séminaire. Personne d’autre ne peut { seminar-action }.{ $takes ->
            [true] {" "}Tu peux prendre le relais.
           *[false] {""}
        }
    }
seminar-anyway =
    { $facilitator ->
        [none] Personne n’anime ce séminaire en ce moment.
       *[other] { $facilitator } anime ce séminaire.
    } Comme tu gères ce serveur, tu peux quand même { $action ->
        [close] le terminer
       *[reveal] dévoiler les réponses
    }.
seminar-close-anyway = Terminer quand même
seminar-reveal-anyway = Dévoiler quand même
seminar-action =
    { $action ->
        [change-agenda] modifier son ordre du jour
        [start] le commencer
        [pose] poser la question suivante
        [reveal] dévoiler les réponses
        [close] le terminer
        [decide] en décider
        [hand-over] passer l’animation
        [read-notes] lire ses notes
        [take-over] faire cela
        [edit-question] modifier la question
        [close-round] clore le tour
        [set-date] fixer sa date
       *[show-queue] montrer la liste au groupe
    }
seminar-error-empty-agenda = Son ordre du jour est vide. Ajoute d’abord une question : `/seminar agenda`.
seminar-error-another-open = Un autre séminaire est ouvert à cet endroit. Termine-le d’abord avec `/seminar close`, ou ouvre le tien ailleurs avec `{ names-seminar-open.channel }:`.
seminar-error-sealed-debate = Dans un débat, les réponses sont toujours cachées d’abord : les arguments, puis les réponses personnelles, sont dévoilés ensemble. Enlève `{ names-seminar-open.reveal }:`.
seminar-error-plan-is-whole = Un plan apporte ses propres questions et sa propre durée. Enlève `{ names-seminar-open.plan }:`, ou enlève `{ names-seminar-open.themes }:`, `{ names-seminar-open.work }:`, `{ names-seminar-open.format }:`, `{ names-seminar-open.questions }:` et `{ names-seminar-open.length }:`.
seminar-error-no-questions = Le recueil n’a pas de question là-dessus. Enlève `{ names-seminar-open.work }:`, ou choisis d’autres thèmes.
seminar-error-item-posed = Cette question n’est plus en attente. `/seminar agenda` montre celles qui le sont.
seminar-error-no-other-question = Le recueil n’a pas d’autre question sur ce thème.
seminar-error-not-a-debate = Ce séminaire n’est pas un débat : chaque personne répond en son nom, et il n’y a pas de camps.
seminar-error-no-side = Tu n’as pas de camp en ce moment. La prochaine question du débat t’en donnera un.
seminar-error-posed-meanwhile = Quelqu’un est allé plus vite : cette question est déjà posée, ou le séminaire est terminé.
seminar-error-none-posed = Aucune question n’a encore été posée. `/seminar next` pose la première.
seminar-error-newer-round = Ce tour est passé : une question plus récente est ouverte.
seminar-error-round-closed = Ce tour est clos. `/seminar next` pose la question suivante.
seminar-error-revealed = Les réponses sont déjà dévoilées.
seminar-error-unanswered = Personne n’a encore répondu. Attends un peu, ou continue avec `/seminar next`.

seminar-error-one-decision = Une chose à la fois : donne `{ names-seminar-facilitator.lot }:`, `{ names-seminar-facilitator.volunteer }:` ou `{ names-seminar-facilitator.member }:`.
seminar-error-volunteer-role = Sur ce serveur, seuls les membres qui ont le rôle d’animation animent des séminaires.
seminar-error-recalled = Le groupe a demandé que quelqu’un d’autre anime : tu ne peux pas te proposer à nouveau. La personne qui anime peut te passer l’animation.
seminar-error-taken-up = Quelqu’un est allé plus vite et anime maintenant. Merci !
seminar-error-heir-absent =
    { $name ->
        [none] Ce membre
       *[other] { $name }
    } ne participe pas encore avec son nom. Il faut d’abord appuyer sur **Participer** ; ensuite, tu pourras lui passer l’animation.
seminar-error-heir-not-eligible = D’après ce que je sais, { $name } ne peut pas animer : sur ce serveur, c’est réservé à un rôle. Si ce rôle lui a été donné, il faut appuyer encore une fois sur **Participer**.
seminar-error-own-recall = C’est toi qui animes. Tu peux passer l’animation : `/seminar facilitator member:`.
seminar-error-recall-absent = Il faut participer pour demander que quelqu’un d’autre anime. Appuie d’abord sur **Participer**.

seminar-error-unseen-channel = Je ne vois pas ce salon. Donne-moi les permissions Voir le salon et Envoyer des messages, ou choisis-en un autre avec `{ names-seminar-open.channel }:`.
seminar-error-wrong-channel = Un séminaire a lieu dans un salon textuel, un fil ou un forum ; choisis-en un avec `{ names-seminar-open.channel }:`.
seminar-error-permissions = Il me manque là-bas : { $permissions }. Sans cela, le séminaire ne pourrait pas avoir lieu. Accorde-le dans les paramètres du salon, puis réessaie.
seminar-error-tag-required =
    Ce forum refuse les posts sans tag, et je n’ai pas le droit d’en créer. Ajoute-lui un tag, par exemple « { $example ->
        [none] Séminaire
       *[other] { $example }
    } », ou donne-moi la permission Gérer les salons.
