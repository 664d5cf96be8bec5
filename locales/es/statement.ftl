# La conclusión del grupo sobre una pregunta: un texto con el que se está de acuerdo, ante el que
# alguien se hace a un lado o que alguien objeta. Los votos se cuentan y nadie ve de quién son.

statement-title =
    { $state ->
        [proposed] Conclusión propuesta
        [adopted] La conclusión del grupo
        [dissent] La conclusión del grupo, con objeciones
       *[without] Conclusión no aprobada
    }
statement-by =
    { $version ->
        [none] Propuesta de { $name }
       *[other] Versión { $version }, de { $name }
    }
statement-by-group = El grupo
statement-footer =
    Ronda { $round } · versión { $version }{ $open ->
        [true] {" "}· el voto es secreto
       *[false] {""}
    }
statement-round-footer = Ronda { $round }
statement-private-footer = Ronda { $round } · solo lo ves tú

statement-counts = { $agree } de acuerdo · { $object ->
        [one] { $object } objeción
       *[other] { $object } objeciones
    } · { $aside } a un lado
statement-counts-of-all = { $counts } · { $silent } sin votar
statement-status = **{ $status }** { $counts }
statement-too-few =
    { $voted ->
        [0] Todavía no ha votado nadie; hacen falta { $quorum } votos.
        [one] Hay { $voted } voto de los { $quorum } que hacen falta.
       *[other] Hay { $voted } votos de los { $quorum } que hacen falta.
    }
statement-nobody-agrees = Ya hay votos suficientes, pero todavía nadie está de acuerdo.
statement-blocked =
    { $count ->
        [one] Ya hay votos suficientes, pero hay { $count } objeción.
       *[other] Ya hay votos suficientes, pero hay { $count } objeciones.
    }
statement-agreed = Se aprueba al cerrar la ronda, si nadie objeta.
statement-adopted = Aprobada.
statement-dissent =
    { $count ->
        [one] Aprobada con { $count } objeción.
       *[other] Aprobada con { $count } objeciones.
    }
statement-without = No aprobada.

statement-of-group = La conclusión del grupo ({ $counts })
statement-in-record =
    { $count ->
        [one] _{ $count } objeción consta en `/record`, palabra por palabra._
       *[other] _{ $count } objeciones constan en `/record`, palabra por palabra._
    }
statement-not-adopted = **La conclusión propuesta no se aprobó.**

statement-objection =
    { $name ->
        [none] Una objeción
       *[other] Una objeción de { $name }
    }{ $version ->
        [none] {""}
       *[other] _ a la versión { $version }_
    }
statement-objection-erased = _Hubo una objeción; su motivo se retiró._
statement-objections = Objeciones
statement-more-objections =
    { $count ->
        [one] _{ $count } objeción más_
       *[other] _{ $count } objeciones más_
    }_: { $open ->
        [true] pulsa «Todas las objeciones»
       *[false] mira `/record`
    }._

statement-changed = Qué cambió desde la versión { $version }
statement-changed-much = _Mucho. Pulsa «Ver los cambios» para verlo todo._
statement-version = Versión { $version } de { $newest }
statement-version-by = De { $name }
statement-version-before = ‹ Versión { $version }
statement-version-after = Versión { $version } ›

statement-agree = De acuerdo
statement-aside = Me hago a un lado
statement-object = Objetar
statement-edit = Editar
statement-take-back = Retirarla
statement-show-changes = Ver los cambios
statement-all-objections = Todas las objeciones
statement-show = Verla
statement-undo = Anular mi voto

statement-form-propose = La conclusión del grupo
statement-form-text = Lo que responde el grupo
statement-form-text-about = Un solo texto que todo el grupo pueda aceptar. Se puede cambiar hasta que se cierre la ronda.
statement-form-edit = Editar la conclusión
statement-form-new-text = El texto nuevo
statement-form-new-text-about = Todo el grupo ve qué cambió y vota de nuevo. Las objeciones siguen hasta que se anulen.
statement-form-object =
    { $again ->
        [true] Cambia tu objeción
       *[false] ¿Por qué objetas?
    }
