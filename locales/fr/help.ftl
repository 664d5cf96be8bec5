help-title = Le recueil de citations de ce groupe
help-purpose = Des citations de vos lectures, des questions sur elles, et ce que vous avez répondu, thème par thème.
help-anywhere-title = Un recueil de citations pour toi
help-anywhere = Des citations du recueil commun à tous les serveurs. Ce que tu gardes ici est visible par toi seulement.
help-anywhere-server = _Sur un serveur où je suis, un groupe a son recueil, ses questions et son registre._
help-command = `/{ $name }` · { $about }
help-on-message = Dans le menu d’un message, sous Applications : **{ $name }** · { $about }
help-start = Commence par `/quote` ou `/question`. Pour en savoir plus sur une commande : `/help command:daily`.

help-command-title = /{ $name }
help-option =
    `{ $name }:`{ $required ->
        [true] {" "}(obligatoire)
       *[false] {""}
    } { $about }
help-more = _Tout sur l’une d’elles : `/help command:"{ $example }"`._
help-where-menu = Sur un téléphone, appuie longuement sur le message ; sur un ordinateur, fais un clic droit. Puis choisis Applications.

help-seminar =
    1. `/seminar open` prépare un brouillon, visible par toi seulement. Modifie-le, puis appuie sur _Commencer_.
    2. `/seminar next` pose une question. Les réponses restent cachées jusqu’à ce qu’elles soient toutes dévoilées.
    3. Les membres donnent leur avis sur les réponses, puis quelqu’un propose une déclaration du groupe. Les autres sont d’accord, s’abstiennent ou font objection.
    4. `/seminar close` publie le bilan. `/record` garde tout.
