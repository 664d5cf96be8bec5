//! Checks what the types cannot: ids, references, themes and works.

use std::collections::{HashMap, HashSet};

use super::draft::{Draft, QuoteDraft, WorkDraft};
use super::mistake::{Log, Spot, did_you_mean, name_of};
use super::read::{At, Field};
use super::text::{faults, is_id, is_language};
use super::{glossary, pair, passages, plan, prompt};
use crate::fold;

/// The longest id of what a button can carry.
const LONGEST_ID: usize = 24;
/// The longest id that no button carries: works, whose ids are the stems of their files, problems
/// and stances.
const LONGEST_PLAIN_ID: usize = 40;

/// The longest name: what fits in a choice of a menu.
pub(super) const LONGEST_NAME: usize = 100;
/// The longest title: what fits over a card.
pub(super) const LONGEST_TITLE: usize = 256;
/// The longest text that is not a quote.
pub(super) const LONGEST_TEXT: usize = 1000;

/// What an id is the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Theme,
    Work,
    Quote,
    Question,
    Problem,
    Stance,
    Prompt,
    Pair,
    Plan,
    Gloss,
}

/// What ids have to differ within: problems bear the ids of their themes, and a word may be a
/// theme's as well as the glossary's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Space {
    Book,
    Problems,
    Glossary,
}

impl Sort {
    fn space(self) -> Space {
        match self {
            Self::Problem => Space::Problems,
            Self::Gloss => Space::Glossary,
            _ => Space::Book,
        }
    }

    fn longest_id(self) -> usize {
        match self {
            Self::Theme
            | Self::Quote
            | Self::Question
            | Self::Prompt
            | Self::Pair
            | Self::Plan
            | Self::Gloss => LONGEST_ID,
            Self::Work | Self::Problem | Self::Stance => LONGEST_PLAIN_ID,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Work => "work",
            Self::Quote => "quote",
            Self::Question => "question",
            Self::Problem => "problem",
            Self::Stance => "stance",
            Self::Prompt => "prompt",
            Self::Pair => "pair",
            Self::Plan => "plan",
            Self::Gloss => "word of the glossary",
        }
    }
}

/// What the checks share.
pub(super) struct Check<'a> {
    pub(super) draft: &'a Draft,
    files: &'a [&'a str],
    log: &'a mut Log,
    ids: HashMap<(Space, &'a str), (Sort, Spot)>,
    pub(super) quotes: HashMap<&'a str, (&'a WorkDraft, &'a QuoteDraft)>,
    /// The files that could not be read to their end. Of them nothing more is said.
    broken: &'a [usize],
}

/// Tells everything that is wrong with a draft, but for what could not be read.
pub(super) fn check(draft: &Draft, files: &[&str], broken: &[usize], log: &mut Log) {
    let mut check =
        Check { draft, files, log, ids: HashMap::new(), quotes: HashMap::new(), broken };
    check.ids();
    check.themes();
    for work in &draft.works {
        check.work(work);
        check.sections(work);
    }
    passages::quotes(&mut check);
    passages::questions(&mut check);
    passages::stances(&mut check);
    prompt::check(&mut check);
    pair::check(&mut check);
    plan::check(&mut check);
    glossary::check(&mut check);
}

impl<'a> Check<'a> {
    pub(super) fn say(&mut self, spot: Spot, reason: impl Into<String>) {
        if !self.broken.contains(&spot.file) {
            self.log.add(spot, reason);
        }
    }

    /// Whether all files could be read, so that what is not there is nowhere.
    fn whole(&self) -> bool {
        self.broken.is_empty()
    }

    /// A place in the files, for a person.
    pub(super) fn name(&self, spot: Spot) -> String {
        format!("{}:{}", name_of(spot, self.files), spot.line)
    }

    fn ids(&mut self) {
        let draft = self.draft;
        for theme in &draft.themes {
            self.id(&theme.id, Sort::Theme);
        }
        for work in &draft.works {
            if let Some(head) = &work.head {
                self.id(&head.id, Sort::Work);
            }
            for quote in &work.quotes {
                self.id(&quote.id, Sort::Quote);
                if let Some(id) = &quote.id {
                    self.quotes.entry(&id.value).or_insert((work, quote));
                }
            }
            for question in &work.questions {
                self.id(&question.id, Sort::Question);
            }
        }
        for problem in &draft.problems {
            self.id(&problem.id, Sort::Problem);
        }
        for stance in &draft.stances {
            self.id(&stance.id, Sort::Stance);
        }
        for prompt in &draft.prompts {
            self.id(&prompt.id, Sort::Prompt);
        }
        for pair in &draft.pairs {
            self.id(&pair.id, Sort::Pair);
        }
        for plan in &draft.plans {
            self.id(&plan.id, Sort::Plan);
        }
        for gloss in &draft.glossary.glosses {
            self.id(&gloss.id, Sort::Gloss);
        }
    }

