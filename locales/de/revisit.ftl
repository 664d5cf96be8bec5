# Nachfragen: Wochen nach dem Seminar wird eine Frage noch einmal gestellt.

revisit-title = Denkst du heute anders?
revisit-round-footer = Runde { $round }
revisit-private-footer = Runde { $round } · nur du siehst das

revisit-offer = **Eine Frage wird noch einmal gestellt,** am { $day }, allen, die teilgenommen haben. Jede Person sagt für sich, ob sie ihre Meinung geändert hat:
revisit-offer-few =
    { $count ->
        [one] Gezeigt wird erst etwas, wenn mindestens fünf geantwortet haben; teilgenommen hat { $count } Person.
       *[other] Gezeigt wird erst etwas, wenn mindestens fünf geantwortet haben; teilgenommen haben { $count }.
    }
revisit-choose = Eine andere Frage noch einmal stellen
revisit-entry-about =
    { $answers ->
        [one] Runde { $round } · { $answers } Antwort
       *[other] Runde { $round } · { $answers } Antworten
    }
revisit-planned = **Am { $day } wird diese Frage noch einmal gestellt,** allen, die teilgenommen haben: { $question }
revisit-call-off = Absagen

revisit-invitation = Darüber habt ihr am { $day } gesprochen, in _{ $title }_. Wenn du damals geantwortet hast, mit Namen oder anonym, dann sag, wie du heute denkst.
revisit-promise = Niemand sieht, was du sagst. Es geht bis { $until }; dann erscheinen Zahlen, aber nur, wenn mindestens fünf geantwortet haben.
revisit-look-again = Noch einmal ansehen
revisit-letter = Darüber habt ihr am { $day } gesprochen, in _{ $title }_. Sag, wie du heute denkst: Drücke _Noch einmal ansehen_ unter { $link } in { $channel }.
# Im Dativ.
revisit-link = dieser Nachricht

revisit-your-answer = Deine Antwort von damals
revisit-answer-unknown = Von dir kenne ich keine Antwort mit Namen. Was geantwortet wurde, steht in `/record`.
revisit-ask = **Wie denkst du heute?** Niemand sonst sieht, was du sagst.
revisit-mind =
    { $mind ->
        [same] Ich denke noch genauso
        [somewhat] Ich denke etwas anders
       *[changed] Ich denke jetzt anders
    }
revisit-said =
    { $mind ->
        [same] **Du hast gesagt, dass du noch genauso denkst.**
        [somewhat] **Du hast gesagt, dass du etwas anders denkst.**
       *[changed] **Du hast gesagt, dass du jetzt anders denkst.**
    } Niemand sonst sieht das. Du kannst es ändern bis { $until }.
revisit-passage-menu = Welche Stelle war der Grund?
revisit-no-passage = Keine davon
revisit-passage = Als Grund hast du diese Stelle genannt: { $passage }
revisit-reason = Was dich bewegt hat; nur du liest das, und am Ende wird es gelöscht
revisit-write =
    { $again ->
        [true] Grund ändern
       *[false] Grund aufschreiben
    }
revisit-take-back = Zurücknehmen
revisit-taken-back = **Zurückgenommen.** Nichts davon bleibt gespeichert.
revisit-form-label = Was hat dich bewegt?
revisit-form-about = Nur du liest es. Am Ende wird es gelöscht.
revisit-form-rest = _Der Rest steht in der Nachricht darüber._

revisit-over = **Die Nachfrage ist vorbei.** Das Ergebnis steht weiter unten und in `/record`.
revisit-over-few = **Die Nachfrage ist vorbei.** Zu wenige haben geantwortet, deshalb wird nichts gezeigt.
revisit-called-off = **Die Nachfrage wurde abgesagt.** Nichts von dem, was gesagt wurde, bleibt gespeichert.
revisit-summary-title = Wie sich die Meinungen geändert haben
revisit-moved = **Wie sich die Meinungen geändert haben:** am { $day } noch einmal gefragt, { $answers } haben geantwortet. { $changed ->
        [one] { $changed } denkt jetzt anders
       *[other] { $changed } denken jetzt anders
    } · { $somewhat ->
        [one] { $somewhat } denkt etwas anders
       *[other] { $somewhat } denken etwas anders
    } · { $same ->
        [one] { $same } denkt noch genauso
       *[other] { $same } denken noch genauso
    }
revisit-moved-few = _Am { $day } noch einmal gefragt; zu wenige haben geantwortet, um zu zeigen, wie sich die Meinungen geändert haben._
revisit-reasons = **Als Grund genannt:**
revisit-reason-line = { $passage } · { $times ->
        [none] ein- oder zweimal genannt
       *[other] { $times }-mal genannt
    }

revisit-status-title = Nachfrage: { $title }
revisit-status-planned = Sie wird am { $day } gestellt.
revisit-status-open = Sie läuft gerade, bis { $day }.

revisit-error-unreadable = Ich weiß nicht, wann „{ $given }“ ist. Gib Wochen oder Tage an, zum Beispiel `{ names-seminar-close.revisit }:4w` oder `{ names-seminar-close.revisit }:10d`.
revisit-error-too-soon = „{ $given }“ ist weniger als ein Tag. Gib Wochen oder Tage an, zum Beispiel `{ names-seminar-close.revisit }:4w` oder `{ names-seminar-close.revisit }:10d`.
revisit-error-too-far = „{ $given }“ ist mehr als ein Jahr. Gib Wochen oder Tage an, zum Beispiel `{ names-seminar-close.revisit }:4w` oder `{ names-seminar-close.revisit }:10d`.
revisit-error-unanswered = Keine Frage dieses Seminars hat eine Antwort, also lässt sich keine noch einmal stellen. Schließe es ohne `{ names-seminar-close.revisit }:`.
revisit-error-none = Hier wird keine Frage eines Seminars noch einmal gestellt. `/seminar close revisit:4w` sorgt dafür, vier Wochen nach dem Ende.
revisit-error-several = Fragen aus mehreren Seminaren werden noch einmal gestellt. Sag mit `{ names-seminar-revisit.seminar }:`, welches du meinst.
revisit-error-not-open = Zu dieser Frage läuft gerade keine Nachfrage.
revisit-error-over = Diese Nachfrage ist vorbei, niemand kann mehr antworten. `/record` zeigt, wie sich die Meinungen geändert haben, wenn mindestens fünf geantwortet haben.
revisit-error-not-facilitator = Das kann nur absagen, wer das Seminar moderiert hat oder auf diesem Server moderiert.
