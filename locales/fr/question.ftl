question-edit = Modifier la question
question-field = La question
question-edited = C’est modifié : tout le monde voit le nouveau texte.

question-error-channel = Une question a besoin d’un salon ou d’un fil.
question-error-id-and-text = Donne soit `id:`, soit `text:` : une question du recueil, ou une des tiennes.
question-error-no-match = Le recueil n’a pas de question de ce genre. Enlève `work:`, ou pose la tienne avec `text:`.
question-error-of-book = Une question du recueil garde son texte.
question-error-missing = Il me manque dans ce salon : { $permissions }. Sans cela, personne ne verrait les réponses. Accorde-le dans les paramètres du salon, puis réessaie.
question-error-closed = Ce tour est terminé : sa question garde son texte.
