# Eine Stelle aus der eigenen Lektüre des Servers als Zitat herausschreiben.

copy-out-found = Es steht da, Wort für Wort
copy-out-propose-hint = Die Moderation kann es ins Buch dieses Servers aufnehmen. Schlag es vor, dann sehen es alle.
copy-out-propose = Vorschlagen
copy-out-proposed = Als Zitat vorgeschlagen
copy-out-proposed-hint = _Es steht Wort für Wort in der Lektüre. Die Moderation kann es ins Buch aufnehmen._
copy-out-add = Ins Buch aufnehmen
copy-out-within-marks = Vielleicht wird hier jemand zitiert. Wer die Stelle aufnimmt, gibt an, von wem die Worte sind.
copy-out-added = Jetzt im Buch dieses Servers
copy-out-show = Ansehen

copy-out-form = Dieses Zitat aufnehmen
copy-out-speaker = Wessen Worte, falls hier jemand zitiert wird
copy-out-speaker-hint = Leer lassen, wenn { $author } das selbst sagt.

copy-out-ask = Stelle herausschreiben
copy-out-ask-field = Die Stelle, Wort für Wort
copy-out-ask-hint = Ich suche sie in der eigenen Lektüre dieses Servers.

copy-out-near = Nicht Wort für Wort
copy-out-differs = So steht es in der Lektüre. Die Unterschiede:
copy-out-other = „{ $quoted }“ heißt dort „{ $written }“
copy-out-put-in = „{ $quoted }“ steht dort nicht
copy-out-left-out = „{ $written }“ ist ausgelassen
copy-out-more =
    { $count ->
        [one] … und noch { $count } Stelle.
       *[other] … und noch { $count } Stellen.
    }
copy-out-near-hint = _Ein Zitat wird Wort für Wort herausgeschrieben. Wenn du diese Stelle willst, zitiere sie so, wie sie in der Lektüre steht._

copy-out-error-bot = Das hat ein Bot geschrieben. Nimm eine Nachricht, in der ein Mitglied aus der Lektüre zitiert.
copy-out-error-no-words = Um eine Stelle zu finden, brauche ich mindestens { $least } Wörter hintereinander.
copy-out-error-nowhere =
    { $texts ->
        [true] In keiner Lektüre dieses Servers stehen diese Wörter hintereinander.
       *[false] Dieser Server hat keine eigene Lektüre. `/reading add` fügt einen Text hinzu.
    }{ $works ->
        [none] {""}
       *[other] {" "}Von { $works } habe ich nur die Zitate, nicht den Text.
    }
copy-out-error-common = Das steht in _{ $title }_, ¶{ $paragraph }. Es gehört zu dem Buch, das alle Server teilen: Dessen Zitate wählen die aus, die diesen Bot betreiben.
copy-out-error-not-the-authors = Das steht in einer Einleitung oder einer Anmerkung. Daraus wird nicht zitiert, denn die Worte könnten von jemand anderem sein.
copy-out-error-too-long = Ein Zitat hat höchstens { $most } Zeichen. Nimm den Teil, auf den es ankommt.
copy-out-error-known = Das ist schon ein Zitat: `{ $id }`.
copy-out-error-full = Diese Lektüre hat { $most } Zitate; mehr sind nicht möglich.
copy-out-error-gone = Diese Lektüre gibt es hier nicht mehr, oder sie hat sich geändert. Versuch _Herausschreiben_ noch einmal.
