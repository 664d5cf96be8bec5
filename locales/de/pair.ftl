# Zwei Zitate, die sich widersprechen.

pair-title = Zwei, die sich widersprechen
pair-dispute = **Worin sie sich widersprechen:** { $dispute }
pair-footer = { $themes } · { $id }
pair-ask = Alle fragen
pair-question = { $dispute } Welches der beiden Zitate kommt dem näher, was du denkst, und warum?
