pair-title = Deux citations en désaccord
pair-dispute = **Leur désaccord :** { $dispute }
pair-footer = { $themes } · { $id }
pair-ask = Poser la question
pair-question = { $dispute } Laquelle des deux citations est la plus proche de ce que tu penses, et pourquoi ?
