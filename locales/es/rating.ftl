# Valorar las respuestas de otras personas, de una en una, y el resultado de todas.

rating-title = Respuesta { $position } de { $total }
rating-said =
    { $opinion ->
        [agree] Estás de acuerdo. Puedes cambiarlo.
        [pass] Has pasado. Puedes cambiarlo.
       *[disagree] No estás de acuerdo. Puedes cambiarlo.
    }
rating-opinion =
    { $opinion ->
        [agree] De acuerdo
        [pass] Paso
       *[disagree] En desacuerdo
    }
rating-back = ‹ Atrás
rating-skip = Saltar ›
rating-progress =
    { $rated } de { $total } valoradas{ $without_own ->
        [true] , sin contar la tuya
       *[false] {""}
    } · solo lo ves tú
rating-missed = **Esa respuesta se cambió o se retiró entretanto; tu valoración no cuenta.**

rating-none = Aquí no hay respuestas de otras personas que valorar.
rating-done =
    { $count ->
        [one] **Era la única. ¡Gracias!**
       *[other] **Has valorado las { $count }. ¡Gracias!**
    }
rating-done-hint = Nadie ve tus valoraciones. Puedes cambiarlas hasta que se cierre la ronda. El resultado de una respuesta se muestra cuando la han valorado tres personas.
rating-again = Repasar

rating-results = Resultados hasta ahora
rating-results-none = Todavía no hay respuestas que valorar.
rating-answer = «{ $text }» — { $by }
rating-line = { $answer } · { $agree } de acuerdo · { $disagree } en desacuerdo
rating-line-passed = { $answer } · { $agree } de acuerdo · { $disagree } en desacuerdo · { $pass } { $pass ->
        [one] pasó
       *[other] pasaron
    }
rating-line-few = { $answer }_ · todavía pocas valoraciones_

rating-error-hidden = Las respuestas todavía no se muestran. Podrás valorarlas cuando todo el mundo pueda leerlas.
rating-error-closed = Esta ronda está cerrada, así que sus respuestas ya no se pueden valorar. En `/record` se ve lo que piensa el grupo.
