# Aufzählungen in einem Satz.

list-two = { $first } und { $last }
list-start = { $first }, { $rest }
list-middle = { $item }, { $rest }
list-end = { $rest } und { $last }
list-enumeration = { $first }, { $next }
