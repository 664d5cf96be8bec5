# Eine Frage stellen und ihren Wortlaut ändern.

question-edit = Frage bearbeiten
question-field = Die Frage
question-edited = Geändert: Alle sehen den neuen Wortlaut.

question-error-channel = Eine Frage braucht einen Kanal oder einen Thread.
question-error-id-and-text = Gib entweder `id:` oder `text:` an: eine Frage aus dem Buch oder eine eigene.
question-error-no-match = So eine Frage hat das Buch nicht. Lass `work:` weg, oder frag mit `text:` in deinen eigenen Worten.
question-error-of-book = Eine Frage aus dem Buch behält ihren Wortlaut.
question-error-missing = Ich brauche in diesem Kanal { $permissions }, sonst sähe niemand die Antworten. Erlaube das in den Einstellungen des Kanals und versuch es noch einmal.
question-error-closed = Diese Runde ist vorbei, deshalb behält die Frage ihren Wortlaut.