    fn id(&mut self, id: &'a Field<String>, sort: Sort) {
        let Some(At { value, spot }) = id else { return };
        let longest = sort.longest_id();
        if !is_id(value, longest) {
            let rule = format!("1 to {longest} of the characters a-z, 0-9 and -");
            self.say(*spot, format!("the id `{value}` should be {rule}"));
        }
        if let Some((taken, first)) = self.ids.get(&(sort.space(), value)) {
            let reason =
                format!("the id `{value}` is a {}'s already, {}", taken.name(), self.name(*first));
            self.say(*spot, reason);
            return;
        }
        self.ids.insert((sort.space(), value), (sort, *spot));
    }

    /// Checks that there is something of that sort and id.
    pub(super) fn reference(&mut self, id: &At<String>, sort: Sort) {
        let name = sort.name();
        match self.ids.get(&(sort.space(), id.value.as_str())) {
            Some((found, _)) if *found == sort => {}
            Some((found, _)) => {
                let reason = format!("`{}` is a {}, not a {name}", id.value, found.name());
                self.say(id.spot, reason);
            }
            // It may be in the part of a file that could not be read.
            None if !self.whole() => {}
            None => {
                let same = self.ids.iter().filter(|(_, (found, _))| *found == sort);
                let mut ids: Vec<&str> = same.map(|((_, id), _)| *id).collect();
                ids.sort_unstable();
                let hint = did_you_mean(&id.value, ids);
                self.say(id.spot, format!("there is no {name} `{}`{hint}", id.value));
            }
        }
    }

    /// Checks that each of a list is there, and is in the list once.
    pub(super) fn references(&mut self, list: &Field<Vec<At<String>>>, sort: Sort) {
        let Some(list) = list else { return };
        let mut seen = HashSet::new();
        for id in &list.value {
            if seen.insert(&id.value) {
                self.reference(id, sort);
            } else {
                self.say(id.spot, format!("`{}` is in this list already", id.value));
            }
        }
    }

    /// Checks a line of text.
    pub(super) fn text(&mut self, what: &str, text: &Field<String>, longest: usize) {
        let Some(At { value, spot }) = text else {
            return;
        };
        for fault in faults(value, longest) {
            self.say(*spot, format!("{what} {fault}"));
        }
    }

    fn themes(&mut self) {
        let spot = self.draft.themes_spot.unwrap_or(Spot::NOWHERE);
        if self.whole() && self.draft.themes.is_empty() {
            self.say(spot, "there has to be a theme, [[theme]], in `themes.toml`");
        }
        if self.whole() && self.draft.works.is_empty() {
            self.say(spot, "there has to be a work, in a file of its own beside `themes.toml`");
        }
        let mut names: HashMap<String, Spot> = HashMap::new();
        for theme in &self.draft.themes {
            self.text("the name", &theme.name, LONGEST_NAME);
            self.text("the text about it", &theme.about, LONGEST_TEXT);
            if let Some(name) = &theme.name
                && let Some(first) = names.insert(fold(&name.value), name.spot)
            {
                let reason = format!(
                    "`{}` is the name of a theme already, {}",
                    name.value,
                    self.name(first)
                );
                self.say(name.spot, reason);
            }
            let mut terms = HashSet::new();
            for term in theme.terms.iter().flat_map(|terms| &terms.value) {
                let At { value, spot } = term;
                for fault in faults(value, LONGEST_NAME) {
                    self.say(*spot, format!("the term `{}` {fault}", value.escape_debug()));
                }
                if *value != value.to_lowercase() {
                    self.say(*spot, format!("the term `{value}` should be in lower case"));
                }
                if !terms.insert(value) {
                    self.say(*spot, format!("the term `{value}` is in this list already"));
                }
            }
        }
    }

    fn work(&mut self, work: &WorkDraft) {
        let Some(head) = &work.head else {
            if !work.has_head {
                self.say(work.spot, "the table [work] is missing");
            }
            return;
        };
        if let Some(id) = &head.id
            && id.value != work.stem
        {
            let reason = format!(
                "the id is `{}`, but should be the name of the file, `{}`",
                id.value, work.stem
            );
            self.say(id.spot, reason);
        }
        self.text("the title", &head.title, LONGEST_TITLE);
        self.text("the author", &head.author, LONGEST_NAME);
        self.text("the date", &head.dated, LONGEST_NAME);
        self.text("the translator", &head.translator, LONGEST_NAME);
        self.text("the source", &head.source, LONGEST_TEXT);
        self.text("the text about rights", &head.rights, LONGEST_TEXT);
        if let Some(year) = head.year.as_ref().filter(|year| year.value == 0) {
            self.say(year.spot, "there was no year 0");
        }
        if let Some(language) = head.language.as_ref().filter(|tag| !is_language(&tag.value)) {
            let reason = format!(
                "the language is `{}`, but should be a tag such as `en` or `pt-BR`",
                language.value
            );
            self.say(language.spot, reason);
        }
    }
}
