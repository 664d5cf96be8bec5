copy-out-found = Le passage y est, mot pour mot
copy-out-propose-hint = L’équipe d’animation peut l’ajouter au recueil de ce serveur. Propose-le, et tout le monde le verra.
copy-out-propose = Proposer
copy-out-proposed = Proposée comme citation
copy-out-proposed-hint = _Ce passage est dans la lecture, mot pour mot. L’équipe d’animation peut l’ajouter au recueil._
copy-out-add = Ajouter au recueil
copy-out-within-marks = C’est peut-être une citation dans le texte lui-même. En l’ajoutant, il faut dire de qui sont ces mots.
copy-out-added = Ajoutée au recueil de ce serveur
copy-out-show = Voir la citation

copy-out-form = Ajouter cette citation
copy-out-speaker = De qui sont ces mots ?
copy-out-speaker-hint = À laisser vide si ce sont les mots de { $author }.

copy-out-ask = Recopier un passage
copy-out-ask-field = Le passage, mot pour mot
copy-out-ask-hint = Je le cherche dans les lectures de ce serveur.

copy-out-near = Pas mot pour mot
copy-out-differs = Voici le texte de la lecture. Ce qui diffère :
copy-out-other = « { $quoted } » : la lecture dit « { $written } »
copy-out-put-in = « { $quoted } » n’y est pas
copy-out-left-out = « { $written } » manque
copy-out-more =
    { $count ->
        [one] … et { $count } autre endroit.
       *[other] … et { $count } autres endroits.
    }
copy-out-near-hint = _Une citation est recopiée mot pour mot. Pour avoir ce passage, cite-le comme dans la lecture._

copy-out-error-bot = C’est un bot qui l’a écrit. Utilise cette commande sur un message où un membre cite une lecture.
copy-out-error-no-words = Pour trouver un passage, il me faut au moins { $least } mots à la suite.
copy-out-error-nowhere =
    { $texts ->
        [true] Aucune lecture de ce serveur ne contient ces mots à la suite.
       *[false] Ce serveur n’a pas de lectures à lui. `/reading add` en ajoute une.
    }{ $works ->
        [none] {""}
       *[other] {" "}Pour { $works }, j’ai les citations, mais pas le texte.
    }
copy-out-error-common = Ce passage est dans _{ $title }_, ¶{ $paragraph }. Cet ouvrage fait partie du recueil commun à tous les serveurs : la personne qui gère ce bot en choisit les citations.
copy-out-error-not-the-authors = Ce passage est dans une introduction ou une note, qu’on ne cite pas : ces mots ne sont peut-être pas ceux du texte lui-même.
copy-out-error-too-long = Une citation a au plus { $most } caractères. Prends la partie qui compte.
copy-out-error-known = C’est déjà une citation : `{ $id }`.
copy-out-error-full = Cette lecture a { $most } citations, le maximum.
copy-out-error-gone = Cette lecture n’est plus là, ou elle a changé. Essaie à nouveau de recopier le passage.
