//! A daily quote as it is posted.

use std::sync::Arc;

use super::{Button, Card, Effect, Subject, passage, themes_line};
use crate::domain::{Corpus, DeliveryId, PlaceId};

/// Makes the post of a delivery, once its quote is chosen. `late`: it comes after its time.
pub fn daily(
    corpus: Arc<Corpus>,
    place: PlaceId,
    late: bool,
) -> impl FnOnce(DeliveryId, &str) -> Option<Effect> + Send + 'static {
    move |delivery, id| {
        let quote = corpus.quote(id)?;
        let late = if late { " · late today" } else { "" };
        let card = Card::titled("Quote of the day")
            .block(passage(&corpus, quote))
            .footer(format!("{}{late}", themes_line(&corpus, quote)))
            .about(Subject::Delivery(delivery))
            .buttons([
                Button::side("Discuss", format!("discuss quote:{id}")),
                Button::side("Keep", format!("keep quote:{id}")),
            ]);
        Some(Effect::Post { place, card })
    }
}
