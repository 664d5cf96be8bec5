//! A small book without a mistake.

pub(super) const THEMES: &str = r#"[[theme]]
id = "power"
name = "Power"
about = "Who rules."
terms = ["power", "the state"]

[[theme]]
id = "liberty"
name = "Liberty"
about = "Who is free."
terms = ["liberty"]
"#;

pub(super) const ALPHA: &str = r#"[work]
id = "alpha"
title = "Alpha"
author = "Ana Alpha"
year = 1958
language = "en"
source = "A booklet."
rights = "Quoted by right."

[[section]]
number = 1
title = "By the editors"
kind = "introduction"
first = 1
last = 2

[[section]]
number = 2
title = "The text"
kind = "body"
first = 3
last = 9

[[quote]]
id = "alpha-1"
text = "The state will not go quietly, whatever its friends may say."
section = 2
paragraph = 3
themes = ["power", "liberty"]

[[quote]]
id = "alpha-2"
text = "Nobody is free alone; it takes at least two and a road between them."
section = 2
paragraph = 9
themes = ["liberty"]
speaker = "Otto Other"

[[question]]
id = "alpha-q1"
kind = "close"
theme = "power"
text = "What does she think the state will do?"
quotes = ["alpha-1"]
follow_ups = ["What would make it go?"]

[[question]]
id = "alpha-q2"
kind = "author"
theme = "liberty"
text = "Who is free?"
section = 2
paragraph = 4
quotes = []
follow_ups = ["Who else?", "Since when?"]
"#;

pub(super) const BETA: &str = r#"[work]
id = "beta"
title = "Beta"
author = "Ben Beta"
year = -44
translator = "Tess Translator"
language = "pt-BR"
source = "A page."
rights = "Nobody's any more."

[[section]]
number = 1
title = "All of it"
kind = "body"
first = 1
last = 4

[[quote]]
id = "beta-1"
text = "A plan that nobody may speak against is an order with numbers in it."
section = 1
paragraph = 2
themes = ["power"]

[[question]]
id = "beta-q1"
kind = "comparison"
theme = "power"
text = "What do the two think of the state?"
quotes = ["alpha-1", "beta-1"]
follow_ups = ["And you?"]
"#;

pub(super) const STANCES: &str = r#"[[problem]]
id = "problem-1"
title = "Who leads?"
about = "Leaders and led."

[[stance]]
id = "stance-1"
problem = "problem-1"
current = "libertarian"
text = "Nobody."
quotes = ["alpha-2"]

[[answer]]
problem = "problem-1"
work = "beta"
text = "Not one alone."
quotes = ["beta-1"]
"#;

pub(super) const PROMPTS: &str = r#"[[opener]]
id = "opener-1"
text = "Which word did you look up?"

[[closer]]
id = "closer-1"
text = "What do you take home?"
"#;

pub(super) const PAIRS: &str = r#"[[pair]]
id = "pair-1"
quotes = ["alpha-1", "beta-1"]
dispute = "Whether orders end."
"#;

pub(super) const PLANS: &str = r#"[[plan]]
id = "first-hour"
title = "The first hour"
about = "The state and its plans."

[[plan.reading]]
work = "alpha"
first = 3
last = 9

[[plan.step]]
minutes = 5
prompt = "opener-1"

[[plan.step]]
minutes = 20
question = "alpha-q1"

[[plan.step]]
minutes = 20
problem = "problem-1"

[[plan.step]]
minutes = 15
question = "beta-q1"
"#;

pub(super) const GLOSSARY: &str = r#"[[person]]
id = "ana"
name = "Ana Alpha"
years = "1900–1980"
also = ["Alpha"]
about = "A writer."

[[term]]
id = "commune"
name = "commune"
also = ["communes"]
about = "A town that governs itself."

[[term]]
id = "paris-commune"
name = "Paris Commune"
about = "Two months in 1871."

[[date]]
year = 1871
about = "Paris Commune."

[[date]]
year = 1793
until = 1794
about = "Jacobins rule France."
"#;
