//! Whose turn it is to speak: one message for all, and a word to the one who asks.

use super::super::{Accent, Block, Button, Card, Effect, Subject, Text};
use super::{NAMES, in_its_place, lobby};
use domain::seminar::{Asker, SeminarChange};
use domain::{Corpus, MemberId, Round, Seminar};

/// The message that shows everybody who speaks and who comes next.
#[must_use]
pub fn board(seminar: &Seminar) -> Card {
    let id = seminar.id;
    let queue = &seminar.queue;
    let card = Card::titled("Who speaks")
        .accent(Accent::Question)
        .about(Subject::Queue(id))
        .footer(format!("Seminar {id} · who has spoken least comes first, then who asked first"))
        .text(speaks(seminar));
    let card = next(&queue.waiting).into_iter().fold(card, Card::block);
    let ends = queue.speaking.as_ref().map(|speaker| {
        Button::side("Next", format!("queue next seminar:{id} turn:{}", speaker.turn))
    });
    card.buttons(
        [
            Button::main("I want to speak", format!("queue join seminar:{id}")),
            Button::side("Leave the queue", format!("queue leave seminar:{id}")),
        ]
        .into_iter()
        .chain(ends),
    )
}

/// What a member sees who asks for the queue.
#[must_use]
pub fn queue_for(seminar: &Seminar, member: MemberId) -> Card {
    let id = seminar.id;
    let queue = &seminar.queue;
    let card = Card::titled("Who speaks").footer(format!("Seminar {id} · only you see this"));
    let card = match (queue.speaks(member), queue.place(member)) {
        (true, _) => card.text(Text::new().strong("It is your turn.")),
        (false, Some(1)) => card.text(speaks(seminar).plain(" You come next.")),
        (false, Some(place)) => {
            card.text(speaks(seminar).plain(format!(" You come as number {place}.")))
        }
        (false, None) => card.text(speaks(seminar)),
    };
    let card = next(&queue.waiting).into_iter().fold(card, Card::block);
    let leave = Button::side("Leave the queue", format!("queue leave seminar:{id}"));
    let may_end = queue.speaks(member) || seminar.facilitated_by(member);
    let ends = queue.speaking.as_ref().filter(|_| may_end).map(|speaker| {
        let label = if queue.speaks(member) { "I am done" } else { "Next" };
        Button::main(label, format!("queue next seminar:{id} turn:{}", speaker.turn))
    });
    let asks = !queue.speaks(member) && queue.place(member).is_none();
    let own = if asks {
        Some(Button::main("I want to speak", format!("queue join seminar:{id}")))
    } else {
        queue.place(member).map(|_| leave)
    };
    let board = seminar.facilitated_by(member).then(|| {
        let label = if queue.board { "Bring the board down here" } else { "Put up the board" };
        Button::side(label, format!("queue show seminar:{id} board:true"))
    });
    card.buttons(ends.into_iter().chain(own)).buttons(board)
}

/// What a change of the queue calls for: the board, and the seminar's card if somebody joined.
#[must_use]
pub fn turned(corpus: &Corpus, step: &SeminarChange) -> Vec<Effect> {
    let (was, now) = (&step.was, &step.now);
    let mut effects = Vec::new();
    if was.size() != now.size() {
        effects.push(Effect::Edit { card: lobby(corpus, now) });
    }
    if was.queue.board {
        effects.push(Effect::Edit { card: board(now) });
    } else {
        effects.push(in_its_place(now, step.round.as_ref(), board(now)));
    }
    effects
}

/// What brings the board to where the talk is.
#[must_use]
pub fn moved(seminar: &Seminar, round: Option<&Round>) -> Vec<Effect> {
    let gone = Effect::Delete { subject: Subject::Queue(seminar.id) };
    let gone = seminar.queue.board.then_some(gone);
    gone.into_iter().chain([in_its_place(seminar, round, board(seminar))]).collect()
}

/// "ana speaks."
#[must_use]
pub fn speaks(seminar: &Seminar) -> Text {
    match &seminar.queue.speaking {
        Some(speaker) => Text::new().member(speaker.member, &speaker.name).plain(" speaks."),
        None => Text::new().strong("Nobody speaks now.").plain(" Who asks has the turn."),
    }
}

/// Who comes next, in order.
fn next(waiting: &[Asker]) -> Option<Block> {
    let mut text = Text::new();
    for (place, asker) in waiting.iter().take(NAMES).enumerate() {
        let comma = if place == 0 { "" } else { "\n" };
        text = text.plain(format!("{comma}{}. ", place + 1)).member(asker.member, &asker.name);
        text = match asker.spoken {
            0 => text,
            1 => text.soft(" · has spoken once"),
            times => text.soft(format!(" · has spoken {times} times")),
        };
    }
    if waiting.len() > NAMES {
        text = text.plain(format!("\nand {} more", waiting.len() - NAMES));
    }
    let heading = Text::from("Next");
    (!waiting.is_empty()).then_some(Block::Section { heading, text })
}
