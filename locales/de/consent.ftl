# Eine Nachricht wird zur Antwort, wenn die Person, die sie schrieb, Ja sagt.

consent-ask = { $author }, darf ich { $message } als deine Antwort speichern?
# Im Akkusativ und im Nominativ.
consent-this-message = diese Nachricht
consent-asker = { $asker } fragt, und nur { $author } kann antworten. Bei einem Nein, oder wenn 7 Tage lang nichts kommt, wird nichts gespeichert.
consent-files =
    { $count ->
        [one] _Nur die Worte werden gespeichert, nicht die Datei { $files }._
       *[other] _Nur die Worte werden gespeichert, nicht die Dateien { $files }._
    }
consent-yes = Ja
consent-no = Nein

consent-asked-before = Zu dieser Nachricht wurde { $author } schon gefragt: { $message }.
consent-asked-just-now = Zu dieser Nachricht wurde { $author } gerade eben gefragt.
consent-asked-by-caller = Du hast { $author } schon zu einer anderen Nachricht gefragt: { $message }. Bitte warte die Antwort ab, bevor du wieder fragst.
consent-asked-by-caller-just-now = Du hast { $author } gerade eben zu einer anderen Nachricht gefragt. Bitte warte die Antwort ab, bevor du wieder fragst.
consent-asked-often = { $author } wurde schon zu mehreren Nachrichten gefragt. Bitte warte die Antworten ab.
consent-see-here = hier

consent-replace-title = Du hast diese Frage schon beantwortet
consent-your-answer =
    { $anonymous ->
        [true] Deine Antwort, ohne deinen Namen
       *[false] Deine Antwort
    }
consent-replace-hint =
    Soll die Nachricht sie ersetzen?{ $anonymous ->
        [true] {" "}Dann wird deine anonyme Antwort gelöscht, und die Nachricht trägt deinen Namen.
       *[false] {""}
    }
consent-replace = Meine Antwort ersetzen

consent-receipt =
    { $change ->
        [same] Deine Nachricht ist schon deine Antwort: „**{ $question }**“.
        [new] Deine Nachricht ist jetzt deine Antwort auf „**{ $question }**“.
       *[replaced] Deine Nachricht hat deine Antwort auf „**{ $question }**“ ersetzt.
    }

consent-recorded = { $author } hat Ja gesagt: Als Antwort auf „**{ $question }**“ zählt jetzt { $message }.
consent-declined = { $message } wird nicht als Antwort auf „**{ $question }**“ gespeichert.
consent-the-message = Die Nachricht
consent-too-late = Die Runde wurde inzwischen geschlossen, deshalb wird { $message } nicht als Antwort auf „**{ $question }**“ gespeichert.
consent-gone =
    { $reason ->
        [expired] 7 Tage lang kam keine Antwort. Deshalb ist die Nachricht nicht mehr gespeichert, und zu „**{ $question }**“ wurde nichts festgehalten.
        [closed] Das wurde beantwortet, bevor die Runde geschlossen wurde: „**{ $question }**“.
       *[answered] Das wurde schon beantwortet: „**{ $question }**“.
    }

consent-error-bot = Das hat ein Bot geschrieben. Nur was ein Mensch geschrieben hat, kann eine Antwort sein.
consent-error-no-words = In dieser Nachricht stehen keine Worte; Bilder und Dateien werden nicht gespeichert.
consent-error-too-long =
    { $own ->
        [true] Deine Nachricht
       *[false] Diese Nachricht
    } ist länger als { $most } Zeichen; mehr darf eine Antwort nicht haben.
consent-error-none-open = Hier ist keine Frage offen, also beantwortet diese Nachricht keine.
consent-error-debate = Das ist eine Debatte: Zuerst argumentieren alle für ihre zugeteilte Seite. Eine Nachricht lässt sich speichern, sobald alle ihre eigene Meinung sagen.
consent-error-recorded = Diese Nachricht ist schon als Antwort gespeichert, von { $author }.
consent-error-closed = Die Runde wurde inzwischen geschlossen, deshalb wurde nichts gespeichert.
consent-error-not-author = Das kann nur beantworten, wer die Nachricht geschrieben hat.
