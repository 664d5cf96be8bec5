//! A form, as a modal of text displays and labels.

use serde_json::{Value, json};

use super::super::register::POSTABLE;
use super::flow::{Flow, FlowMode};
use super::label;
use crate::messages::ui::limits::{
    COMPONENTS_LENGTH, FIELD_DESCRIPTION, FIELD_LABEL, FIELD_PLACEHOLDER, FIELD_VALUE, MODAL_PARTS,
    MODAL_TITLE, RADIO_OPTIONS, SELECT_OPTION, SELECT_OPTIONS, UPLOADED_FILES, length,
};
use crate::messages::ui::truncate;
use crate::messages::{
    Block, ChoiceInput, EntitySelect, Field, FieldInput, FileUpload, Form, FormPart, Selectable,
    TextDisplay, TextInput,
};
use domain::ServerId;

const BETWEEN: &str = "\n\n";

/// A form as Discord takes it.
pub(in super::super) fn modal(form: &Form, server: ServerId) -> Value {
    debug_assert!((1..=MODAL_PARTS).contains(&form.parts.len()), "{form:?}");
    let mut room = COMPONENTS_LENGTH;
    let parts = form.parts.iter().take(MODAL_PARTS).filter_map(|part| match part {
        FormPart::TextDisplay(display) => {
            let content = text_display(display, server, room);
            room = room.saturating_sub(length(&content));
            // Discord takes no empty one.
            (!content.is_empty()).then(|| json!({"type": 10, "content": content}))
        }
        FormPart::Field(field) => Some(labelled(field)),
    });
    let parts: Vec<Value> = parts.collect();
    json!({
        "title": label(&form.title, MODAL_TITLE),
        "custom_id": form.submit,
        "components": parts,
    })
}

/// Blocks in at most `room`. What does not fit ends after a block or a word, and says where the
/// rest is.
fn text_display(display: &TextDisplay, server: ServerId, room: usize) -> String {
    let flows: Vec<Flow> = display
        .blocks
        .iter()
        .map(|block| Flow::of(block, server, FlowMode::Marked))
        .filter(|flow| !flow.is_empty())
        .collect();
    let whole = flows.iter().map(Flow::shown).collect::<Vec<_>>().join(BETWEEN);
    if length(&whole) <= room {
        return whole;
    }
    let rest = Flow::of(&Block::Text(display.rest.clone()), server, FlowMode::Marked).shown();
    let mut left = room.saturating_sub(length(&rest) + BETWEEN.len());
    let mut shown = Vec::new();
    for mut flow in flows {
        if flow.length() <= left {
            left = left.saturating_sub(flow.length() + BETWEEN.len());
            shown.push(flow.shown());
            continue;
        }
        // A quote is shown whole or not at all.
        if !flow.whole {
            let part = flow.take(left);
            shown.extend(Some(part.trim_end().to_owned()).filter(|part| !part.is_empty()));
        }
        break;
    }
    shown.push(rest);
    shown.join(BETWEEN)
}

/// A field under its label.
fn labelled(field: &Field) -> Value {
    let id = field.id.as_str();
    let component = match &field.input {
        FieldInput::Text(input) => text_input(id, input),
        FieldInput::Choice(input) => choice(id, input),
        FieldInput::Checkbox { checked } => {
            json!({"type": 23, "custom_id": id, "default": checked})
        }
        FieldInput::FileUpload(input) => file_upload(id, input),
        FieldInput::Select(input) => entity_select(id, *input),
    };
    let mut labelled = json!({
        "type": 18, "label": label(&field.label, FIELD_LABEL), "component": component,
    });
    if let Some(description) = field.description.as_deref().filter(|words| !words.is_empty()) {
        labelled["description"] = json!(label(description, FIELD_DESCRIPTION));
    }
    labelled
}

fn text_input(id: &str, field: &TextInput) -> Value {
    let most = field.length.1.clamp(1, FIELD_VALUE);
    let mut input = json!({
        "type": 4,
        "custom_id": id,
        "style": if field.long { 2 } else { 1 },
        "min_length": field.length.0.min(most),
        "max_length": most,
        "required": field.required,
    });
    if let Some(hint) = field.hint.as_deref().filter(|hint| !hint.is_empty()) {
        input["placeholder"] = json!(label(hint, FIELD_PLACEHOLDER));
    }
    if let Some(value) = field.value.as_deref().filter(|value| !value.is_empty()) {
        // Discord refuses a form whose value is longer than it takes; an answer is never longer.
        input["value"] = json!(truncate(value, usize::from(most)));
    }
    input
}

