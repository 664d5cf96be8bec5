# Lists in a sentence. A list of five is start, middle, middle, end.

# $opens: `i` if $last begins with the sound of i. Some languages have another "and" before it.
list-two =
    { $opens ->
       *[other] { $first } and { $last }
    }
list-start = { $first }, { $rest }
list-middle = { $item }, { $rest }
list-end =
    { $opens ->
       *[other] { $rest } and { $last }
    }
# A list where there is no room for a sentence; it grows by one at its end.
list-enumeration = { $first }, { $next }
