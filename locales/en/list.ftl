# Lists in a sentence. A list of five is start, middle, middle, end.

list-two = { $first } and { $last }
list-start = { $first }, { $rest }
list-middle = { $item }, { $rest }
list-end = { $rest } and { $last }
# A list where there is no room for a sentence; it grows by one at its end.
list-enumeration = { $first }, { $next }
