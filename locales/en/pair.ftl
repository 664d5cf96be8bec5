# Two quotes that disagree. $dispute is one sentence of the book: "Whether order and freedom …"

pair-title = Two that disagree
pair-dispute = **What they disagree on:** { $dispute }
pair-footer = { $themes } · { $id }
pair-ask = Ask everybody
# A pair as a question.
pair-question = { $dispute } Which of the two quotes comes nearer to what you think, and why?
