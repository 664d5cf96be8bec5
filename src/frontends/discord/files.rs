//! Fetches what members have attached: from Discord's own hosts alone, and no more than is wanted.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Url};

use crate::command::{Attachment, UserError};
use crate::messages::reading::ReadingError;

/// Where members' files are.
const HOSTS: &[&str] = &["cdn.discordapp.com", "media.discordapp.net"];
/// The longest that a download may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Fetches files. Cheap to clone.
#[derive(Clone)]
pub(super) struct Files {
    /// Made with the first file: most runs fetch none.
    client: Arc<OnceLock<Client>>,
    /// What stands in Discord's place, if anything does: its files are there as well.
    proxy: Option<Url>,
}

impl Files {
    pub(super) fn new(proxy: Option<&str>) -> Self {
        let proxy = proxy.and_then(|base| Url::parse(base).ok());
        Self { client: Arc::default(), proxy }
    }

    fn client(&self) -> reqwest::Result<&Client> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        // A redirect could lead anywhere, the operator's own network included.
        let client = Client::builder().redirect(Policy::none()).timeout(PATIENCE).build()?;
        Ok(self.client.get_or_init(|| client))
    }

    /// The bytes of a file of at most `most` bytes.
    pub(super) async fn fetch(&self, file: &Attachment, most: u64) -> Result<Vec<u8>, UserError> {
        let too_large = || UserError::from(ReadingError::TooLarge(most / 1_000_000));
        let url = Url::parse(&file.at).ok().filter(|url| self.is_theirs(url));
        let url = url.ok_or(UserError::from(ReadingError::NotAnAttachment))?;
        let asked = self.client().map_err(lost)?.get(url).send().await;
        let mut answer = asked.and_then(reqwest::Response::error_for_status).map_err(lost)?;
        if answer.content_length().is_some_and(|length| length > most) {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        while let Some(more) = answer.chunk().await.map_err(lost)? {
            if (bytes.len() + more.len()) as u64 > most {
                return Err(too_large());
            }
            bytes.extend_from_slice(&more);
        }
        Ok(bytes)
    }

    fn is_theirs(&self, url: &Url) -> bool {
        let discords = url.scheme() == "https"
            && url.port().is_none()
            && url.host_str().is_some_and(|host| HOSTS.contains(&host));
        let origin = |url: &Url| url.origin();
        discords || self.proxy.as_ref().is_some_and(|proxy| origin(proxy) == origin(url))
    }
}

fn lost(error: reqwest::Error) -> UserError {
    // The address is signed: who has it has the file.
    tracing::warn!(error = %error.without_url(), "a file could not be fetched");
    ReadingError::NotDownloaded.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_discord_or_its_stand_in_are_fetched() {
        let files = Files::new(Some("http://127.0.0.1:4000/"));
        for (at, theirs) in [
            ("https://cdn.discordapp.com/attachments/1/2/text.txt?ex=1", true),
            ("https://media.discordapp.net/attachments/1/2/text.txt", true),
            ("http://127.0.0.1:4000/attachments/1/2/text.txt", true),
            ("http://cdn.discordapp.com/attachments/1/2/text.txt", false),
            ("https://cdn.discordapp.com:8443/a", false),
            ("https://cdn.discordapp.com.example.org/a", false),
            ("https://cdn.discordapp.com@example.org/a", false),
            ("http://127.0.0.1:4001/a", false),
            ("http://169.254.169.254/latest/meta-data", false),
            ("file:///etc/passwd", false),
        ] {
            assert_eq!(files.is_theirs(&Url::parse(at).unwrap()), theirs, "{at}");
        }
    }
}
