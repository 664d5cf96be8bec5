//! Imports beside other work: a book takes seconds, and nobody waits for them but who asked.

use super::{Given, Head, Imported, Options, Refusal, import};
use domain::Theme;

/// Imports on a thread of its own. `None` if the import broke off, which the log has.
pub async fn import_apart(
    name: String,
    bytes: Vec<u8>,
    themes: Vec<Theme>,
    said: Head,
) -> Option<Result<Imported, Refusal>> {
    let work = tokio::task::spawn_blocking(move || {
        let options = Options { themes: &themes, said: Some(&said), ..Options::default() };
        import(&Given { name: &name, bytes: &bytes }, &options)
    });
    work.await.ok()
}
