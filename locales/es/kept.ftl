# Las citas que guarda un miembro; solo las ve esa persona.

kept-added = Guardada. En `/kept` están tus citas, solo para ti.
kept-already = Ya tienes guardada esta cita. En `/kept` están tus citas, solo para ti.
kept-removed = Quitada de tus citas.
kept-remove = Quitar
kept-again = Guardar otra vez

kept-title =
    { $theme ->
        [none] Tus citas
       *[other] Tus citas sobre { $theme }
    }
kept-none = Todavía ninguna. Pulsa **Guardar** debajo de una cita y la encontrarás aquí.
kept-gone =
    { $count ->
        [one] _{ $count } cita que guardaste ya no está en el cuaderno: { $ids }._
       *[other] _{ $count } citas que guardaste ya no están en el cuaderno: { $ids }._
    }
kept-count =
    { $count ->
        [one] { $count } cita
       *[other] { $count } citas
    }
