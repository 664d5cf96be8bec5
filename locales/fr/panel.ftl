panel-title = Ce que tu peux faire ici
panel-about = Toutes les commandes sont derrière ces boutons. Ce qu’ils ouvrent est visible par toi seulement, sauf si c’est pour tout le monde.
panel-posted =
    { $pins ->
        [true] Le panneau arrive, et je l’épingle. Il remplace l’ancien de ce salon, s’il y en a un.
       *[false] Le panneau arrive. Il remplace l’ancien de ce salon, s’il y en a un. Je n’ai pas le droit d’épingler ici.
    }

panel-answer = Répondre
panel-answers = Mes réponses
panel-ask = Poser une question
panel-quote = Une citation
panel-privacy = Mes données
panel-help = Aide

panel-open-book = Le recueil
panel-open-record = Le registre
panel-open-group = Séminaire et déclaration
panel-open-seminar = Animer un séminaire
panel-open-facilitators = Animer ce serveur

panel-find-quote = Chercher une citation
panel-kept = Mes citations
panel-themes = Thèmes
panel-who = Chercher un nom ou un mot
panel-timeline = Chronologie
panel-readings = Lectures
panel-copy-out = Recopier un passage

panel-record = Ouvrir le registre
panel-search-record = Y chercher
panel-export = L’avoir en fichier
panel-privacy-copy = Copie de mes données
panel-privacy-erase = Les effacer…
panel-taken-down = Ce qui a été supprimé
panel-appeal = Contester

panel-join = Participer au séminaire
panel-status = Où on en est
panel-side = Mon camp
panel-revisit = Ce qui sera reposé
panel-queue-join = Je veux parler
panel-queue-leave = Je ne veux plus parler
panel-queue = À qui la parole
panel-statement = La déclaration
panel-propose = Proposer une déclaration
panel-close = Clore une question
panel-facilitation = Qui anime
panel-recall = Changer d’animation

panel-seminar-open = Préparer un séminaire
panel-agenda = L’ordre du jour
panel-start = Commencer
panel-next = Question suivante
panel-reveal = Dévoiler les réponses
panel-queue-next = Passer la parole
panel-seminar-close = Terminer le séminaire

panel-dailies = Quotidiennes
panel-daily-add = Ajouter une quotidienne
panel-daily-preview = Aperçu
panel-daily-now = Publier maintenant
panel-daily-pause = Mettre en pause
panel-daily-resume = Reprendre
panel-daily-skip = Sauter des jours
panel-daily-remove = Supprimer une quotidienne
panel-take-down = Supprimer une réponse
panel-review = Examiner une contestation
panel-reading-add = Ajouter une lecture
panel-reading-remove = Retirer une lecture
panel-settings = Paramètres

panel-form = /{ $command }

panel-error-channel = Un panneau a besoin d’un salon ou d’un fil.
panel-error-missing = Il me manque dans ce salon : { $permissions }. Accorde-le dans les paramètres du salon, puis réessaie.
panel-error-nothing-to-fill = `/{ $command }` n’a rien à remplir ici. Tu peux taper cette commande.
