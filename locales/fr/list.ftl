list-two =
    { $opens ->
       *[other] { $first } et { $last }
    }
list-start = { $first }, { $rest }
list-middle = { $item }, { $rest }
list-end =
    { $opens ->
       *[other] { $rest } et { $last }
    }
list-enumeration = { $first }, { $next }
