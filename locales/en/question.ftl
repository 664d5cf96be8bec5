# Posing a question, and changing its words.

question-edit = Edit the question
question-field = The question
question-field-about = Everybody sees the new words. Answers so far stay as they are.
# The form for a question about a message.
question-about = Ask about this message
question-about-field = Your question
question-about-hint = Everybody here sees it, with a link to the message.
question-edited = Changed: everybody sees the new words.

question-error-channel = A question needs a channel or a thread.
question-error-id-and-text = Give either `id:` or `text:`: a question of the book, or one of your own.
question-error-no-match = The book has no such question. Leave out `work:`, or ask in your own words with `text:`.
question-error-of-book = A question of the book keeps its words.
question-error-missing = I need { $permissions } in this channel, or nobody would see the answers. Allow it in the channel's settings, then try again.
question-error-closed = This round is over, so its question keeps its words.
question-error-about-bot = A bot wrote that. To ask about a quote, use `/question`.
question-error-about-nothing = There is nothing in that message to ask about.
