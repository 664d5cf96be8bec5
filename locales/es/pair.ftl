# Dos citas que discrepan. $dispute es una frase del cuaderno.

pair-title = Dos que discrepan
pair-dispute = **En qué discrepan:** { $dispute }
pair-footer = { $themes } · { $id }
pair-ask = Preguntar al grupo
pair-question = { $dispute } ¿Cuál de las dos citas se acerca más a lo que piensas, y por qué?
