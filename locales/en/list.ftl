# Lists in a sentence. A list of five is start, middle, middle, end.

list-two = { $first } and { $last }
list-start = { $first }, { $rest }
list-middle = { $item }, { $rest }
list-end = { $rest } and { $last }