statement-form-reason = Tu motivo
statement-form-reason-about = Di también qué ayudaría. Lo lee todo el mundo.

statement-proposed = **Has propuesto una conclusión.** Cada cual puede decir que está de acuerdo, hacerse a un lado u objetar.
statement-proposed-hint = Cuentas como de acuerdo. Hasta que se cierre la ronda puedes editarla o retirarla, aquí o con `/statement show`.
statement-own-there = Ya has propuesto una conclusión. Edítala si quieres otras palabras.
statement-other-there = { $by } ya ha propuesto una conclusión, y solo hay una cada vez. Si quieres otras palabras, objeta y di cuáles.
statement-vote =
    { $vote ->
        [agree] **Estás de acuerdo.** Nadie ve que eres tú.
        [aside] **Te haces a un lado:** no estás de acuerdo, pero tampoco lo bloqueas. Nadie ve que eres tú.
        [object-named] **Objetas.** Tu motivo se muestra con tu nombre hasta que anules o cambies tu voto.
       *[object-anonymous] **Objetas.** Tu motivo se muestra sin tu nombre hasta que anules o cambies tu voto.
    }
statement-unlinked =
    { $count ->
        [one] _Un voto de aquí se recuperó de una copia: ya nadie puede cambiarlo. Si es tuyo, anula este; contarían los dos._
       *[other] _{ $count } votos de aquí se recuperaron de una copia: ya nadie puede cambiarlos. Si uno es tuyo, anula este; contarían los dos._
    }
statement-vote-same = **Ya habías votado eso; cuenta.**
statement-vote-removed = **Tu voto queda anulado.**
statement-vote-none = **No habías votado.**
statement-vote-hint = _Puedes cambiar tu voto hasta que se cierre la ronda._
statement-outdated = **El texto ha cambiado, así que tu voto no ha contado.** Lee el texto nuevo y vota después.
statement-edited =
    { $version ->
        [1] **Esta es la versión { $version }.**
       *[other] **Esta es ahora la versión { $version }.** Todo el mundo ve qué ha cambiado y puede votar de nuevo: quien estaba de acuerdo o se hizo a un lado lo hizo con el texto anterior. Las objeciones siguen hasta que se anulen.
    }
statement-edit-conflict = Alguien cambió la conclusión mientras escribías. Lee primero el texto nuevo y edítalo después.
statement-take-back-title = ¿Retirar esta conclusión?
statement-take-back-text = Se borran todas sus versiones y todos los votos: { $counts }.
statement-deleted = La conclusión se ha borrado. Cualquiera puede proponer otra.
statement-again = _Vota de nuevo, por favor: quien estaba de acuerdo con la versión { $before } o se hizo a un lado lo hizo con el texto anterior._
statement-replaced-title = Versión { $version }, sustituida
statement-replaced = Hay un texto nuevo: { $newer }.
statement-newer = versión { $version }
statement-taken-back-title = Conclusión retirada
statement-taken-back = La conclusión que se propuso aquí se retiró. Cualquiera puede proponer otra.

statement-error-not-found = En este servidor no hay ninguna conclusión { $id }.
statement-error-taken-back = Esta conclusión se retiró. Cualquiera puede proponer otra.
statement-error-final = Esta ronda está cerrada y su conclusión es definitiva. Está en `/record`.
statement-error-round-closed = Esta ronda está cerrada. Lo que respondió el grupo está en `/record`.
statement-error-not-revealed = Las respuestas todavía no se muestran. Cuando el grupo las haya leído, podrás proponer una conclusión.
statement-error-none = Todavía no hay ninguna conclusión propuesta. Propón una con `/statement propose`.
statement-error-only-proposer =
    Solo { $by }, que la propuso, { $seminar ->
        [true] y quien facilita
       *[false] quien planteó la pregunta y la facilitación
    } pueden { $action ->
        [edit] editarla
       *[take-back] retirarla
    }. Si quieres otras palabras, objeta y di cuáles.
