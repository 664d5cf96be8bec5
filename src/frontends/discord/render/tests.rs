//! What a reader sees, and that no card breaks a limit.

use proptest::prelude::*;

use super::flow::{Flow, FlowMode};
use super::*;
use crate::messages::ui::limits::{COMPONENTS, COMPONENTS_LENGTH, length};
use crate::messages::ui::rendered_length;
use crate::messages::{Block, Button, Span, Text, TimeStyle};
use domain::{Address, ChannelId, MemberId, MessageId, RoleId};
use jiff::Timestamp;

const HERE: ServerId = ServerId(7);

/// The texts of a card, one for each text display.
fn texts(card: &Card) -> Vec<String> {
    let mut texts = Vec::new();
    controls::walk(&json!(Message::card(card, HERE).components), &mut |component| {
        texts.extend(component["content"].as_str().map(str::to_owned));
    });
    texts
}

fn said(text: &str) -> Card {
    Card::default().block(Block::Said { by: "Ana".into(), text: text.to_owned() })
}

/// Holds what a card is rendered to to what Discord takes.
fn check(card: &Card) -> Message {
    let message = Message::card(card, HERE);
    let files: Vec<&str> = message.files.iter().map(|file| file.name.as_str()).collect();
    if let Err(refused) = standin::check_message(&message.new_body(true), &files) {
        panic!("{refused}: {:?}", refused.errors);
    }
    // Clients count in UTF-16, and servers in code points.
    assert!(texts(card).iter().map(|text| length(text)).sum::<usize>() <= COMPONENTS_LENGTH);
    message
}

#[test]
fn a_passage_is_quoted_with_its_source_in_small_print() {
    let card = Card::titled("Power").block(Block::Passage {
        text: "No *one*.\nNobody.".to_owned(),
        source: Text::new().plain("Voline, in ").soft("Anarchism"),
    });
    let shown = "> No \\*one\\*.\n> Nobody.\n-# Voline, in *Anarchism*";
    assert_eq!(texts(&card), ["### Power", shown]);
}

#[test]
fn what_went_is_struck_out_and_what_came_stands_out() {
    let text = Text::new().plain("Nobody ").struck("~may~ ").added("should ").plain("rule.");
    let shown = r"Nobody ~~\~may\~~~ **should** rule.";
    assert_eq!(texts(&Card::saying(text)), [shown]);
}

#[test]
fn a_card_is_a_container_of_title_texts_small_print_and_controls() {
    let row = Button::side("Change", "agenda change:1");
    let card = Card::titled("On *power*")
        .text("What is it?")
        .row(Block::Text("1. Who rules?".into()), row)
        .footer("Round 1")
        .buttons([Button::main("Answer", "answer round:1")]);
    assert_eq!(
        json!(Message::card(&card, HERE).components),
        json!([{"type": 17, "accent_color": 0x8a_6d3b, "components": [
            {"type": 10, "content": "### On \\*power\\*"},
            {"type": 10, "content": "What is it?"},
            {
                "type": 9,
                "components": [{"type": 10, "content": "1\\. Who rules?"}],
                "accessory": {
                    "type": 2, "style": 2, "label": "Change", "custom_id": "agenda change:1"
                },
            },
            {"type": 10, "content": "-# Round 1"},
            {"type": 1, "components": [
                {"type": 2, "style": 1, "label": "Answer", "custom_id": "answer round:1"}
            ]},
        ]}])
    );
}

#[test]
fn an_answer_of_asterisks_is_shown_whole() {
    let stars = "*".repeat(3900);
    let message = check(&said(&stars));
    assert!(message.files.is_empty());
    let shown: String = texts(&said(&stars)).concat();
    assert_eq!(shown.matches('*').count(), 3900 + "**Ana**".matches('*').count());
}

#[test]
fn what_no_message_holds_is_attached_and_said_so() {
    for words in ["`".repeat(4000), "It was so. ".repeat(400)] {
        let message = check(&said(&words));
        assert_eq!(message.files.len(), 1);
        assert!(String::from_utf8(message.files[0].bytes.clone()).unwrap().contains(&words));
        assert!(texts(&said(&words)).concat().contains("attached file"));
        let shown = texts(&said(&words)).remove(0);
        let last = shown.rsplit(' ').next().unwrap();
        assert!(last.ends_with('`') || ["It", "was", "so."].contains(&last), "{last}");
    }
}

#[test]
fn a_passage_that_does_not_fit_is_not_cut() {
    let passage = Block::Passage { text: "p".repeat(500), source: "S".into() };
    let card = Card::saying("t".repeat(3900)).block(passage);
    let shown = texts(&card).concat();
    assert!(check(&card).files.len() == 1 && !shown.contains('p'), "{shown}");
}

