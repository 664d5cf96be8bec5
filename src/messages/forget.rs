//! Takes a member out of what is still to happen.

use super::Effect;
use super::ui::{Block, Card, Span, Text, string};
use domain::MemberId;

impl Effect {
    /// Whether it names a member, or is for them.
    #[must_use]
    pub fn names(&self, member: MemberId) -> bool {
        let meant = match self {
            Self::Thread { asker, .. } => *asker == Some(member),
            Self::Notice { member: told, .. } | Self::Pin { asker: told, .. } => *told == member,
            _ => false,
        };
        let opened = match self {
            Self::Thread { opened, .. } => opened.as_deref(),
            _ => None,
        };
        meant || self.card().or(opened).is_some_and(|card| card.names(member))
    }

    /// The same without a member; `None` if it was for them alone.
    #[must_use]
    pub fn without(mut self, member: MemberId) -> Option<Self> {
        match &mut self {
            Self::Notice { place: None, member: told, .. } if *told == member => return None,
            Self::Notice { member: told, .. } | Self::Pin { asker: told, .. }
                if *told == member =>
            {
                *told = MemberId::NOBODY;
            }
            Self::Thread { asker, opened, .. } => {
                *asker = asker.filter(|asker| *asker != member);
                if let Some(card) = opened {
                    card.forget(member);
                }
            }
            Self::Face { card, .. } => card.forget(member),
            _ => {}
        }
        if let Some(card) = self.card_mut() {
            card.forget(member);
        }
        Some(self)
    }
}

impl Card {
    /// What a message shows, whose words are withdrawn before it is there.
    #[must_use]
    pub fn withdrawn(self) -> Self {
        let said = Self::saying(string!("privacy-words-withdrawn"));
        Self { subject: self.subject, filed: self.filed, ..said }
    }

    fn names(&self, member: MemberId) -> bool {
        let mut card = self.clone();
        let pinged = self.pinged().any(|span| is(span, member));
        pinged || card.spans_mut().any(|span| is(span, member))
    }

    /// Their name goes, and what is said under it.
    fn forget(&mut self, member: MemberId) {
        self.ping = self.ping.take().filter(|span| !is(span, member));
        self.pings.retain(|span| !is(span, member));
        for block in self.blocks.iter_mut().map(Block::alone_mut) {
            if let Block::Said { by: Text(by), text } = block
                && by.iter().any(|span| is(span, member))
            {
                *text = string!("privacy-words-withdrawn");
            }
        }
        for span in self.spans_mut().filter(|span| is(span, member)) {
            *span = Span::Plain(string!("privacy-nobody"));
        }
    }
}

fn is(span: &Span, member: MemberId) -> bool {
    matches!(span, Span::Member { id, .. } if *id == member)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ChannelId;

    const ANA: MemberId = MemberId(7);
    const BEN: MemberId = MemberId(8);

    fn card() -> Card {
        let text = Text::new().member(ANA, "ana").plain(" and ").member(BEN, "ben");
        let ping = Some(Span::Member { id: ANA, name: "ana".to_owned() });
        let said = |id, name: &str| Block::Said {
            by: Text::new().member(id, name),
            text: format!("{name} rules."),
        };
        Card { ping, ..Card::saying(text) }.block(said(ANA, "ana")).block(said(BEN, "ben"))
    }

    #[test]
    fn a_card_that_waits_names_a_member_no_more() {
        let post = Effect::Post { place: ChannelId(1), card: card() };
        assert!(post.names(ANA) && post.names(BEN));
        let post = post.without(ANA).unwrap();
        assert!(!post.names(ANA) && post.names(BEN), "{post:?}");
        assert_eq!(post.card().unwrap().ping, None);
        let written = serde_json::to_string(&post).unwrap();
        assert!(!written.contains("ana") && written.contains("ben rules."), "{written}");
    }

    #[test]
    fn a_word_to_a_member_alone_is_dropped_and_one_in_a_channel_is_not() {
        let notice = |place| Effect::Notice { place, member: BEN, card: Card::saying("Mended.") };
        assert_eq!(notice(None).without(BEN), None);
        let kept = notice(Some(ChannelId(1))).without(BEN).unwrap();
        assert!(!kept.names(BEN));
        assert_eq!(notice(None).without(ANA), Some(notice(None)));
    }
}
