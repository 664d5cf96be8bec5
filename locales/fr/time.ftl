time-weekday =
    { $day ->
        [mon] lundi
        [tue] mardi
        [wed] mercredi
        [thu] jeudi
        [fri] vendredi
        [sat] samedi
       *[sun] dimanche
    }
time-month =
    { $month ->
        [jan] janvier
        [feb] février
        [mar] mars
        [apr] avril
        [may] mai
        [jun] juin
        [jul] juillet
        [aug] août
        [sep] septembre
        [oct] octobre
        [nov] novembre
       *[dec] décembre
    }
time-date =
    { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
time-date-without-year =
    { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month }
time-date-range = du { $first } au { $last }
time-of-day = { $hour }:{ $minute }
time-date-time = { $date } { $time } { $zone }
time-days =
    { $days ->
        [all] chaque jour
        [weekdays] du lundi au vendredi
        [weekends] le week-end
       *[some] chaque { $some }
    }
time-about-now =
    { $past ->
        [true] à l’instant
       *[false] dans un instant
    }
time-in-minutes =
    { $count ->
        [one] dans { $count } minute
       *[other] dans { $count } minutes
    }
time-minutes-ago =
    { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
time-in-hours =
    { $count ->
        [one] dans { $count } heure
       *[other] dans { $count } heures
    }
time-hours-ago =
    { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
time-in-days =
    { $count ->
        [one] dans { $count } jour
       *[other] dans { $count } jours
    }
time-days-ago =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
time-duration =
    { $unit ->
        [minutes] { $count ->
            [one] { $count } minute
           *[other] { $count } minutes
        }
        [hours] { $count ->
            [one] { $count } heure
           *[other] { $count } heures
        }
       *[days] { $count ->
            [one] { $count } jour
           *[other] { $count } jours
        }
    }
time-utc-offset =
    UTC{ $sign }{ $hours }{ $minutes ->
        [none] {""}
       *[other] :{ $minutes }
    }
