question-edit = Modifier la question
question-field = La question
question-field-about = Tout le monde verra le nouveau texte. Les réponses déjà données restent.
question-about = Une question sur ce message
question-about-field = Ta question
question-about-hint = Tout le monde la verra ici, avec un lien vers le message.
question-edited = C’est modifié : tout le monde voit le nouveau texte.

question-error-channel = Une question a besoin d’un salon ou d’un fil.
question-error-id-and-text = Donne soit `{ names-question.id }:`, soit `{ names-question.text }:` : une question du recueil, ou une des tiennes.
question-error-no-match = Le recueil n’a pas de question de ce genre. Enlève `{ names-question.work }:`, ou pose la tienne avec `{ names-question.text }:`.
question-error-of-book = Une question du recueil garde son texte.
question-error-missing = Il me manque dans ce salon : { $permissions }. Sans cela, personne ne verrait les réponses. Accorde-le dans les paramètres du salon, puis réessaie.
question-error-closed = Ce tour est terminé : sa question garde son texte.
question-error-about-bot = C’est un bot qui l’a écrit. Pour une question sur une citation, utilise `/question`.
question-error-about-nothing = Il n’y a rien dans ce message sur quoi poser une question.
