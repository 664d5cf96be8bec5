//! How well the themes' terms find the themes of the book's own quotes and questions.

use domain::terms::Terms;

use crate::shipped::book;

/// How many suggestions were right and wrong, and how often there was none.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    wrong: usize,
    none: usize,
}

impl Score {
    fn add(&mut self, suggested: Option<bool>) {
        match suggested {
            Some(true) => self.right += 1,
            Some(false) => self.wrong += 1,
            None => self.none += 1,
        }
    }

    fn check(&self, what: &str) {
        let Self { right, wrong, none } = self;
        let all = right + wrong + none;
        println!("{what}: {right} right, {wrong} wrong, {none} without a suggestion");
        assert!(right * 100 >= 85 * (right + wrong), "{what}: {self:?}");
        assert!(wrong * 100 < 15 * all, "{what}: {self:?}");
        assert!(none * 100 < 10 * all, "{what}: {self:?}");
    }
}

#[test]
fn the_first_theme_that_the_importer_suggests_for_a_quote_is_one_of_its_own() {
    let book = book();
    let terms = Terms::new(book.themes(), "en");
    let mut score = Score::default();
    for quote in book.quotes() {
        let first = terms.suggest(&quote.text).into_iter().next();
        score.add(first.map(|first| quote.themes.contains(&first.theme)));
    }
    score.check("quotes");
}

#[test]
fn a_question_is_filed_under_its_theme_by_its_words() {
    let book = book();
    let mut score = Score::default();
    for question in book.questions() {
        score.add(book.theme_of(&question.text).map(|theme| theme.id == question.theme));
    }
    score.check("questions");
}

#[test]
fn what_members_might_ask_is_filed() {
    let book = book();
    for (asked, theme) in [
        ("What should become of the state?", "power"),
        ("Who should own the factories and the money?", "economy"),
        ("Is a planned economy possible without censorship?", "planning"),
        ("How do our officials get their privileges?", "bureaucracy"),
        ("What did your school teach you?", "thought"),
        ("Would you vote in such an election?", "institutions"),
        ("Are people more afraid of hunger or of repression?", "fear"),
        ("Can small towns join a federation?", "federation"),
        ("Do machines make us free?", "technology"),
        ("Why do revolutions fail?", "revolution"),
        ("Does history repeat itself?", "history"),
        ("Can the masses do without leaders?", "spontaneity"),
        ("How much liberty do we need?", "liberty"),
    ] {
        let found = book.theme_of(asked).map(|theme| theme.id.as_str());
        assert_eq!(found, Some(theme), "{asked}");
    }
    assert!(book.theme_of("Shall we meet on Monday?").is_none());
}
