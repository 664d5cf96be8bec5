# Listas en una frase.

list-two = { $first } y { $last }
list-start = { $first }, { $rest }
list-middle = { $item }, { $rest }
list-end = { $rest } y { $last }
list-enumeration = { $first }, { $next }
