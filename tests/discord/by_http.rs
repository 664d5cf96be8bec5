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
    consent:
        the_author_alone_is_pinged_and_says_yes,
    ;
    forms:
        a_form_shows_the_question_and_takes_the_answer_and_the_name,
        a_reading_is_handed_in_with_a_form,
        what_no_form_of_ours_has_is_refused_and_given_back,
    ;
    given_back:
        a_form_whose_round_was_closed_gives_its_text_back,
        a_text_that_is_too_long_for_a_message_comes_back_as_a_file,
    ;
    moderation:
        a_facilitator_takes_an_answer_down_from_its_menu_and_its_author_is_told_alone,
    ;
    panel:
        a_member_without_slash_commands_takes_part,
    ;
    pictures:
        the_summary_and_the_record_bring_a_picture,
    ;
    privacy:
        a_member_erases_themselves_and_the_messages_follow,
        the_data_of_a_server_goes_some_time_after_the_bot_was_removed,
    ;
    readings:
        a_reading_is_added_and_read_in_its_server_alone,
    ;
    servers:
        nothing_of_one_server_shows_in_the_other,
    ;
    traps:
        forged_and_old_buttons_are_refused,
        what_is_delivered_twice_is_done_once,
    ;
    turns:
        an_objection_is_made_with_a_name_or_without,
        a_thread_finds_the_question_of_its_channel,
    ;
    slow:
        an_answer_for_all_is_deferred_and_edited_in,
        a_pressed_message_gets_its_new_face_late,
        a_whisper_never_becomes_public,
    ;
}
