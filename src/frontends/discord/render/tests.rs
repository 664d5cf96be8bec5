//! What a reader sees, and that no card breaks a limit.

use proptest::prelude::*;

use super::*;
use crate::messages::ui::rendered_length;
use crate::messages::{Block, Button, Span, Text, TimeStyle};
use domain::{Address, ChannelId, MemberId, MessageId, RoleId};
use jiff::Timestamp;

const HERE: ServerId = ServerId(7);

fn descriptions(card: &Card) -> Vec<String> {
    let embeds = Message::card(card, HERE).embeds;
    let embeds = embeds.as_array().unwrap().clone();
    embeds.iter().map(|e| e["description"].as_str().unwrap_or("").to_owned()).collect()
}

fn said(text: &str) -> Card {
    Card::default().block(Block::Said { by: "Ana".into(), text: text.to_owned() })
}

fn check(card: &Card) -> Message {
    let message = Message::card(card, HERE);
    let embeds = message.embeds.as_array().unwrap();
    assert!((1..=10).contains(&embeds.len()));
    let long = |value: &Value| value.as_str().map_or(0, length);
    let mut all = 0;
    for embed in embeds {
        assert!(long(&embed["title"]) <= 256);
        assert!(long(&embed["description"]) <= 4096);
        assert!(long(&embed["footer"]["text"]) <= 2048);
        assert!(embed.as_object().unwrap().len() > 1, "an empty embed");
        all += long(&embed["title"]) + long(&embed["description"]) + long(&embed["footer"]["text"]);
    }
    assert!(all <= 6000, "{all}");
    message
}

#[test]
fn a_passage_is_quoted_with_its_source_in_small_print() {
    let card = Card::titled("Power").block(Block::Passage {
        text: "No *one*.\nNobody.".to_owned(),
        source: Text::new().plain("Voline, in ").soft("Anarchism"),
    });
    assert_eq!(descriptions(&card), ["> No \\*one\\*.\n> Nobody.\n-# Voline, in *Anarchism*"]);
}

#[test]
fn what_went_is_struck_out_and_what_came_stands_out() {
    let text = Text::new().plain("Nobody ").struck("~may~ ").added("should ").plain("rule.");
    let shown = r"Nobody ~~\~may\~~~ **should** rule.";
    assert_eq!(descriptions(&Card::saying(text)), [shown]);
}

#[test]
fn an_answer_of_asterisks_is_shown_whole() {
    let stars = "*".repeat(4000);
    let message = check(&said(&stars));
    assert!(message.files.is_empty());
    let shown: String = descriptions(&said(&stars)).concat();
    assert_eq!(shown.matches('*').count(), 4000 + "**Ana**".matches('*').count());
}

#[test]
fn a_long_answer_goes_on_in_the_next_embed() {
    let words = "It was so. ".repeat(450);
    let pages = descriptions(&said(&words));
    assert_eq!(pages.len(), 2);
    let last = pages[0].rsplit(' ').next();
    assert!(matches!(last, Some("It" | "was" | "so.")), "a word is cut: {last:?}");
    assert!(check(&said(&words)).files.is_empty());
}

#[test]
fn what_no_message_holds_is_attached_and_said_so() {
    let words = "`".repeat(4000);
    let message = check(&said(&words));
    assert_eq!(message.files.len(), 1);
    assert!(String::from_utf8(message.files[0].bytes.clone()).unwrap().contains(&words));
    assert!(descriptions(&said(&words)).concat().contains("attached file"));
}

#[test]
fn a_passage_moves_to_the_next_embed_whole() {
    let passage = Block::Passage { text: "p".repeat(500), source: "S".into() };
    let card = Card::saying("t".repeat(3900)).block(passage);
    let pages = descriptions(&card);
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[1], format!("> {}\n-# S", "p".repeat(500)));
}

#[test]
fn only_whom_the_card_names_is_pinged() {
    let mut card = Card::saying("x");
    assert_eq!(
        Message::card(&card, HERE).new_body(false)["allowed_mentions"],
        json!({"parse": []})
    );
    card.ping = Some(Span::Role(domain::RoleId(9)));
    let body = Message::card(&card, HERE).new_body(false);
    assert_eq!(body["allowed_mentions"], json!({"parse": [], "roles": ["9"]}));
    assert_eq!(body["content"], "<@&9>");
}

#[test]
fn styles_that_touch_stay_apart() {
    let text = Text::new().strong("a").soft("b").strong(" c ").plain("d");
    assert_eq!(descriptions(&Card::saying(text)), ["**a**\u{200b}*b* **c** d"]);
}

