//! `/record`: what the group answered, by theme or by seminar, and a search in it.

mod search;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use self::search::Search;
use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, lookup, pagination, search::SEARCH_LENGTH,
};
use crate::messages::record::{self, Page, RecordError};
use crate::messages::{Reply, pages};
use domain::record::{Entry, by_theme, entries};
use domain::seminar::SeminarState;
use domain::{Answer, Round, RoundDetails, RoundId, RoundNumber};

pub(super) static SPEC: Spec = Spec {
    name: "record",
    body: Body::Options(&[
        OptionSpec::optional("theme", OptionKind::Suggested(Suggested::Theme)),
        OptionSpec::optional("seminar", OptionKind::Suggested(Suggested::AnySeminar)),
        OptionSpec::optional("search", OptionKind::Text(SEARCH_LENGTH)),
    ]),
};

/// "About no theme" in a command line.
const NO_THEME: &str = "none";

/// Shows the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    theme: Option<String>,
    seminar: Option<String>,
    /// Words to find in it.
    search: Option<String>,
    /// A button's: what was searched for, saved under this id.
    found: Option<i64>,
    /// A choice from a menu: the round to show.
    round: Option<RoundNumber>,
    page: Option<usize>,
}

/// What is recorded of a theme.
struct OnTheme {
    rounds: Vec<Round>,
    answers: HashMap<RoundId, Vec<Answer>>,
    discussed: HashMap<RoundId, RoundDetails>,
}

impl Record {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let mut record = Self {
            theme: arguments.text("theme"),
            seminar: arguments.text("seminar"),
            search: arguments.text("search"),
            found: arguments.number("found")?,
            round: None,
            page: arguments.number("page")?,
        };
        let Some(choice) = arguments.chosen("choice")? else { return Ok(record) };
        if let Some(round) = choice.strip_prefix(record::ROUND_CHOICE) {
            record.round = Some(round.parse().map_err(|_| UserError::StalePress)?);
        } else if let Some(seminar) = choice.strip_prefix(record::SEMINAR_CHOICE) {
            record.seminar = Some(seminar.to_owned());
        } else {
            record.theme = Some(choice);
        }
        Ok(record)
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        let mode = if self.turned() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL };
        // A search reads all that the group has answered.
        let slow = self.round.is_none() && (self.search.is_some() || self.found.is_some());
        ReplyMode { slow, ..mode }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        if self.theme.is_some() && self.seminar.is_some() {
            return Err(UserError::from(RecordError::ThemeAndSeminar).into());
        }
        if let (Some(seminar), None) = (&self.seminar, &self.search) {
            return self.of_seminar(context, services, seminar).await;
        }
        if let (Some(theme), None) = (&self.theme, &self.search) {
            let theme = match theme.as_str() {
                NO_THEME => None,
                theme => lookup::theme(services, Some(theme))?,
            };
            let theme = theme.map(|theme| theme.id.clone());
            return self.of_theme(context, services, theme.as_deref()).await;
        }
        if let Some(round) = self.round {
            let theme = lookup::round(context, services, round).await?.theme;
            return self.of_theme(context, services, theme.as_deref()).await;
        }
        if self.search.is_some() || self.found.is_some() {
            return self.of_search(context, services).await;
        }
        let seen = lookup::asked(context, services).await?;
        let themes = by_theme(&services.corpus, &seen);
        let mut seminars = lookup::seminars(context, services).await?;
        seminars.retain(|seminar| seminar.state != SeminarState::Draft);
        Ok(Reply::Ephemeral(record::overview(&themes, NO_THEME, &seminars)))
    }

    async fn of_theme(
        &self,
        context: &Context,
        services: &Services,
        id: Option<&str>,
    ) -> Result<Reply, CommandError> {
        let theme = id.and_then(|id| services.corpus.theme(id));
        let line = format!("record theme:{}", id.unwrap_or(NO_THEME));
        let recorded = OnTheme::read(context, services, id).await?;
        let pages = record::of_theme(&services.corpus, theme, &recorded.entries(), &line);
        Ok(self.page_of(pages, &line))
    }

    async fn of_seminar(
        &self,
        context: &Context,
        services: &Services,
        given: &str,
    ) -> Result<Reply, CommandError> {
        let seminar = lookup::seminar_named(context, services, given).await?;
        let line = format!("record seminar:{}", seminar.number);
        let rounds = rounds_of(context, services, &seminar).await?;
        let entries: Vec<Entry<'_>> = rounds.iter().map(Entry::from).collect();
        let pages = record::of_seminar(&services.corpus, &seminar, &entries, &line);
        Ok(self.page_of(pages, &line))
    }

    async fn of_search(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let search = match (&self.search, self.found) {
            (Some(words), _) => {
                let (theme, seminar) = (self.theme.clone(), self.seminar.clone());
                Search { words: words.clone(), theme, seminar }
            }
            (None, Some(id)) => Search::saved(context, services, id).await?,
            (None, None) => return Err(UserError::StalePress.into()),
        };
        let found = search.run(context, services).await?;
        let line = format!("record found:{}", search.save(context, services).await?);
        let shown = pagination::Pages::new(found.all.len(), record::HITS, self.page.unwrap_or(1));
        let hits: Vec<_> = found.all.into_iter().skip(shown.skip()).take(record::HITS).collect();
        let card = record::hits(&search.words, &hits, found.exact, &line)
            .footer(shown.footer(record::hit_count))
            .buttons(shown.buttons(&line));
        Ok(if self.turned() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }

    /// The page that is wanted, with buttons to the others and to the contents; `line` is what shows
    /// a page.
    fn page_of(&self, all: Vec<Page>, line: &str) -> Reply {
        let of_round =
            self.round.and_then(|round| all.iter().position(|page| page.round == Some(round)));
        let number = of_round.map(|at| at + 1).or(self.page).unwrap_or(1);
        let shown = pagination::Pages::new(all.len(), 1, number);
        let Some(page) = all.into_iter().nth(shown.skip()) else {
            return Reply::Ephemeral(record::overview(&[], NO_THEME, &[]));
        };
        let mut row = shown.buttons(line);
        let contents = page.contents.map(|page| format!("{line} page:{page}"));
        let others = contents.filter(|line| row.iter().all(|button| button.press != *line));
        row.extend(others.map(pages::contents));
        let card = page.card.buttons(row);
        if self.turned() { Reply::Update(card) } else { Reply::Ephemeral(card) }
    }

    /// Whether a page of a message that is there already was turned.
    fn turned(&self) -> bool {
        self.page.is_some()
    }
}

impl OnTheme {
    /// What is recorded of a theme (`None`: of none), as far as the caller may read it.
    async fn read(
        context: &Context,
        services: &Services,
        theme: Option<&str>,
    ) -> Result<Self, CommandError> {
        let rounds = lookup::rounds_on(context, services, theme).await?;
        let mut reads = services.store.read(context.server);
        let answers = reads.answers_on(theme).await?;
        Ok(Self { rounds, answers, discussed: reads.discussed_on(theme).await? })
    }

    fn entries(&self) -> Vec<Entry<'_>> {
        entries(&self.rounds, &self.answers, &self.discussed)
    }
}

/// The rounds of a seminar that the caller may see.
async fn rounds_of(
    context: &Context,
    services: &Services,
    seminar: &domain::Seminar,
) -> Result<Vec<RoundDetails>, CommandError> {
    let mut reads = services.store.read(context.server);
    let mut rounds = Vec::new();
    for round in seminar.rounds() {
        rounds.extend(reads.round_details(round).await?);
    }
    Ok(rounds)
}
