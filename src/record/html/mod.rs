//! The record as one page that opens anywhere, without a network and without scripts: the group's
//! own edition of what it read.
//!
//! What is shown by theme is written as the rounds come; what is shown along the reading is collected
//! meanwhile, and goes before it in the end.

mod margin;
mod pictures;
mod view;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};

use jiff::tz::TimeZone;
use minijinja::{Environment, Value, context};
use serde::Serialize;

use self::margin::Margin;
use self::pictures::Pictures;
use self::view::{Block, Note, SeminarView, ThemeLink, WorkSection, WorkView};
use super::archive::{Header, Seminar};
use super::sink::{Exported, Sink, Tail};
use crate::messages::{export, ui};
use domain::Corpus;

/// Writes the record as a page.
pub(super) struct Html<'c, W> {
    out: W,
    corpus: &'c Corpus,
    templates: Environment<'static>,
    labels: Value,
    /// What is shown by theme.
    body: Option<BufWriter<File>>,
    themes: Vec<ThemeLink>,
    seminars: Vec<SeminarView>,
    /// What was asked at each quote.
    margin: Margin,
    pictures: Pictures,
    questions: usize,
    answers: usize,
}

const TEMPLATES: [(&str, &str); 8] = [
    ("blocks.html", include_str!("blocks.html")),
    ("head.html", include_str!("head.html")),
    ("work.html", include_str!("work.html")),
    ("place.html", include_str!("place.html")),
    ("note.html", include_str!("note.html")),
    ("theme.html", include_str!("theme.html")),
    ("question.html", include_str!("question.html")),
    ("tail.html", include_str!("tail.html")),
];

const STYLE: &str = include_str!("style.css");

impl<'c, W: Write> Html<'c, W> {
    pub(super) fn new(out: W, corpus: &'c Corpus) -> Self {
        let labels = BTreeMap::from(export::labels());
        Self {
            out,
            corpus,
            templates: templates(),
            labels: Value::from_serialize(labels),
            body: None,
            themes: Vec::new(),
            seminars: Vec::new(),
            margin: Margin::default(),
            pictures: Pictures::default(),
            questions: 0,
            answers: 0,
        }
    }

    fn body(&mut self) -> io::Result<&mut BufWriter<File>> {
        let body = match self.body.take() {
            Some(body) => body,
            None => BufWriter::new(tempfile::tempfile()?),
        };
        Ok(self.body.insert(body))
    }

    fn render(&mut self, template: &str, values: &impl Serialize) -> io::Result<()> {
        let page = rendered(&self.templates, template, values)?;
        self.body()?.write_all(page.as_bytes())
    }

    /// Ends the section of the theme before, and begins another.
    fn turn_to(&mut self, theme: Option<&str>) -> io::Result<()> {
        let anchor = format!("theme-{}", theme.unwrap_or("none"));
        if self.themes.last().is_some_and(|last| last.anchor == anchor) {
            return Ok(());
        }
        if !self.themes.is_empty() {
            self.body()?.write_all(b"</section>\n")?;
        }
        let name = export::heading(theme.and_then(|id| self.corpus.theme(id)));
        let link = ThemeLink { anchor, name, questions: 0, count: String::new() };
        self.render("theme.html", &link)?;
        self.themes.push(link);
        Ok(())
    }

    /// The works with those places in them at which something was asked.
    fn works(&self, tail: &Tail) -> Vec<WorkView> {
        let works = tail.works.iter().filter_map(|work| self.corpus.work(&work.id));
        works.map(|work| self.work(work)).collect()
    }

    /// Writes what is shown along the reading.
    fn reading(&mut self, works: &[WorkView]) -> io::Result<()> {
        if works.is_empty() {
            return Ok(());
        }
        let mut notes = self.margin.written()?;
        for (number, work) in (1..).zip(works) {
            let heading = context! { number => number, work => work };
            self.out.write_all(rendered(&self.templates, "work.html", &heading)?.as_bytes())?;
            for section in &work.sections {
                for (index, place) in section.places.iter().enumerate() {
                    let place_view = context! {
                        t => self.labels,
                        title => (index == 0).then_some(&section.title),
                        language => work.language,
                        place => place,
                    };
                    let start = rendered(&self.templates, "place.html", &place_view)?;
                    self.out.write_all(start.as_bytes())?;
                    notes.copy(&place.notes, &mut self.out)?;
                    self.out.write_all(b"</ul>\n</div>\n</article>\n")?;
                }
            }
            self.out.write_all(b"</section>\n")?;
        }
        self.out.write_all(b"</section>\n")
    }

