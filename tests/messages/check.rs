//! Holds the uses of messages against the messages, and one language against another.

use std::collections::BTreeSet;

use commonplace::messages::ui::check_markup;

use super::catalog::Messages;
use super::uses::Use;

/// What is wrong between the messages and those who ask for them.
pub(crate) fn problems(messages: &Messages, uses: &[Use]) -> Vec<String> {
    let mut problems = messages.mistakes.clone();
    let mut used = BTreeSet::new();
    for request in uses {
        problems.extend(wrong_use(messages, request));
        used.insert(request.id.clone());
        used.extend(messages.reach(&request.id).refers_to);
    }
    for (id, message) in &messages.by_id {
        let at = &message.at;
        let mistakes = messages.reach(id).mistakes;
        problems.extend(mistakes.iter().map(|mistake| format!("{at}: `{id}` {mistake}")));
        if !used.contains(id) {
            problems.push(format!("{at}: nobody uses `{id}`"));
        }
        let marks = messages.forms(id).iter().find_map(|form| check_markup(form).err());
        problems.extend(marks.map(|error| format!("{at}: `{id}`: {error}")));
    }
    problems
}

fn wrong_use(messages: &Messages, request: &Use) -> Vec<String> {
    let Use { id, arguments, plain, at } = request;
    if !messages.by_id.contains_key(id) {
        return vec![format!("{at}: there is no message `{id}`")];
    }
    let variables = messages.reach(id).variables;
    let mut problems = Vec::new();
    for missing in variables.difference(arguments) {
        problems.push(format!("{at}: `{id}` needs `{missing}`"));
    }
    for idle in arguments.difference(&variables) {
        problems.push(format!("{at}: `{id}` has no `${idle}`"));
    }
    let styled = |form: &String| check_markup(form).is_ok_and(|stretches| stretches > 0);
    if *plain && messages.forms(id).iter().any(styled) {
        problems.push(format!("{at}: the markup of `{id}` is lost in a string"));
    }
    problems
}

/// What is wrong with a translation. A language may leave out what only chooses a variant, and leave
/// other variables out of some forms, but not out of a message, and may have terms of its own.
pub(crate) fn untranslated(language: &str, original: &Messages, other: &Messages) -> Vec<String> {
    let mut problems = other.mistakes.clone();
    for id in original.by_id.keys().filter(|id| !id.starts_with('-')) {
        let Some(message) = other.by_id.get(id) else {
            problems.push(format!("{language}: `{id}` is missing"));
            continue;
        };
        let (original, theirs) = (original.reach(id), other.reach(id).variables);
        let (ours, shown) = (original.variables, original.shown);
        let at = &message.at;
        problems
            .extend(shown.difference(&theirs).map(|it| format!("{at}: `{id}` leaves out `${it}`")));
        problems.extend(theirs.difference(&ours).map(|it| format!("{at}: `{id}` has no `${it}`")));
    }
    for (id, message) in &other.by_id {
        let at = &message.at;
        let reach = other.reach(id);
        problems.extend(reach.mistakes.iter().map(|mistake| format!("{at}: `{id}` {mistake}")));
        // Only translations have names of commands.
        let own = id.starts_with('-') || id.starts_with("names-");
        if !own && !original.by_id.contains_key(id) {
            problems.push(format!("{at}: `{id}` is not in the original"));
        }
        let marks = other.forms(id).iter().find_map(|form| check_markup(form).err());
        problems.extend(marks.map(|error| format!("{at}: `{id}`: {error}")));
    }
    problems
}
