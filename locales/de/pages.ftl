# Blättern in einer langen Liste.

pages-back = ‹ Zurück
pages-next = Weiter ›
pages-contents = Inhalt
pages-continued = { $by }, Fortsetzung
pages-footer =
    { $last ->
        [1] { $counted }
       *[other] { $counted } · Seite { $page } von { $last }
    }
pages-objections =
    { $count ->
        [one] { $count } Einwand
       *[other] { $count } Einwände
    }
