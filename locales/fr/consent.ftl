consent-ask = { $author }, puis-je enregistrer { $message } comme ta réponse ?
consent-this-message = ce message
consent-asker = { $asker } a fait la demande, et c’est à { $author } de répondre. En cas de refus, ou sans réponse pendant 7 jours, rien n’est conservé.
consent-files =
    { $count ->
        [one] _Seuls les mots sont conservés, pas { $files }._
       *[other] _Seuls les mots sont conservés, pas les fichiers { $files }._
    }
consent-yes = Oui
consent-no = Non

consent-asked-before = La question a déjà été posée à { $author } pour ce message : { $message }.
consent-asked-just-now = La question vient d’être posée à { $author } pour ce message.
consent-asked-by-caller = Tu as interrogé { $author } sur un autre message : { $message }. Attends la réponse avant de redemander.
consent-asked-by-caller-just-now = Tu viens d’interroger { $author } sur un autre message. Attends la réponse avant de redemander.
consent-asked-often = { $author } a déjà reçu des demandes pour plusieurs messages. Attends les réponses, s’il te plaît.
consent-see-here = voir ici

consent-replace-title = Tu as déjà répondu à cette question
consent-your-answer =
    { $anonymous ->
        [true] Ta réponse, sans ton nom
       *[false] Ta réponse
    }
consent-replace-hint =
    Mettre le message à sa place ?{ $anonymous ->
        [true] {" "}Ta réponse anonyme sera alors effacée, et le message portera ton nom.
       *[false] {""}
    }
consent-replace = Remplacer ma réponse

consent-receipt =
    { $change ->
        [same] Ton message est déjà ta réponse : « **{ $question }** ».
        [new] Ton message est enregistré comme ta réponse à « **{ $question }** ».
       *[replaced] Ton message a remplacé ta réponse à « **{ $question }** ».
    }

consent-recorded = { $author } a dit oui : { $message } est sa réponse à « **{ $question }** ».
consent-declined = { $message } n’est pas enregistré comme réponse à « **{ $question }** ».
consent-the-message = Le message
consent-too-late = Le tour a été clos entre-temps : { $message } n’est pas enregistré comme réponse à « **{ $question }** ».
consent-gone =
    { $reason ->
        [expired] Personne n’a répondu pendant 7 jours : le message n’est plus conservé, et rien n’a été enregistré pour « **{ $question }** ».
        [closed] Une réponse avait été donnée avant la clôture du tour : « **{ $question }** ».
       *[answered] Une réponse a déjà été donnée : « **{ $question }** ».
    }

consent-error-bot = C’est un bot qui l’a écrit. Seul ce qu’une personne a écrit peut devenir une réponse.
consent-error-no-words = Ce message ne contient pas de mots à enregistrer ; les images et les fichiers ne sont pas conservés.
consent-error-too-long =
    { $own ->
        [true] Ton message
       *[false] Ce message
    } dépasse { $most } caractères, le maximum pour une réponse.
consent-error-none-open = Aucune question n’est ouverte ici : ce message ne répond à rien.
consent-error-debate = C’est un débat : chaque personne défend d’abord le camp tiré au sort. On pourra enregistrer un message quand chaque personne dira ce qu’elle pense elle-même.
consent-error-recorded = Ce message est déjà la réponse enregistrée pour { $author }.
consent-error-closed = Le tour a été clos entre-temps : rien n’a été enregistré.
consent-error-not-author = Seule la personne qui a écrit ce message peut répondre ici.
