# Las páginas de una lista larga.

pages-back = ‹ Atrás
pages-next = Siguiente ›
pages-contents = Índice
pages-continued = { $by }, continuación
pages-footer =
    { $last ->
        [1] { $counted }
       *[other] { $counted } · página { $page } de { $last }
    }
pages-objections =
    { $count ->
        [one] { $count } objeción
       *[other] { $count } objeciones
    }
