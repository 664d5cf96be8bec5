# Fechas y horas en palabras. En Discord casi todas se muestran como las ve cada persona.
# Detrás de "el" o "del" va una fecha: "el sáb 2 may 2026".

time-weekday =
    { $day ->
        [mon] lun
        [tue] mar
        [wed] mié
        [thu] jue
        [fri] vie
        [sat] sáb
       *[sun] dom
    }
time-month =
    { $month ->
        [jan] ene
        [feb] feb
        [mar] mar
        [apr] abr
        [may] may
        [jun] jun
        [jul] jul
        [aug] ago
        [sep] sept
        [oct] oct
        [nov] nov
       *[dec] dic
    }
time-date = { $weekday } { $day } { $month } { $year }
time-date-without-year = { $weekday } { $day } { $month }
time-date-range = del { $first } al { $last }
time-of-day = { $hour }:{ $minute }
time-date-time = { $date }, { $time } { $zone }
time-days =
    { $days ->
        [all] todos los días
        [weekdays] de lunes a viernes
        [weekends] fines de semana
       *[some] { $some }
    }
time-about-now =
    { $past ->
        [true] ahora mismo
       *[false] dentro de un momento
    }
time-in-minutes =
    { $count ->
        [one] dentro de { $count } minuto
       *[other] dentro de { $count } minutos
    }
time-minutes-ago =
    { $count ->
        [one] hace { $count } minuto
       *[other] hace { $count } minutos
    }
time-in-hours =
    { $count ->
        [one] dentro de { $count } hora
       *[other] dentro de { $count } horas
    }
time-hours-ago =
    { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
time-in-days =
    { $count ->
        [one] dentro de { $count } día
       *[other] dentro de { $count } días
    }
time-days-ago =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
time-duration =
    { $unit ->
        [minutes] { $count ->
            [one] { $count } minuto
           *[other] { $count } minutos
        }
        [hours] { $count ->
            [one] { $count } hora
           *[other] { $count } horas
        }
       *[days] { $count ->
            [one] { $count } día
           *[other] { $count } días
        }
    }
time-utc-offset =
    UTC{ $sign }{ $hours }{ $minutes ->
        [none] {""}
       *[other] :{ $minutes }
    }