#[test]
fn a_long_title_is_shown_whole() {
    let pages = descriptions(&Card::titled("w".repeat(300)));
    assert_eq!(pages, [format!("**{}**", "w".repeat(300))]);
}

#[test]
fn controls_keep_within_their_limits() {
    let rows = (0..7).map(|row| {
        (0..3).map(|n| Button::side("l".repeat(99), format!("a b:{row}-{n}"))).collect::<Vec<_>>()
    });
    let card = rows.fold(Card::saying("x"), |card, row| card.buttons(row));
    let card = card.buttons([Button::main("again", "a b:0-0"), Button::main("x", "y".repeat(101))]);
    let body = Message::card(&card, HERE).new_body(false);
    let rows = body["components"].as_array().unwrap();
    assert_eq!(rows.len(), 5);
    assert_eq!(addresses(&body["components"]).len(), 21);
    let label = rows[0]["components"][0]["label"].as_str().unwrap();
    assert_eq!(label.chars().count(), 80);
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "(?s).{0,300}",
        "[*_`\\\\|~ \n]{0,5000}",
        "[a-z ]{0,6000}",
        Just("e\u{301}\u{302}\u{303}".repeat(800)),
        Just(format!("x{}", "\u{301}".repeat(3999))),
        Just("🏴‍☠️".repeat(900)),
        Just("\u{202e}abc ".repeat(600)),
        Just(" ".repeat(4000)),
        Just("\n".repeat(4000)),
    ]
}

fn any_span() -> impl Strategy<Value = Span> {
    let to = Address { place: ChannelId(i64::MIN), message: MessageId(i64::MIN) };
    let words = "(?s)[*_`.1 a\n\u{202e}]{0,9}|.{0,40}";
    prop_oneof![
        words.prop_map(Span::Plain),
        words.prop_map(Span::Strong),
        words.prop_map(Span::Soft),
        words.prop_map(Span::Struck),
        words.prop_map(Span::Added),
        words.prop_map(Span::Code),
        words.prop_map(|name| Span::Member { id: MemberId(i64::MIN), name }),
        words.prop_map(move |words| Span::Message { words, to }),
        Just(Span::When(Timestamp::MIN, TimeStyle::Relative)),
        Just(Span::Channel(ChannelId(i64::MIN))),
        Just(Span::Role(RoleId(i64::MIN))),
    ]
}

fn any_spans() -> impl Strategy<Value = Text> {
    proptest::collection::vec(any_span(), 0..6).prop_map(Text)
}

fn any_block() -> impl Strategy<Value = Block> {
    prop_oneof![
        any_text().prop_map(|text| Block::Text(text.into())),
        any_text().prop_map(|text| Block::Passage { text, source: "S".into() }),
        (any_text(), any_text())
            .prop_map(|(h, t)| Block::Section { heading: h.into(), text: t.into() }),
        any_text().prop_map(|text| Block::Said { by: "B".into(), text }),
        proptest::collection::vec(any_text(), 0..3)
            .prop_map(|lines| Block::List(lines.into_iter().map(Text::from).collect())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_card_breaks_a_limit(
        title in proptest::option::of(any_text()),
        footer in proptest::option::of(any_text()),
        blocks in proptest::collection::vec(any_block(), 0..5),
    ) {
        let card = Card { title, footer, blocks, ..Card::default() };
        let message = check(&card);
        let note = descriptions(&card).concat().contains("attached file");
        prop_assert_eq!(message.files.is_empty(), !note);
    }

    #[test]
    fn no_block_is_longer_than_its_pages_reckon(first in any_spans(), second in any_spans(), block in any_block()) {
        for block in [
            Block::Text(first.clone()),
            Block::Section { heading: first.clone(), text: second.clone() },
            Block::Passage { text: first.words(), source: second.clone() },
            Block::Said { by: first.clone(), text: second.words() },
            Block::List(vec![first, second]),
            block,
        ] {
            let flow = Flow::of(&block, ServerId(i64::MIN), FlowMode::Marked);
            prop_assert!(flow.length() + 2 <= rendered_length(&block), "{block:?}");
        }
    }

    #[test]
    fn what_is_cut_into_pages_is_all_there(text in "[a-zé\u{301} \n]{0,5600}") {
        let shown: String = descriptions(&Card::saying(text.clone())).concat();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let shown = if bare(&text).is_empty() { String::new() } else { bare(&shown) };
        prop_assert_eq!(shown, bare(&text));
    }
}
