theme-list-title = Les thèmes du recueil
theme-listed = **{ $name }** · { $quotes ->
        [one] { $quotes } citation
       *[other] { $quotes } citations
    } · `{ names-quote.theme }:{ $id }`
theme-open = Ouvrir un thème
theme-holds =
    Le recueil contient { $quotes ->
        [one] { $quotes } citation
       *[other] { $quotes } citations
    } et { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } sur ce thème.
theme-asked =
    { $count ->
        [0] **Aucune question n’a encore été posée à votre groupe sur ce thème.**
        [one] **{ $count } question posée à votre groupe :**
       *[other] **{ $count } questions posées à votre groupe. Les plus récentes :**
    }
theme-question =
    { $question } _({ $open ->
        [true] ouverte, { $answers ->
            [one] { $answers } réponse
           *[other] { $answers } réponses
        }
       *[false] { $answers ->
            [one] { $answers } réponse
           *[other] { $answers } réponses
        }
    }, { $asked })_
theme-footer = { names-quote.theme }:{ $id }
theme-quote = Une citation
theme-ask = Poser une question
theme-record = Registre
