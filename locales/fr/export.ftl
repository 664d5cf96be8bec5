export-title = Le registre
export-empty = Aucune question n’a encore été posée.
export-asked = Posée le { $asked }, { $open ->
        [true] encore ouverte
       *[false] close
    }{ $seminar ->
        [none] {""}
       *[other] {" "}· séminaire : { $seminar }
    }
export-skip = Aller au registre
export-contents = Sommaire
export-reading = Au fil de la lecture
export-reading-about = Les citations dans l’ordre des ouvrages ; à côté de chacune, ce qui a été demandé au groupe à cet endroit, et ce qu’il en a fait.
export-themes = Par thème
export-seminars = Séminaires
export-pictures = En images
export-asked-here = Questions posées ici
export-answers =
    { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
export-participants =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
export-hidden =
    { $count ->
        [one] { $count } autre reste cachée jusqu’à la clôture du tour
       *[other] { $count } autres restent cachées jusqu’à la clôture du tour
    }
export-seminar-open = encore ouvert
export-made = Créé avec Commonplace. Ce document contient ce que les membres pouvaient lire sur Discord, et rien d’autre.

export-as-table = Les chiffres
export-over-time = Réponses et participation au fil du temps
export-over-time-about = Chaque barre compte les réponses aux questions d’un jour ; le trait dessus, les personnes qui ont participé.
export-agreement = L’accord, question par question
export-agreement-about = Combien ont voté pour et contre chaque déclaration du groupe.
export-coverage = Ce qui a été lu
export-coverage-about = Chaque marque est un paragraphe de l’ouvrage. Une marque pleine : il a été débattu ; une demi-marque : il a été lu à voix haute ; un point : jamais abordé.
export-column-day = Jour
export-column-answers = Réponses
export-column-participants = Personnes
export-column-question = Question
export-column-agree = Pour
export-column-aside = Abstentions
export-column-object = Objections
export-column-section = Partie
export-column-paragraphs = Paragraphes
export-column-read = Seulement lus
export-column-argued = Débattus
export-column-untouched = Jamais abordés

export-file =
    { $format ->
        [html] Ouvre-le dans n’importe quel navigateur, même sans réseau. Il contient ce que tu peux voir ici.
        [md] Du Markdown pour tes notes. Il contient ce que tu peux voir ici.
        [csv] Un zip de tableaux, pour un tableur. Il contient ce que tu peux voir ici.
       *[json] Tout ce que tu peux voir ici, pour les programmes.
    }
export-packed =
    { $format ->
        [json] Tout ce que tu peux voir ici, pour les programmes. En un seul fichier, c’est trop lourd pour Discord : ce zip le contient.
       *[other] Ce que tu peux voir ici. En un seul fichier, c’est trop lourd pour Discord : ce zip contient un fichier par thème.
    }
export-too-large = Le fichier ferait { $size } Mo, et Discord en accepte { $most } ici. Choisis une partie avec `{ names-export.theme }:` ou `{ names-export.seminar }:`, ou demande à la personne qui gère le bot : `commonplace export` écrit le tout.
