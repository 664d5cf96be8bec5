reading-form = Ajouter une lecture
reading-form-file = Le texte
reading-form-file-about = .txt, .md, .html, .epub ou .pdf avec du texte. Seulement ce que tu as le droit de partager.
reading-form-title = Titre
reading-form-title-about = Si c’est vide, je cherche le titre, le nom et l’année dans le fichier.
reading-form-author = Qui l’a écrit
reading-form-year = Année
reading-form-year-about = Celle de la première publication.

reading-found-title = Trouvé : { $title }
reading-found-author = par **{ $author }**
reading-found-counts =
    { $paragraphs ->
        [one] { $paragraphs } paragraphe
       *[other] { $paragraphs } paragraphes
    }, { $quotes ->
        [one] { $quotes } citation
       *[other] { $quotes } citations
    } et { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } que pose le texte lui-même.
reading-found-sections = Parties
reading-found-section = { $title } (¶{ $first }–{ $last })
reading-found-doubts = À vérifier
reading-found-footer = Seul ce serveur voit cette lecture. Si tu ne l’ajoutes pas, elle est supprimée au bout d’un jour. N’ajoute que des textes que tu as le droit de partager.
reading-found-add = Ajouter
reading-found-discard = Ne pas ajouter

reading-added = _{ $title }_ fait maintenant partie du recueil de ce serveur : ses citations et ses questions viennent avec les autres.
reading-added-quote = Une de ses citations
reading-name = r{ $reading } : { $title }, par { $author }
reading-remove-title = Retirer { $title } ?
reading-remove-ask =
    { $quotes ->
        [one] { $quotes } citation
       *[other] { $quotes } citations
    } et { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } vont quitter le recueil de ce serveur. Ce que vous avez répondu reste dans le registre. Pour la retrouver, ajoute le fichier à nouveau.
reading-remove-button = Retirer
reading-removed = _{ $title }_ ne fait plus partie du recueil. Ce que vous avez répondu à ses questions reste dans le registre.

reading-list-title = Les lectures propres à ce serveur
reading-list-none = Aucune pour l’instant. `/reading add` en ajoute une.
reading-listed = **{ $author }**, _{ $title }_ · { $quotes ->
        [one] { $quotes } citation
       *[other] { $quotes } citations
    } · `{ names-reading-remove.reading }:r{ $reading }`
reading-list-footer = { $count } sur { $most }

reading-gone = Cette lecture n’est plus là. `/reading list` montre celles qui y sont.
reading-too-many = Ce serveur a { $most } lectures à lui, le maximum. `/reading remove` fait de la place.
reading-too-large = Ce fichier dépasse { $megabytes } Mo. N’ajoute que la partie que le groupe lit.
reading-not-an-attachment = Ce fichier n’a pas été envoyé sur Discord.
reading-not-downloaded = Je n’ai pas pu recevoir ce fichier de Discord. Réessaie, s’il te plaît.
reading-unreadable-file = { $file } n’est pas lisible : { $reason }.
reading-not-imported = Je n’ai pas pu lire ce fichier. Essaie en .txt ou en .html.
reading-refused =
    { $reason ->
        [empty] Ce fichier est vide.
        [no-words] Il n’y a pas de mots dans ce fichier.
        [too-long] Ce texte est trop long pour moi. Ajoute-le en plusieurs parties.
        [no-text] Ce fichier ne contient pas de texte. Je lis les fichiers .txt, .md, .html, .epub et .pdf.
        [other-format] Je ne lis pas ce type de fichier. Enregistre-le en PDF, en HTML ou en texte brut, et ajoute celui-là.
        [archive] C’est une archive de plusieurs fichiers. Décompresse-la, et ajoute le texte qu’elle contient.
        [clippings] Ce sont des passages surlignés dans plusieurs livres. Ajoute le texte d’un seul livre.
        [no-letters] Je ne peux pas lire les lettres de ce PDF : ce sont des images. Passe-le d’abord à la reconnaissance de texte (OCR).
        [locked] Ce fichier est protégé par un mot de passe. Enregistre une copie sans mot de passe, et ajoute-la.
       *[damaged] Je ne peux pas lire ce fichier : il est peut-être abîmé. Enregistre-le à nouveau, ou essaie un autre format.
    }

reading-doubt-no-title = Je n’ai pas trouvé de titre et j’ai pris le nom du fichier. Tu peux en donner un avec `{ names-reading-add.title }:`.
reading-doubt-no-author = Je n’ai pas trouvé qui l’a écrit. Indique-le avec `{ names-reading-add.author }:`.
reading-doubt-no-year = Je n’ai pas trouvé d’année. Indique-la avec `{ names-reading-add.year }:`.
reading-doubt-guessed-year = Je n’ai pas trouvé d’année. { $year } est la plus récente du texte. Si elle est fausse, donne la bonne avec `{ names-reading-add.year }:`.
reading-doubt-edition-year = L’année est peut-être celle d’une nouvelle édition. Dans ce cas, donne celle de la première avec `{ names-reading-add.year }:`.
reading-doubt-notes =
    { $count ->
        [one] { $count } note n’a pas d’appel dans le texte.
       *[other] { $count } notes n’ont pas d’appel dans le texte.
    }
reading-doubt-no-body = Je n’ai pas pu distinguer le texte lui-même de ce qui l’entoure.
reading-doubt-introduction =
    { $count ->
        [one] J’ai pris le premier paragraphe pour une introduction de l’édition.
       *[other] J’ai pris les { $count } premiers paragraphes pour une introduction de l’édition.
    }
reading-doubt-wrong-bytes = Certaines lettres sont illisibles. Elles apparaissent comme �.
reading-doubt-too-many-pages = Ce PDF est trop long. Je n’ai pas lu ses dernières pages.
reading-doubt-fonts = Je ne peux pas lire certaines lettres de ce PDF : il manque des mots.
reading-doubt-empty-pages =
    { $count ->
        [one] { $count } page n’a pas de mots : elle est vide, ou c’est une image.
       *[other] { $count } pages n’ont pas de mots : elles sont vides, ou ce sont des images.
    }
reading-doubt-page-order =
    { $moved ->
        [true] J’ai changé l’ordre des pages. Vérifie que chacune continue là où la précédente s’arrête.
       *[false] Les pages ne sont peut-être pas dans le bon ordre. Vérifie que chacune continue là où la précédente s’arrête.
    }
reading-doubt-foreign = Le texte n’est pas en anglais, et je ne reconnais les thèmes qu’en anglais. Je n’y ai choisi ni citations ni questions.
reading-doubt-missing-pages =
    { $count ->
        [one] { $count } page du livre n’est pas dans le fichier.
       *[other] { $count } pages du livre ne sont pas dans le fichier.
    }
reading-doubt-joined =
    { $count ->
        [one] { $count } paragraphe continue d’une page à la suivante. Il y en a peut-être deux.
       *[other] { $count } paragraphes continuent d’une page à la suivante. Chacun en fait peut-être deux.
    }
reading-doubt-mended =
    { $count ->
        [one] J’ai corrigé { $count } coquille, peut-être à tort.
       *[other] J’ai corrigé { $count } coquilles, peut-être à tort.
    }
