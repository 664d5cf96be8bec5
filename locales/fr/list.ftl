list-two = { $first } et { $last }
list-start = { $first }, { $rest }
list-middle = { $item }, { $rest }
list-end = { $rest } et { $last }
list-enumeration = { $first }, { $next }
