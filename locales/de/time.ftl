# Datum und Uhrzeit in Worten.

time-weekday =
    { $day ->
        [mon] Mo
        [tue] Di
        [wed] Mi
        [thu] Do
        [fri] Fr
        [sat] Sa
       *[sun] So
    }
time-month =
    { $month ->
        [jan] Januar
        [feb] Februar
        [mar] März
        [apr] April
        [may] Mai
        [jun] Juni
        [jul] Juli
        [aug] August
        [sep] September
        [oct] Oktober
        [nov] November
       *[dec] Dezember
    }
time-date = { $weekday }, { $day }. { $month } { $year }
time-date-without-year = { $weekday }, { $day }. { $month }
time-date-range = { $first } bis { $last }
time-of-day = { $hour }:{ $minute }
time-date-time = { $date }, { $time } Uhr ({ $zone })
time-days =
    { $days ->
        [all] täglich
        [weekdays] Mo bis Fr
        [weekends] Sa und So
       *[some] { $some }
    }
time-about-now =
    { $past ->
        [true] gerade eben
       *[false] in Kürze
    }
time-in-minutes =
    { $count ->
        [one] in { $count } Minute
       *[other] in { $count } Minuten
    }
time-minutes-ago =
    { $count ->
        [one] vor { $count } Minute
       *[other] vor { $count } Minuten
    }
time-in-hours =
    { $count ->
        [one] in { $count } Stunde
       *[other] in { $count } Stunden
    }
time-hours-ago =
    { $count ->
        [one] vor { $count } Stunde
       *[other] vor { $count } Stunden
    }
time-in-days =
    { $count ->
        [one] in { $count } Tag
       *[other] in { $count } Tagen
    }
time-days-ago =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
# Im Nominativ.
time-duration =
    { $unit ->
        [minutes] { $count ->
            [one] { $count } Minute
           *[other] { $count } Minuten
        }
        [hours] { $count ->
            [one] { $count } Stunde
           *[other] { $count } Stunden
        }
       *[days] { $count ->
            [one] { $count } Tag
           *[other] { $count } Tage
        }
    }
time-utc-offset =
    UTC{ $sign }{ $hours }{ $minutes ->
        [none] {""}
       *[other] :{ $minutes }
    }
