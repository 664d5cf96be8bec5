//! What is held about one person: a copy of it, and its end. A member asks for it with `/privacy`, the
//! operator with `commonplace privacy`. `docs/privacy.md` describes the copy.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::messages::privacy::erased_effects;
use crate::server_corpora::Books;
use crate::store::{self, About, Link, ServerTx, Store};
use domain::erasure::Held;
use domain::{MemberId, RequestId, ServerId};

/// What a copy says it is.
const FORMAT: &str = "commonplace-person";
/// The version of its format.
const VERSION: u32 = 1;

/// What is held about a member in some servers.
#[derive(Clone, Debug, Default)]
pub struct Person(Vec<(ServerId, About)>);

impl Person {
    /// What is held about a member in one server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn in_server(
        store: &Store,
        server: ServerId,
        member: MemberId,
        link: Link,
    ) -> store::Result<Self> {
        let about = store.read(server).held_about(member, link).await?;
        Ok(Self(vec![(server, about)]))
    }

    /// What is held about a member in every server in which there is anything.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn everywhere(store: &Store, member: MemberId, link: Link) -> store::Result<Self> {
        let mut found = Vec::new();
        for server in store.servers_about(member).await? {
            let about = store.read(server).held_about(member, link).await?;
            if !about.is_empty() {
                found.push((server, about));
            }
        }
        Ok(Self(found))
    }

    /// The servers.
    pub fn servers(&self) -> impl Iterator<Item = ServerId> {
        self.0.iter().map(|(server, _)| *server)
    }

    /// How much there is of each kind of which there is anything, over all servers.
    #[must_use]
    pub fn counts(&self) -> Vec<(Held, usize)> {
        let count = |kind: Held| {
            let number = self.0.iter().filter_map(|(_, about)| about.get(&kind)).map(Vec::len);
            (kind, number.sum())
        };
        Held::ALL.into_iter().map(count).filter(|(_, number)| *number > 0).collect()
    }

    /// Whether there are answers without a name.
    #[must_use]
    pub fn has_unnamed_answers(&self) -> bool {
        let answers = self.0.iter().filter_map(|(_, about)| about.get(&Held::Answers));
        answers.flatten().any(|it| it["anonymous"] == json!(true))
    }

    /// All of it as JSON.
    #[must_use]
    pub fn copy(&self, member: MemberId, now: Timestamp) -> Vec<u8> {
        let server = |(server, about): &(ServerId, About)| {
            let mut of_server = Map::new();
            // Outside of servers there is none to name.
            let name = (!server.is_a_members()).then(|| server.to_string());
            of_server.insert("server".to_owned(), json!(name));
            for (kind, rows) in about {
                of_server.insert(kind.name().to_owned(), json!(rows));
            }
            Value::Object(of_server)
        };
        let copy = json!({
            "format": FORMAT,
            "version": VERSION,
            "member": member.to_string(),
            "made_at": now,
            "servers": self.0.iter().map(server).collect::<Vec<_>>(),
        });
        format!("{copy:#}\n").into_bytes()
    }
}

/// Erases a member from a server: from every table, and from every message that shows the group's
/// work. Hands back how many answers went.
///
/// # Errors
/// If the database fails; nothing was erased then.
pub async fn erase(
    books: &Books,
    server: ServerId,
    member: MemberId,
    (request, now): (RequestId, Timestamp),
) -> store::Result<usize> {
    if server.is_a_members() {
        // All of it is theirs.
        books.store().delete_server(server).await?;
        return Ok(0);
    }
    let corpus = books.of(server).await?;
    let erase = async |tx: &mut ServerTx| {
        let erasure = tx.erase_member(member, request, now).await?;
        let language = tx.language().await?;
        let effects = language.sync_scope(|| erased_effects(&corpus, &erasure));
        tx.emit_erased(member, effects, now).await?;
        Ok::<_, store::Error>(erasure.answers())
    };
    books.store().change(server, erase).await
}
