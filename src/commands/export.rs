//! `/export`: the record as a file, only for the one who asked. It holds what they can see.

use std::collections::BTreeSet;

use crate::command::{
    Arguments, Body, CommandError, Context, Expected, OptionKind, OptionSpec, ReplyMode, Services,
    Spec, Suggested, UserError, lookup,
};
use crate::messages::export::{self, ExportError};
use crate::messages::privacy::Limited;
use crate::messages::ui::limits::FILE;
use crate::messages::{Document, Reply};
use crate::record::{Export as Written, Format, Seen, Selection};

pub(super) static SPEC: Spec = Spec {
    name: "export",
    body: Body::Options(&[
        OptionSpec::required("format", OptionKind::OneOf(&["html", "md", "csv", "json"])),
        OptionSpec::optional("theme", OptionKind::Suggested(Suggested::Theme)),
        OptionSpec::optional("seminar", OptionKind::Suggested(Suggested::AnySeminar)),
    ]),
};

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
        let written = Written { corpus: &services.corpus, selection, seed: context.seed };
        let mut bytes = Vec::new();
        let reads = services.store.read(context.server);
        written.write(reads, self.format, &mut bytes, |_, _| {}).await?;
        if bytes.len() > FILE {
            return Err(ExportError::TooLarge { bytes: bytes.len(), most: FILE }.into());
        }
        let name = format!("record.{}", self.format.extension());
        Ok(Reply::Document(Document { card: export::file(self.format.name()), name, bytes }))
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::Group;
    use crate::messages::Reply;

    fn file(reply: Reply) -> (String, String) {
        match reply {
            Reply::Document(file) => (file.name, String::from_utf8_lossy(&file.bytes).into_owned()),
            other => panic!("no file: {}", other.plain()),
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