#[test]
fn where_components_are_scarce_texts_are_joined_and_then_buttons_move_under_them() {
    let row = |number: usize| (Block::Text(format!("Row {number}").into()), number);
    let rows = (0..15).map(row).fold(Card::titled("Rows"), |card, (block, number)| {
        card.text("Between.").row(block, Button::side("Open", format!("open round:{number}")))
    });
    check(&rows);
    let shown = json!(Message::card(&rows, HERE).components);
    assert_eq!(addresses(&shown).len(), 15, "each is there");
    let mut count = 0;
    controls::walk(&shown, &mut |_| count += 1);
    assert!((30..=COMPONENTS).contains(&count), "{count}");
    let first = &shown[0]["components"];
    assert_eq!(first[0]["content"], "### Rows\n\nBetween.");
    assert_eq!(first[1]["accessory"]["custom_id"], "open round:0");
    let all = texts(&rows).concat();
    for number in 0..15 {
        assert!(all.contains(&format!("Row {number}")), "{all}");
    }
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
    assert_eq!(body["components"][0], json!({"type": 10, "content": "<@&9>"}));
    assert_eq!(body["components"][1]["type"], 17);
}

#[test]
fn an_edit_leaves_nothing_of_a_message_of_embeds() {
    let body = Message::card(&Card::saying("x"), HERE).edit_body();
    let left = [&body["flags"], &body["content"], &body["embeds"], &body["attachments"]];
    assert_eq!(left, [&json!(1 << 15), &Value::Null, &json!([]), &json!([])]);
}

#[test]
fn a_message_of_embeds_is_known_by_its_words() {
    let card = Card::titled("Power").text("Who rules?").text("Nobody.").footer("Round 1");
    let old = json!({"content": "", "embeds": [{
        "title": "Power", "description": "Who rules?\n\nNobody.", "footer": {"text": "Round 1"},
    }]});
    assert_eq!(words(&old), words(&Message::card(&card, HERE).new_body(false)));
    let other = Message::card(&Card::titled("Power"), HERE).new_body(false);
    assert_ne!(words(&old), words(&other));
}

#[test]
fn styles_that_touch_stay_apart() {
    let text = Text::new().strong("a").soft("b").strong(" c ").plain("d");
    assert_eq!(texts(&Card::saying(text)), ["**a**\u{200b}*b* **c** d"]);
}

#[test]
fn a_long_title_is_shown_whole() {
    let shown = texts(&Card::titled("w".repeat(300)));
    assert_eq!(shown, [format!("**{}**", "w".repeat(300))]);
}

#[test]
fn controls_keep_within_their_limits() {
    let rows = (0..7).map(|row| {
        (0..3).map(|n| Button::side("l".repeat(99), format!("a b:{row}-{n}"))).collect::<Vec<_>>()
    });
    let card = rows.fold(Card::saying("x"), |card, row| card.buttons(row));
    let card = card.buttons([Button::main("again", "a b:0-0"), Button::main("x", "y".repeat(101))]);
    let card = card.buttons([Button::main("last", "a b:last")]);
    check(&card);
    let components = json!(Message::card(&card, HERE).components);
    let inner = components[0]["components"].as_array().unwrap();
    let rows: Vec<&Value> = inner.iter().filter(|it| it["type"] == 1).collect();
    assert_eq!(rows.len(), 5, "short rows are filled up");
    assert_eq!(addresses(&components).len(), 22);
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

/// Blocks with a button beside them, or without one; and buttons under them: up to 30 in all.
fn any_controls() -> impl Strategy<Value = (Vec<bool>, Vec<usize>)> {
    (proptest::collection::vec(any::<bool>(), 5), proptest::collection::vec(0_usize..6, 0..6))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_card_is_taken_and_every_word_and_button_of_it_is_there(
        title in proptest::option::of(any_text()),
        footer in proptest::option::of(any_text()),
        blocks in proptest::collection::vec(any_block(), 0..5),
        (beside, under) in any_controls(),
        ping in any::<bool>(),
    ) {
        let mut card = Card { title, footer, ..Card::default() };
        for ((number, block), beside) in blocks.into_iter().enumerate().zip(beside) {
            let button = || Button::side("Open", format!("open round:{number}"));
            card = if beside { card.row(block, button()) } else { card.block(block) };
        }
        for (row, buttons) in under.into_iter().enumerate() {
            let button = |at| Button::side("Do", format!("open round:{row} part:{at}"));
            card = card.buttons((0..buttons).map(button));
        }
        card.ping = ping.then_some(Span::Role(RoleId(9)));
        let message = check(&card);
        prop_assert!(addresses(&json!(message.components)).len() == card.all_buttons().count());
        let bare = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).collect()
        };
        let shown = bare(&texts(&card).concat());
        let attached = message.files.first().map(|file| String::from_utf8_lossy(&file.bytes));
        let whole = attached.map_or(shown, |file| bare(&file));
        for words in card.blocks.iter().map(|block| plain::text(&Card::default().block(block.clone()))) {
            prop_assert!(whole.contains(&bare(&words)), "{words:?}");
        }
        let note = texts(&card).concat().contains("attached file");
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
}
