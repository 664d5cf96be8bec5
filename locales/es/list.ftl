# Listas en una frase.

list-two =
    { $opens ->
        [i] { $first } e { $last }
       *[other] { $first } y { $last }
    }
list-start = { $first }, { $rest }
list-middle = { $item }, { $rest }
list-end =
    { $opens ->
        [i] { $rest } e { $last }
       *[other] { $rest } y { $last }
    }
list-enumeration = { $first }, { $next }
