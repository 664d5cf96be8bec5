# Eine Frage stellen und ihren Wortlaut ändern.

question-edit = Frage bearbeiten
question-field = Die Frage
question-field-about = Alle sehen den neuen Wortlaut. Bisherige Antworten bleiben, wie sie sind.
question-about = Frage zu dieser Nachricht
question-about-field = Deine Frage
question-about-hint = Alle hier sehen sie, mit einem Link zur Nachricht.
question-edited = Geändert: Alle sehen den neuen Wortlaut.

question-error-channel = Eine Frage braucht einen Kanal oder einen Thread.
question-error-id-and-text = Gib entweder `{ names-question.id }:` oder `{ names-question.text }:` an: eine Frage aus dem Buch oder eine eigene.
question-error-no-match = So eine Frage hat das Buch nicht. Lass `{ names-question.work }:` weg, oder frag mit `{ names-question.text }:` in deinen eigenen Worten.
question-error-of-book = Eine Frage aus dem Buch behält ihren Wortlaut.
question-error-missing = Ich brauche in diesem Kanal { $permissions }, sonst sähe niemand die Antworten. Erlaube das in den Einstellungen des Kanals und versuch es noch einmal.
question-error-closed = Diese Runde ist vorbei, deshalb behält die Frage ihren Wortlaut.
question-error-about-bot = Das hat ein Bot geschrieben. Für eine Frage zu einem Zitat gibt es `/question`.
question-error-about-nothing = In dieser Nachricht steht nichts, wozu sich etwas fragen lässt.
