//! The way out and the questions that only a frontend can answer, for a server that is all here.

use std::sync::Arc;

use super::names;
use super::stage::{SERVER, Stage};
use crate::commands::{Asked, Attachment, Ping, Port, Standing, Trouble};
use crate::domain::{PlaceId, RoleId, ServerId};
use crate::outbox::{Deed, Outlet, Parcel, Receipt, Refusal};

/// Prints what goes to other places.
pub(super) struct Printed(pub(super) Arc<Stage>);

impl Outlet for Printed {
    async fn publish(&self, parcel: &Parcel) -> Result<Receipt, Refusal> {
        Ok(match &parcel.deed {
            Deed::Post { place, card } => Receipt::Message(self.0.post(*place, card.clone(), None)),
            Deed::Edit { at, card } => {
                self.0.change(*at, card.clone(), false);
                Receipt::Message(*at)
            }
            Deed::Delete { at } => {
                self.0.remove(*at);
                Receipt::Done
            }
            Deed::Thread { under, name } => Receipt::Thread(self.0.open_thread(*under, name)),
            Deed::Direct { member, card } => {
                let here = self.0.asker(None).0;
                Receipt::Message(self.0.post(here, card.clone(), Some(*member)))
            }
            // Nobody follows a channel of the console, and none is closed to us.
            Deed::Announce { .. } | Deed::Look { .. } => Receipt::Done,
        })
    }

    /// What an earlier run printed is no longer on the screen.
    async fn find(&self, _: &Parcel) -> Result<Option<Receipt>, Refusal> {
        Ok(None)
    }
}

/// Every place of the console's server may be written in.
pub(super) struct Open;

impl Port for Open {
    fn place(&self, server: ServerId, place: PlaceId) -> Asked<'_, Option<Standing>> {
        let kind = names::kind(place).filter(|_| server == SERVER);
        Box::pin(async move { kind.map(|kind| Standing { kind, missing: Vec::new() }) })
    }

    fn download(&self, file: Attachment, most: u64) -> Asked<'_, Result<Vec<u8>, Trouble>> {
        let unreadable = |error: std::io::Error| {
            Trouble::refused(format!("{} cannot be read: {error}.", file.at))
        };
        let read = std::fs::metadata(&file.at).map_err(unreadable).and_then(|found| {
            if found.len() > most {
                return Err(Trouble::refused(format!(
                    "{} is larger than {} MB.",
                    file.at,
                    most / 1_000_000
                )));
            }
            std::fs::read(&file.at).map_err(unreadable)
        });
        Box::pin(std::future::ready(read))
    }

    fn role(&self, _: ServerId, _: PlaceId, role: RoleId) -> Asked<'_, Option<Ping>> {
        let ping = Ping { name: names::of_role(role), allowed: true, everyone: false };
        Box::pin(std::future::ready(Some(ping)))
    }
}
