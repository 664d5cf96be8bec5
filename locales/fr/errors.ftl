errors-no-command =
    La commande `{ $given }` n’existe pas.{ $near ->
        [none] {""}
       *[other] {" "}Voulais-tu dire `/{ $near }` ?
    }
errors-needs-subcommand = Il manque un mot après `/{ $command }`. Voir `/help command:{ $command }`.
errors-stray-word = Je ne comprends pas « { $given } ». Une option s’écrit comme `{ names-quote.theme }:power`.
errors-twice-given = `{ $option }:` est là deux fois.
errors-open-quotation = Un guillemet est ouvert et jamais fermé.
errors-no-option =
    `/{ $command }` n’a pas d’option `{ $given }:`.{ $near ->
        [none] {""}
       *[other] {" "}Voulais-tu dire `{ $near }` ?
    }
errors-missing = Il manque `{ $option }:`.
errors-bad-value = `{ $option }:` attend { $wanted } ; « { $given } » ne convient pas.
errors-wanted =
    { $wanted ->
        [yes-or-no] `yes` (oui) ou `no` (non)
        [whole-number] un nombre entier
        [channel] un salon
        [role] un rôle
        [member] un membre de ce serveur
        [message] le numéro du message d’un membre
        [file] un fichier
        [time] une heure comme `9:00`, `9am`, `21h30` ou `noon` (midi)
        [days] `daily` (tous les jours), `weekdays` (semaine), `weekends` ou des jours comme `mon,wed,fri`
        [date] une date avec l’année, le mois et le jour, comme `2026-12-24`
        [format] `plain` (simple) ou `debate` (débat)
        [level] `easy` (facile), `middle` (moyenne) ou `text` (texte)
        [file-format] `html`, `md`, `csv` ou `json`
        [reason] `attack` (attaque), `private` (vie privée), `advertising` (publicité), `unrelated` (sans rapport) ou `rules` (règles)
        [daily-kind] `quote` (citation) ou `pair` (paire)
        [moment] une date et une heure, comme `jeudi 19:00`, `demain 19h` ou `2026-12-03 19:00`
        [opening] `asks` (me demander) ou `itself` (tout seul)
        [on-or-off] `on` (oui) ou `off` (non)
        [language] `en`, `fr`, `es` ou `de`
        [setting] `facilitators` (animation), `timezone` (fuseau), `channel` (salon) ou `language` (langue)
       *[reveal] `sealed` (cachées) ou `live` (au fil de l’eau)
    }
errors-wanted-between = un nombre de { $least } à { $most }
errors-unknown =
    { $what ->
        [theme] Je ne trouve aucun thème
        [work] Je ne trouve aucun ouvrage
        [author] Je ne trouve dans le recueil personne du nom de
        [quote] Je ne trouve aucune citation
        [question] Je ne trouve aucune question
        [reading] Je ne trouve aucune lecture
        [gloss] Je ne trouve dans le recueil ni personne ni mot
        [plan] Je ne trouve aucune séance toute prête
        [seminar] Je ne trouve aucun séminaire
       *[time-zone] Je ne trouve aucun fuseau horaire
    } « { $given } ».{ $near ->
        [none] {""}
       *[other] {" "}Voulais-tu dire `{ $near }` ?
    }
errors-ambiguous =
    Il y a plusieurs { $what ->
        [author] noms
        [reading] lectures
       *[work] ouvrages
    } qui correspondent à « { $given } » : { $names }. Précise, s’il te plaît.
errors-no-place = « { $given } » ne dit pas où, et l’heure change selon le lieu. Choisis une ville : { $cities }.
errors-stale-press = Ce bouton vient d’un ancien message et ne fait plus rien.
errors-stale-form = Ce formulaire a changé depuis que tu l’as ouvert : rien n’a été fait. Ouvre-le à nouveau, s’il te plaît.
errors-only-in-servers = Pour cela, il faut un serveur où je suis. Ici, j’ai pour toi `/quote`, `/kept`, `/privacy` et `/help`.
errors-hidden-channel = Tu ne peux pas voir ce salon : je n’y publie rien pour toi.
errors-sight-unknown = Discord ne me dit pas en ce moment quels salons tu peux voir. Réessaie dans une minute.
errors-too-long =
    { $what ->
        [answer] Ta réponse dépasse
        [question] Ta question dépasse
        [reason] Ta raison dépasse
        [search] Ta recherche dépasse
        [speaker] Ce nom dépasse
        [statement] Ta déclaration dépasse
       *[title] Ton titre dépasse
    } { $most } caractères. Raccourcis le texte et renvoie-le ; rien n’a changé.
errors-empty =
    { $what ->
        [answer] Ta réponse est vide.
        [question] Ta question est vide.
        [reason] Ta raison est vide.
        [search] Ta recherche est vide.
        [speaker] Ce nom est vide.
        [statement] Ta déclaration est vide.
       *[title] Ton titre est vide.
    } Écris au moins un mot ; rien n’a changé.
errors-is-bot = { $name } est un bot ; `{ $option }:` attend une personne.
errors-your-text = Ton texte, à copier
errors-failure = Quelque chose n’a pas marché ici, et rien n’a changé. Si cela se reproduit, donne le numéro { $reference } à la personne qui gère ce bot.