/// Radio buttons, or a select if there are too many options for them or too few.
fn choice(id: &str, input: &ChoiceInput) -> Value {
    let options = input.options.iter().take(SELECT_OPTIONS).map(|option| {
        let mut shown = json!({
            "value": option.value, "label": label(&option.label, SELECT_OPTION),
        });
        if let Some(words) = option.description.as_deref().filter(|words| !words.is_empty()) {
            shown["description"] = json!(label(words, SELECT_OPTION));
        }
        if input.chosen.as_ref() == Some(&option.value) {
            shown["default"] = json!(true);
        }
        shown
    });
    let radio = RADIO_OPTIONS.contains(&input.options.len());
    json!({
        "type": if radio { 21 } else { 3 },
        "custom_id": id,
        "options": options.collect::<Vec<_>>(),
        "required": input.required,
    })
}

fn file_upload(id: &str, input: &FileUpload) -> Value {
    let mut upload = json!({
        "type": 19,
        "custom_id": id,
        "min_values": u8::from(input.required),
        "max_values": input.most.clamp(1, UPLOADED_FILES),
        "required": input.required,
    });
    if !input.file_types.is_empty() {
        upload["file_types"] = json!(input.file_types);
    }
    upload
}

fn entity_select(id: &str, input: EntitySelect) -> Value {
    let mut select = json!({
        "type": match input.of { Selectable::Role => 6, Selectable::Channel => 8 },
        "custom_id": id,
        "min_values": u8::from(input.required),
        "max_values": 1,
        "required": input.required,
    });
    if input.of == Selectable::Channel {
        select["channel_types"] = json!(POSTABLE);
    }
    select
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{ChoiceOption, Text};

    fn form(parts: Vec<FormPart>) -> Value {
        let (title, submit) = ("A form".to_owned(), "answer round:1".to_owned());
        modal(&Form { title, submit, parts }, ServerId(1))
    }

    fn display(blocks: Vec<Block>) -> FormPart {
        TextDisplay { blocks, rest: "The rest is above.".into() }.into()
    }

    fn said(words: &str) -> Block {
        Block::Said { by: Text::from("Ana"), text: words.to_owned() }
    }

    #[test]
    fn what_a_form_asks_about_is_shown_whole_where_it_fits() {
        let form = form(vec![display(vec![said("Half *a* page."), said("More.")])]);
        let content = form["components"][0]["content"].as_str().unwrap();
        assert_eq!(content, "**Ana**\nHalf \\*a\\* page.\n\n**Ana**\nMore.");
    }

    #[test]
    fn what_does_not_fit_ends_at_a_word_and_says_where_the_rest_is() {
        let passage = Block::Passage { text: "quote ".repeat(300), source: Text::from("Emma") };
        for blocks in [
            vec![said(&"word ".repeat(900)), said("Last.")],
            vec![said(&"word ".repeat(500)), passage, said("Last.")],
            vec![said(&"*".repeat(3_000))],
        ] {
            let form = form(vec![display(blocks)]);
            let content = form["components"][0]["content"].as_str().unwrap();
            assert!(length(content) <= COMPONENTS_LENGTH, "{}", length(content));
            assert!(content.ends_with("\n\nThe rest is above."), "{content}");
            assert!(!content.contains("Last.") && !content.contains("quote"), "{content}");
        }
    }

    #[test]
    fn two_displays_share_the_room() {
        let long = || display(vec![said(&"word ".repeat(600))]);
        let form = form(vec![long(), long()]);
        let parts = form["components"].as_array().unwrap();
        let lengths = parts.iter().map(|part| length(part["content"].as_str().unwrap()));
        assert!(lengths.sum::<usize>() <= COMPONENTS_LENGTH);
    }

    #[test]
    fn two_to_ten_options_are_radio_buttons_and_more_a_select() {
        for (count, kind) in [(1, 3), (2, 21), (10, 21), (11, 3), (25, 3)] {
            let options: Vec<_> = (0..count)
                .map(|it: u8| ChoiceOption::new(&it.to_string(), format!("Option {it}")))
                .collect();
            let field = Field::choice("it", "It".to_owned(), options, Some("0"));
            let form = form(vec![field.into()]);
            let component = &form["components"][0]["component"];
            assert_eq!(component["type"], kind, "{count}");
            assert_eq!(component["options"][0]["default"], true);
            assert_eq!(component["options"].as_array().unwrap().len(), usize::from(count));
        }
    }
}
