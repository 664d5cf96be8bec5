# Dates and times in words. On Discord most are shown in the reader's own way instead.

time-weekday =
    { $day ->
        [mon] Mon
        [tue] Tue
        [wed] Wed
        [thu] Thu
        [fri] Fri
        [sat] Sat
       *[sun] Sun
    }
time-month =
    { $month ->
        [jan] Jan
        [feb] Feb
        [mar] Mar
        [apr] Apr
        [may] May
        [jun] Jun
        [jul] Jul
        [aug] Aug
        [sep] Sep
        [oct] Oct
        [nov] Nov
       *[dec] Dec
    }
time-date = { $weekday } { $day } { $month } { $year }
time-date-without-year = { $weekday } { $day } { $month }
time-date-range = { $first } to { $last }
time-of-day = { $hour }:{ $minute }
time-date-time = { $date } { $time } { $zone }
# The days of a schedule; $some are single days, such as "Mon, Wed and Fri".
time-days =
    { $days ->
        [all] daily
        [weekdays] weekdays
        [weekends] weekends
       *[some] { $some }
    }
# Less than a minute ago, or from now.
time-about-now =
    { $past ->
        [true] just now
       *[false] in a moment
    }
time-in-minutes =
    { $count ->
        [one] in { $count } minute
       *[other] in { $count } minutes
    }
time-minutes-ago =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
time-in-hours =
    { $count ->
        [one] in { $count } hour
       *[other] in { $count } hours
    }
time-hours-ago =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
time-in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
time-days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
# A length of time.
time-duration =
    { $unit ->
        [minutes] { $count ->
            [one] { $count } minute
           *[other] { $count } minutes
        }
        [hours] { $count ->
            [one] { $count } hour
           *[other] { $count } hours
        }
       *[days] { $count ->
            [one] { $count } day
           *[other] { $count } days
        }
    }
# The offset of a time zone; $minutes are mostly none.
time-utc-offset =
    UTC{ $sign }{ $hours }{ $minutes ->
        [none] {""}
       *[other] :{ $minutes }
    }
