//! The archive as JSON, written and read piece by piece. A line a round, so that two exports can be
//! compared with any tool.

use std::fmt;
use std::io::{self, BufRead, Write};

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::archive::{FORMAT, Header, Round, Seminar, VERSION};
use super::sink::{Exported, Sink, Tail};

/// Writes an archive.
pub(super) struct Json<W> {
    out: W,
    empty: bool,
}

impl<W: Write> Json<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, empty: true }
    }

    fn field(&mut self, name: &str, value: &impl Serialize) -> io::Result<()> {
        write!(self.out, ",\n\"{name}\": ")?;
        serde_json::to_writer(&mut self.out, value)?;
        Ok(())
    }

    fn list(&mut self, name: &str, values: &[impl Serialize]) -> io::Result<()> {
        write!(self.out, ",\n\"{name}\": [")?;
        self.empty = true;
        values.iter().try_for_each(|value| self.item(value))?;
        self.end_list()
    }

    fn item(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.out.write_all(if self.empty { b"\n" } else { b",\n" })?;
        self.empty = false;
        serde_json::to_writer(&mut self.out, value)?;
        Ok(())
    }

    fn end_list(&mut self) -> io::Result<()> {
        self.out.write_all(if self.empty { b"]" } else { b"\n]" })
    }
}

impl<W: Write> Sink for Json<W> {
    fn head(&mut self, header: &Header, seminars: &[Seminar]) -> io::Result<()> {
        let Header { format, version, server } = header;
        write!(self.out, "{{\n\"format\": ")?;
        serde_json::to_writer(&mut self.out, format)?;
        self.field("version", version)?;
        self.field("server", server)?;
        self.list("seminars", seminars)?;
        write!(self.out, ",\n\"rounds\": [")?;
        self.empty = true;
        Ok(())
    }

    fn round(&mut self, exported: &Exported) -> io::Result<()> {
        self.item(&exported.round)
    }

    fn tail(&mut self, tail: &Tail) -> io::Result<()> {
        self.end_list()?;
        self.list("quotes", &tail.quotes)?;
        self.list("works", &tail.works)?;
        self.list("themes", &tail.themes)?;
        if let Some(until) = &tail.until {
            self.field("until", until)?;
        }
        self.out.write_all(b"\n}\n")?;
        self.out.flush()
    }
}

/// A piece of an archive, in the order of the file.
#[derive(Debug)]
pub(super) enum Piece {
    /// What it is the archive of.
    Header(Header),
    /// Its seminars.
    Seminars(Vec<Seminar>),
    /// One of its rounds.
    Round(Box<Round>),
}

/// Why a piece was not taken, in words for whoever has the file.
pub(super) type Refused = String;

/// Reads an archive and hands on its pieces. Fails at the first that is wrong or is refused, and
/// says on which line.
pub(super) fn read(
    mut file: impl BufRead,
    mut take: impl FnMut(Piece) -> Result<(), Refused>,
) -> Result<(), serde_json::Error> {
    // An editor may have put a byte order mark before it.
    if file.fill_buf().is_ok_and(|start| start.starts_with("\u{feff}".as_bytes())) {
        file.consume("\u{feff}".len());
    }
    let mut json = serde_json::Deserializer::from_reader(file);
    json.deserialize_map(ArchiveVisitor { take: &mut take })?;
    json.end()
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Format,
    Version,
    Server,
    Seminars,
    Rounds,
    Quotes,
    Works,
    Themes,
    Until,
}

struct ArchiveVisitor<'t, T> {
    take: &'t mut T,
}

impl<'de, T: FnMut(Piece) -> Result<(), Refused>> Visitor<'de> for ArchiveVisitor<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an export of the record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let header = header(&mut map)?;
        let take = self.take;
        take(Piece::Header(header)).map_err(A::Error::custom)?;
        let mut rounds = false;
        while let Some(field) = map.next_key::<Field>()? {
            match field {
                Field::Seminars if rounds => {
                    return Err(A::Error::custom("`seminars` must come before `rounds`"));
                }
                Field::Seminars => {
                    take(Piece::Seminars(map.next_value()?)).map_err(A::Error::custom)?;
                }
                Field::Rounds => {
                    rounds = true;
                    map.next_value_seed(Rounds { take: &mut *take })?;
                }
                // What the book says, which need not be put back.
                Field::Quotes | Field::Works | Field::Themes | Field::Until => {
                    map.next_value::<IgnoredAny>()?;
                }
                Field::Format | Field::Version | Field::Server => {
                    return Err(A::Error::custom("the head is there twice"));
                }
            }
        }
        if rounds { Ok(()) } else { Err(A::Error::missing_field("rounds")) }
    }
}

/// The first three fields, which say whether the rest can be read.
fn header<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Header, A::Error> {
    let not_ours = || A::Error::custom("this is no export of Commonplace's record");
    let Some("format") = map.next_key::<String>()?.as_deref() else { return Err(not_ours()) };
    let format: String = map.next_value()?;
    if format != FORMAT {
        return Err(not_ours());
    }
    let Some("version") = map.next_key::<String>()?.as_deref() else {
        return Err(A::Error::missing_field("version"));
    };
    let version: u32 = map.next_value()?;
    if version > VERSION {
        return Err(A::Error::custom(format_args!(
            "it has version {version} of the format, and this program reads up to {VERSION}: take \
             a newer Commonplace"
        )));
    }
    let Some("server") = map.next_key::<String>()?.as_deref() else {
        return Err(A::Error::missing_field("server"));
    };
    Ok(Header { format, version, server: map.next_value()? })
}

struct Rounds<'t, T> {
    take: &'t mut T,
}

impl<'de, T: FnMut(Piece) -> Result<(), Refused>> DeserializeSeed<'de> for Rounds<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: FnMut(Piece) -> Result<(), Refused>> Visitor<'de> for Rounds<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a list of rounds")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rounds: A) -> Result<(), A::Error> {
        while let Some(round) = rounds.next_element()? {
            (self.take)(Piece::Round(Box::new(round))).map_err(A::Error::custom)?;
        }
        Ok(())
    }
}
