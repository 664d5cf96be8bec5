//! Whose turn it is to speak: one message for all, and what one member sees of it.

mod errors;
mod receipts;

pub use errors::QueueError;
pub use receipts::{joined, left, shown, turn_ended, turn_over};

use super::seminar::{NAMES, lobby, near_talk, private_footer};
use super::ui::{string, text};
use super::{Accent, Block, Button, Card, Effect, Span, Subject, Text};
use domain::seminar::{Asker, SeminarChange};
use domain::{Corpus, MemberId, Round, Seminar};

/// The message that shows everybody who speaks and who comes next.
#[must_use]
pub fn board(seminar: &Seminar) -> Card {
    let id = seminar.number;
    let queue = &seminar.queue;
    let card = Card::titled(string!("queue-title"))
        .accent(Accent::Question)
        .about(Subject::Queue(seminar.id))
        .footer(string!("queue-footer", seminar = id.0))
        .text(speaking(seminar));
    let card = waiting(&queue.waiting).into_iter().fold(card, Card::block);
    let end = queue.speaking.as_ref().map(|speaker| {
        let line = format!("queue next seminar:{id} turn:{}", speaker.turn);
        Button::side(string!("queue-end-turn"), line)
    });
    card.buttons([ask(seminar), leave(seminar)].into_iter().chain(end))
}

/// What a member sees who asks for the queue.
#[must_use]
pub fn queue_for(seminar: &Seminar, member: MemberId) -> Card {
    let queue = &seminar.queue;
    let (speaks, place) = (queue.speaks(member), queue.position(member));
    let text = match (speaks, place) {
        (true, _) => text!("queue-your-turn"),
        (false, Some(place)) => speaking(seminar).plain(" ").then(position(place)),
        (false, None) => speaking(seminar),
    };
    let card = Card::titled(string!("queue-title")).footer(private_footer(seminar)).text(text);
    let card = waiting(&queue.waiting).into_iter().fold(card, Card::block);
    let may_end = speaks || seminar.facilitated_by(member);
    let end = queue.speaking.as_ref().filter(|_| may_end).map(|speaker| {
        let label = if speaks { string!("queue-done") } else { string!("queue-end-turn") };
        Button::main(label, format!("queue next seminar:{} turn:{}", seminar.number, speaker.turn))
    });
    let own = match (speaks, place) {
        (true, _) => None,
        (false, Some(_)) => Some(leave(seminar)),
        (false, None) => Some(ask(seminar)),
    };
    let show = seminar.facilitated_by(member).then(|| {
        let line = format!("queue show seminar:{} board:true", seminar.number);
        Button::side(string!("queue-show-all", shown = queue.board), line)
    });
    card.buttons(end.into_iter().chain(own)).buttons(show)
}

/// The effects of a change of the queue: the board, and the seminar's card if somebody joined.
#[must_use]
pub fn effects(corpus: &Corpus, change: &SeminarChange) -> Vec<Effect> {
    if !change.changed() {
        return Vec::new();
    }
    let (was, now) = (&change.was, &change.now);
    let joined = was.size() != now.size();
    let lobby = joined.then(|| Effect::Edit { card: lobby(corpus, now) });
    let round = change.round.as_ref();
    let board = match (next_speaker(change), was.queue.board) {
        // An edit tells nobody, so the list comes anew.
        (Some(speaker), _) => moved(now, round, Some(speaker)),
        (None, true) => vec![Effect::Edit { card: board(now) }],
        (None, false) => vec![near_talk(now, round, board(now))],
    };
    lobby.into_iter().chain(board).collect()
}

/// Whoever has waited and has the turn now: they may not be looking.
fn next_speaker(change: &SeminarChange) -> Option<Span> {
    let (was, now) = (&change.was.queue, &change.now.queue);
    let speaker = now.speaking.as_ref()?;
    let (id, name) = (speaker.member, speaker.name.clone());
    was.position(id).map(|_| Span::Member { id, name })
}

/// The effects of moving the board to where the group talks.
#[must_use]
pub fn moved_effects(seminar: &Seminar, round: Option<&Round>) -> Vec<Effect> {
    moved(seminar, round, None)
}

fn moved(seminar: &Seminar, round: Option<&Round>, ping: Option<Span>) -> Vec<Effect> {
    let gone = Effect::Delete { subject: Subject::Queue(seminar.id) };
    let gone = seminar.queue.board.then_some(gone);
    let card = Card { ping, ..board(seminar) };
    gone.into_iter().chain([near_talk(seminar, round, card)]).collect()
}

/// "ana is speaking."
fn speaking(seminar: &Seminar) -> Text {
    let speaker = seminar.queue.speaking.as_ref();
    let speaker = speaker.map(|it| Text::new().member(it.member, &it.name));
    text!("queue-speaking", speaker = speaker)
}

/// As which a member comes, counted from 1.
fn position(position: usize) -> Text {
    text!("queue-position", position = position)
}

/// Who comes next, in order.
fn waiting(waiting: &[Asker]) -> Option<Block> {
    if waiting.is_empty() {
        return None;
    }
    let line = |(index, asker): (usize, &Asker)| {
        let name = Text::new().member(asker.member, &asker.name);
        text!("queue-waiting", position = index + 1, name = name, spoken = asker.spoken)
    };
    let more = waiting.len().saturating_sub(NAMES);
    let more = (more > 0).then(|| text!("queue-more", count = more));
    let lines = waiting.iter().take(NAMES).enumerate().map(line).chain(more);
    let text = lines.reduce(|text, line| text.plain("\n").then(line)).unwrap_or_default();
    Some(Block::Section { heading: text!("queue-next"), text })
}

fn ask(seminar: &Seminar) -> Button {
    Button::main(string!("queue-ask"), format!("queue join seminar:{}", seminar.number))
}

fn leave(seminar: &Seminar) -> Button {
    Button::side(string!("queue-leave"), format!("queue leave seminar:{}", seminar.number))
}
