//! The names of commands and options in other languages, as Discord takes them.

use std::collections::{BTreeMap, BTreeSet};

use commonplace::command::{Body, OptionSpec};
use commonplace::commands::{COMMANDS, MESSAGE_COMMANDS};
use commonplace::messages::ui::limits::COMMAND_NAME;
use commonplace::messages::ui::name_id;

use super::catalog::Messages;

/// What is wrong with the names of one language.
pub(crate) fn problems(language: &str, messages: &Messages) -> Vec<String> {
    let mut wanted = Wanted { language, messages, asked: BTreeSet::new(), problems: Vec::new() };
    let mut top = Vec::new();
    for spec in COMMANDS {
        top.push(wanted.name(&name_id(spec.name, None)));
        match &spec.body {
            Body::Options(options) => wanted.options(spec.name, options),
            Body::Subcommands(subcommands) => {
                let command = |name: &str| format!("{} {name}", spec.name);
                let names = subcommands.iter().map(|sub| name_id(&command(sub.name), None));
                let names = names.map(|id| wanted.name(&id)).collect();
                wanted.unique(spec.name, names);
                subcommands.iter().for_each(|sub| wanted.options(&command(sub.name), sub.options));
            }
        }
    }
    wanted.unique("the commands", top);
    let menus = MESSAGE_COMMANDS.iter().map(|spec| wanted.label(&name_id(spec.word, None)));
    let menus = menus.collect();
    wanted.unique("the commands on a message", menus);
    let known = messages.by_id.keys().filter(|id| id.starts_with("names-"));
    let idle = known.filter(|id| !wanted.asked.contains(*id));
    let idle: Vec<String> =
        idle.map(|id| format!("{language}: nothing is called `{id}`")).collect();
    wanted.problems.extend(idle);
    wanted.problems
}

struct Wanted<'a> {
    language: &'a str,
    messages: &'a Messages,
    asked: BTreeSet<String>,
    problems: Vec<String>,
}

impl Wanted<'_> {
    fn options(&mut self, command: &str, options: &[OptionSpec]) {
        let ids = options.iter().map(|option| name_id(command, Some(option.name)));
        let names: Vec<String> = ids.map(|id| self.name(&id)).collect();
        // Discord's rule: nor may one be called as another option is by default.
        for (option, name) in options.iter().zip(&names) {
            if options.iter().any(|other| other.name != option.name && other.name == name) {
                self.wrong(format!("{command}: \"{name}\" is another option by default"));
            }
        }
        self.unique(command, names);
    }

    /// The name under this id, which must be one that can be typed.
    fn name(&mut self, id: &str) -> String {
        let name = self.label(id);
        let fits = |c: char| c.is_alphanumeric() && !c.is_uppercase() || "-_'".contains(c);
        if !name.chars().all(fits) {
            self.wrong(format!("`{id}`: \"{name}\" cannot be a name"));
        }
        name
    }

    fn label(&mut self, id: &str) -> String {
        self.asked.insert(id.to_owned());
        let name = self.messages.forms(id).pop().unwrap_or_default();
        if !(1..=COMMAND_NAME).contains(&name.chars().count()) {
            self.wrong(format!("`{id}`: \"{name}\" is missing, or longer than {COMMAND_NAME}"));
        }
        name
    }

    fn unique(&mut self, of: &str, names: Vec<String>) {
        let mut count: BTreeMap<&String, usize> = BTreeMap::new();
        names.iter().for_each(|name| *count.entry(name).or_default() += 1);
        for (name, _) in count.into_iter().filter(|(_, count)| *count > 1) {
            self.wrong(format!("{of}: two are called \"{name}\""));
        }
    }

    fn wrong(&mut self, problem: String) {
        self.problems.push(format!("{}: {problem}", self.language));
    }
}
