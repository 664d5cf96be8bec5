//! `/export`: the record as a file, only for the one who asked. It holds what they can see.

use std::collections::BTreeSet;

use crate::command::{
    Arguments, Body, CommandError, Context, Expected, OptionKind, OptionSpec, ReplyMode, Services,
    Spec, Suggested, UserError, lookup,
};
use crate::messages::export::{self, ExportError};
use crate::messages::privacy::Limited;
use crate::messages::{Document, Reply};
use crate::record::{self, Export as Written, Format, Seen, Selection, zipped};
use domain::record::{Asked, by_theme};

pub(super) static SPEC: Spec = Spec {
    name: "export",
    body: Body::Options(&[
        OptionSpec::required("format", OptionKind::OneOf(&["html", "md", "csv", "json"])),
        OptionSpec::optional("theme", OptionKind::Suggested(Suggested::Theme)),
        OptionSpec::optional("seminar", OptionKind::Suggested(Suggested::AnySeminar)),
    ]),
};

/// The file of what is about no theme.
const NO_THEME: &str = "no-theme";

/// Gives the record as a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    format: Format,
    theme: Option<String>,
    seminar: Option<String>,
}

impl Export {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let option = || "format".to_owned();
        let given = arguments.text("format");
        let given = given.ok_or_else(|| UserError::Missing { option: option() })?;
        let format = Format::named(&given).ok_or_else(|| UserError::BadValue {
            option: option(),
            wanted: Expected::FileFormat,
            given,
        })?;
        Ok(Self { format, theme: arguments.text("theme"), seminar: arguments.text("seminar") })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode { slow: true, ..ReplyMode::EPHEMERAL }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        services.rates.count(context, Limited::Exports)?;
        let theme = lookup::theme(services, self.theme.as_deref())?;
        let seminar = match &self.seminar {
            Some(given) => Some(lookup::seminar_named(context, services, given).await?),
            None => None,
        };
        let rounds = lookup::asked(context, services).await?;
        let seminars = lookup::seminars(context, services).await?;
        let seen = Seen {
            rounds: rounds.iter().map(|asked| asked.round).collect(),
            seminars: seminars.iter().map(|seminar| seminar.id).collect::<BTreeSet<_>>(),
        };
        let selection = Selection {
            theme: theme.map(|theme| theme.id.clone()),
            seminar: seminar.as_ref().map(|seminar| seminar.id),
            seen: Some(seen),
        };
        let whole = self.write(context, services, selection.clone()).await?;
        let most = context.largest_file;
        let name = format!("record.{}", self.format.extension());
        if whole.len() <= most {
            let card = export::file(self.format.name());
            return Ok(Reply::Document(Document { card, name, bytes: whole }));
        }
        let bytes = whole.len();
        let files = match self.format {
            // It is a zip already.
            Format::Csv => return Err(ExportError::TooLarge { bytes, most }.into()),
            Format::Json => vec![(name, whole)],
            Format::Markdown | Format::Html => {
                self.by_theme(context, services, &selection, &rounds).await?
            }
        };
        let packed = zipped(&files).map_err(record::ExportError::from)?;
        if packed.len() > most {
            return Err(ExportError::TooLarge { bytes: packed.len(), most }.into());
        }
        let card = export::packed(self.format.name());
        Ok(Reply::Document(Document { card, name: "record.zip".to_owned(), bytes: packed }))
    }

    async fn write(
        &self,
        context: &Context,
        services: &Services,
        selection: Selection,
    ) -> Result<Vec<u8>, CommandError> {
        let written = Written { corpus: &services.corpus, selection, seed: context.seed };
        let mut bytes = Vec::new();
        let reads = services.store.read(context.server);
        written.write(reads, self.format, &mut bytes, |_, _| {}).await?;
        Ok(bytes)
    }

    /// A file for each theme, in the order of the book.
    async fn by_theme(
        &self,
        context: &Context,
        services: &Services,
        selection: &Selection,
        rounds: &[Asked],
    ) -> Result<Vec<(String, Vec<u8>)>, CommandError> {
        let mut files = Vec::new();
        for count in by_theme(&services.corpus, rounds) {
            let id = count.theme.map(|theme| theme.id.as_str());
            if selection.theme.as_deref().is_some_and(|only| Some(only) != id) {
                continue;
            }
            let about = rounds.iter().filter(|asked| asked.theme.as_deref() == id);
            let seen = Seen {
                rounds: about.map(|asked| asked.round).collect(),
                seminars: selection.seen.iter().flat_map(|seen| seen.seminars.clone()).collect(),
            };
            let part = Selection { seen: Some(seen), ..selection.clone() };
            let name = format!("{}.{}", id.unwrap_or(NO_THEME), self.format.extension());
            files.push((name, self.write(context, services, part).await?));
        }
        Ok(files)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use crate::command::{Context, Invocation};
    use crate::commands::Command;
    use crate::commands::fixture::Group;
    use crate::messages::Reply;

    fn file(reply: Reply) -> (String, String) {
        match reply {
            Reply::Document(file) => (file.name, String::from_utf8_lossy(&file.bytes).into_owned()),
            other => panic!("no file: {}", other.plain()),
        }
    }

    /// The record in a server where no file may be larger than that.
    async fn at_most(group: &mut Group, largest_file: usize, line: &str) -> Reply {
        let context = Context { largest_file, ..group.context("ben") };
        group.gives(&context, Command::parse(Invocation::parse(line).unwrap())).await
    }

    #[tokio::test]
    async fn what_is_too_large_for_one_file_is_packed_by_theme() {
        let mut group = Group::new().await;
        let long = "So it goes on. ".repeat(100);
        for (id, number) in [("guerin-q2", 1), ("guerin-q9", 2)] {
            group.ana(&format!("question id:{id}")).await;
            group.ben(&format!("answer round:{number} text:\"{long}\"")).await;
        }
        group.ana("question text:Ready?").await;
        for format in ["md", "html", "json"] {
            // Only so many files are given in an hour.
            group.now += jiff::SignedDuration::from_hours(1);
            let whole = at_most(&mut group, usize::MAX, &format!("export format:{format}")).await;
            let Reply::Document(whole) = whole else { panic!("{}", whole.plain()) };
            let most = whole.bytes.len() - 1;
            let packed = at_most(&mut group, most, &format!("export format:{format}")).await;
            let Reply::Document(packed) = packed else { panic!("{}", packed.plain()) };
            assert_eq!(packed.name, "record.zip");
            assert!(packed.bytes.len() <= most);
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(packed.bytes)).unwrap();
            let names: Vec<String> =
                zip.file_names().map(|name| name.unwrap().into_owned()).collect();
            if format == "json" {
                assert_eq!(names, ["record.json"]);
            } else {
                assert!(names.len() > 1, "{names:?}");
                assert!(names.contains(&format!("no-theme.{format}")), "{names:?}");
            }
            let mut all = String::new();
            for name in &names {
                zip.by_name(name).unwrap().read_to_string(&mut all).unwrap();
            }
            assert!(all.contains("Ready?"), "{format}");
            assert_eq!(all.matches(long.trim()).count(), 2, "{format}");
            let one =
                at_most(&mut group, most, &format!("export format:{format} theme:power")).await;
            assert!(matches!(one, Reply::Document(_)), "{}", one.plain());
        }
        for format in ["md", "csv"] {
            let refused =
                at_most(&mut group, 100, &format!("export format:{format}")).await.plain();
            assert!(refused.contains("`commonplace export`"), "{refused}");
        }
    }

    #[tokio::test]
    async fn the_record_comes_as_a_file() {
        let mut group = Group::new().await;
        group.ana("question id:guerin-q2").await;
        group.ben("answer text:\"Not the state.\"").await;
        let reply = group.ben("export format:html").await;
        insta::assert_snapshot!(reply.plain(), @"
        file record.html
        # The record
        Open it in any browser; it needs no network. It holds what you can see here.
        ");
        for (format, name) in
            [("html", "record.html"), ("md", "record.md"), ("json", "record.json")]
        {
            let (called, words) = file(group.ben(&format!("export format:{format}")).await);
            assert_eq!(called, name);
            assert!(words.contains("Not the state."), "{words}");
        }
        assert_eq!(file(group.ben("export format:csv").await).0, "record.zip");
        let (_, other) = file(group.ben("export format:md theme:technology").await);
        assert!(!other.contains("Not the state."), "{other}");
        let refused = group.ben("export format:docx").await.plain();
        assert!(refused.contains("html"), "{refused}");
        group.server.0 = 2;
        let (_, empty) = file(group.ben("export format:md").await);
        assert!(!empty.contains("Not the state."), "{empty}");
    }
}
