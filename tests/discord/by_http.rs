//! Stories of the other modules once more, with interactions that come by HTTP: a member may notice no
//! difference. `BY_HTTP=1 cargo test --test main discord::` plays all of them so.

use crate::discord::harness::ByHttp;

macro_rules! again {
    ($($module:ident: $($story:ident,)*;)*) => {
        $(mod $module {
            $(#[test]
            fn $story() {
                let _by_http = super::ByHttp::new();
                super::super::$module::$story();
            })*
        })*
    };
}

again! {
    bad_input:
        a_form_with_odd_fields_gives_its_texts_back,
        types_that_we_do_not_know_are_answered,
        what_is_missing_is_missed_aloud,
        huge_nesting_is_answered,
        a_completion_that_cannot_be_read_offers_nothing,
    ;
    commands:
        a_quote_and_its_buttons,
        options_are_completed,
        a_question_is_answered_changed_withdrawn_and_closed,
        several_open_questions_are_chosen_from,
        outside_of_a_server_what_needs_one_says_so,
    ;
    slow:
        an_answer_for_all_is_deferred_and_edited_in,
        a_pressed_message_gets_its_new_face_late,
        a_whisper_never_becomes_public,
    ;
}