    fn work(&self, work: &domain::Work) -> WorkView {
        let mut quotes: Vec<&domain::Quote> = self
            .corpus
            .quotes()
            .iter()
            .filter(|quote| quote.work == work.id && self.margin.at(&quote.id).is_some())
            .collect();
        quotes.sort_by_key(|quote| quote.paragraph);
        let mut sections: Vec<WorkSection> = Vec::new();
        for quote in quotes {
            let title = work.section(quote.section).map_or("", |section| section.title.as_str());
            if sections.last().is_none_or(|last| last.title != title) {
                sections.push(WorkSection { title: title.to_owned(), places: Vec::new() });
            }
            if let (Some(section), Some(notes)) = (sections.last_mut(), self.margin.at(&quote.id)) {
                section.add(self.corpus, quote, notes);
            }
        }
        WorkView {
            author: work.author.clone(),
            title: work.title.clone(),
            date: work.date(),
            language: work.language.clone(),
            sections,
        }
    }
}

impl<W: Write> Sink for Html<'_, W> {
    fn head(&mut self, _: &Header, seminars: &[Seminar]) -> io::Result<()> {
        self.seminars = seminars.iter().map(SeminarView::new).collect();
        self.pictures.seminars(seminars);
        Ok(())
    }

    fn round(&mut self, exported: &Exported) -> io::Result<()> {
        let (round, entry) = (&exported.round, exported.entry());
        self.turn_to(round.theme.as_deref())?;
        if let Some(theme) = self.themes.last_mut() {
            theme.questions += 1;
        }
        self.questions += 1;
        self.answers += round.answers.len();
        self.pictures.round(exported);
        let note = Note::new(self.corpus, exported);
        let in_margin = rendered(&self.templates, "note.html", &note)? + "\n";
        self.margin.add(&round.quotes, &in_margin)?;
        let question = export::Question::new(self.corpus, &entry);
        let blocks = |blocks: &[ui::Block]| blocks.iter().map(Block::from).collect::<Vec<_>>();
        let values = context! {
            anchor => note.anchor,
            question => round.text,
            asked => view::spans(&question.asked),
            quotes => blocks(&question.quotes),
            group => blocks(&question.group),
            answers => blocks(&question.answers),
            note => question.note.as_ref().map(view::spans),
        };
        self.render("question.html", &values)
    }

    fn tail(&mut self, tail: &Tail) -> io::Result<()> {
        for theme in &mut self.themes {
            theme.count = theme.questions.to_string();
        }
        let day = |at: jiff::Timestamp| at.to_zoned(TimeZone::UTC).date();
        let first = self.pictures.first_day();
        let days = first.zip(tail.until.map(day)).map(|(first, last)| export::days(first, last));
        let works = self.works(tail);
        let head = context! {
            language => ui::Language::current().tag(),
            t => self.labels,
            css => STYLE,
            count => export::count(self.questions, self.answers),
            days => days,
            works => !works.is_empty(),
            themes => self.themes,
            seminars => self.seminars,
            pictures => self.questions > 0,
        };
        self.out.write_all(rendered(&self.templates, "head.html", &head)?.as_bytes())?;
        self.reading(&works)?;
        if let Some(body) = self.body.take() {
            let mut body = body.into_inner().map_err(|error| error.into_error())?;
            body.rewind()?;
            io::copy(&mut body, &mut self.out)?;
            self.out.write_all(b"</section>\n")?;
        }
        let pictures = (self.questions > 0).then(|| self.pictures.draw(self.corpus, &tail.works));
        let foot = context! { t => self.labels, seminars => self.seminars, pictures => pictures };
        self.out.write_all(rendered(&self.templates, "tail.html", &foot)?.as_bytes())?;
        self.out.flush()
    }
}

fn templates() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    for (name, source) in TEMPLATES {
        if let Err(error) = environment.add_template(name, source) {
            tracing::error!(name, %error, "a template has a mistake");
        }
    }
    environment
}

fn rendered(
    templates: &Environment<'_>,
    name: &str,
    values: &impl Serialize,
) -> io::Result<String> {
    let template = templates.get_template(name).map_err(io::Error::other)?;
    template.render(values).map_err(io::Error::other)
}
