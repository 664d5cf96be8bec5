//! Takes the options of a [`Invocation`] one by one, each as what it should be.

use super::Expected;
use std::str::FromStr;

use super::spec::OptionSpec;
use super::{Attachment, FieldValue, Invocation, TargetMessage, UserError, Value};
use domain::{ChannelId, MemberId, RoleId, nearest};

/// The options and fields that have not been taken yet.
#[derive(Debug)]
pub(crate) struct Arguments {
    line: Invocation,
}

impl Arguments {
    pub(crate) fn new(line: Invocation) -> Self {
        Self { line }
    }

    /// The text of an option, or `None` if it was left out or is blank.
    pub(crate) fn text(&mut self, option: &str) -> Option<String> {
        let text = shown(self.line.options.remove(option)?);
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// An option that the command needs.
    pub(crate) fn needed(&mut self, option: &str) -> Result<String, UserError> {
        self.text(option).ok_or_else(|| UserError::Missing { option: option.to_owned() })
    }

    /// Yes or no; no if it was left out.
    pub(crate) fn flag(&mut self, option: &str) -> Result<bool, UserError> {
        Ok(self.choice(option)?.unwrap_or(false))
    }

    /// Yes or no, if either was said.
    pub(crate) fn choice(&mut self, option: &str) -> Result<Option<bool>, UserError> {
        let Some(text) = self.text(option) else {
            return Ok(None);
        };
        match text.to_lowercase().as_str() {
            "true" | "yes" | "y" => Ok(Some(true)),
            "false" | "no" | "n" => Ok(Some(false)),
            _ => Err(bad(option, Expected::YesOrNo, text)),
        }
    }

    /// A number, or an id that is a number.
    pub(crate) fn number<T: FromStr>(&mut self, option: &str) -> Result<Option<T>, UserError> {
        self.parsed(option, Expected::WholeNumber)
    }

    /// A whole number between two bounds.
    pub(crate) fn within<T: TryFrom<i64>>(
        &mut self,
        option: &str,
        least: i64,
        most: i64,
    ) -> Result<Option<T>, UserError> {
        let Some(number) = self.number::<i64>(option)? else { return Ok(None) };
        let fits = (least..=most).contains(&number).then(|| T::try_from(number).ok()).flatten();
        let wanted = Expected::Between(least, most);
        fits.map(Some).ok_or_else(|| bad(option, wanted, number.to_string()))
    }

    /// A channel or thread; `<#…>` and `#…` are read as well.
    pub(crate) fn place(&mut self, option: &str) -> Result<Option<ChannelId>, UserError> {
        self.mention(option, Expected::Channel, &['<', '#', '>'])
    }

    /// A role; `<@&…>` and `@…` are read as well.
    pub(crate) fn role(&mut self, option: &str) -> Result<Option<RoleId>, UserError> {
        self.mention(option, Expected::Role, &['<', '@', '&', '>'])
    }

    /// A person of this server, with the name they go by, as far as that came with the command;
    /// `<@…>` is read as well. No bot is one.
    pub(crate) fn member(
        &mut self,
        option: &str,
    ) -> Result<Option<(MemberId, Option<String>)>, UserError> {
        if let Some(Value::Member { id, name, bot }) = self.line.options.get(option) {
            if *bot {
                let (option, name) = (option.to_owned(), name.clone());
                return Err(UserError::IsBot { option, name });
            }
            let member = (*id, Some(name.clone()));
            self.line.options.remove(option);
            return Ok(Some(member));
        }
        let id = self.mention(option, Expected::Member, &['<', '@', '!', '>'])?;
        Ok(id.map(|id| (id, None)))
    }

    /// The message that the command was used on.
    pub(crate) fn message(&mut self, option: &str) -> Result<TargetMessage, UserError> {
        match self.line.options.remove(option) {
            Some(Value::Message(message)) => Ok(message),
            Some(other) => Err(bad(option, Expected::MessageNumber, shown(other))),
            None => Err(UserError::Missing { option: option.to_owned() }),
        }
    }

    /// A file that came with the command, if one did.
    pub(crate) fn file(&mut self, option: &str) -> Result<Option<Attachment>, UserError> {
        match self.line.options.remove(option) {
            None => Ok(None),
            Some(Value::File(file)) => Ok(Some(file)),
            Some(other) => Err(bad(option, Expected::File, shown(other))),
        }
    }

    /// What was written into a field of a form, as it was written.
    pub(crate) fn written(&mut self, field: &str) -> Result<Option<String>, UserError> {
        match self.line.fields.remove(field) {
            None => Ok(None),
            Some(FieldValue::Text(text)) => Ok(Some(text)),
            Some(_) => Err(UserError::StaleForm),
        }
    }

    /// What was written into a field that now has another type: its form was opened before that.
    pub(crate) fn written_as_before(&mut self, field: &str) -> Option<String> {
        match self.line.fields.get(field) {
            Some(FieldValue::Text(_)) => self.written(field).ok().flatten(),
            _ => None,
        }
    }

    /// What a member wrote, in a form or as an option.
    pub(crate) fn prose(&mut self, name: &str) -> Result<Option<String>, UserError> {
        let option = self.text(name);
        Ok(self.written(name)?.or(option))
    }

    /// What was chosen in a menu, or in a field of a form.
    pub(crate) fn chosen(&mut self, field: &str) -> Result<Option<String>, UserError> {
        match self.line.fields.remove(field) {
            None => Ok(None),
            Some(FieldValue::Choices(mut values)) if values.len() < 2 => Ok(values.pop()),
            Some(_) => Err(UserError::StaleForm),
        }
    }

    /// The same, read as something; what cannot be read as that is no option of the field.
    pub(crate) fn chosen_as<T>(
        &mut self,
        field: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, UserError> {
        let chosen = self.chosen(field)?;
        chosen.map(|value| read(&value).ok_or(UserError::StaleForm)).transpose()
    }

    /// Whether a box of a form is checked.
    pub(crate) fn checked(&mut self, field: &str) -> Result<Option<bool>, UserError> {
        match self.line.fields.remove(field) {
            None => Ok(None),
            Some(FieldValue::Flag(checked)) => Ok(Some(checked)),
            Some(_) => Err(UserError::StaleForm),
        }
    }

    /// The file that was uploaded in a form.
    pub(crate) fn uploaded(&mut self, field: &str) -> Result<Option<Attachment>, UserError> {
        match self.line.fields.remove(field) {
            None => Ok(None),
            Some(FieldValue::Files(mut files)) if files.len() < 2 => Ok(files.pop()),
            Some(_) => Err(UserError::StaleForm),
        }
    }

    /// Refuses what is left over.
    pub(crate) fn finish(self, known: &[OptionSpec]) -> Result<(), UserError> {
        if !self.line.fields.is_empty() {
            return Err(UserError::StaleForm);
        }
        let Some(given) = self.line.options.into_keys().next() else {
            return Ok(());
        };
        let near = nearest(&given, known.iter().map(|option| option.name)).map(str::to_owned);
        Err(UserError::NoOption { command: self.line.name, given, near })
    }

    fn mention<T: FromStr>(
        &mut self,
        option: &str,
        wanted: Expected,
        marks: &[char],
    ) -> Result<Option<T>, UserError> {
        let Some(text) = self.text(option) else {
            return Ok(None);
        };
        match text.trim_matches(marks).parse() {
            Ok(id) => Ok(Some(id)),
            Err(_) => Err(bad(option, wanted, text)),
        }
    }

    fn parsed<T: FromStr>(
        &mut self,
        option: &str,
        wanted: Expected,
    ) -> Result<Option<T>, UserError> {
        let Some(text) = self.text(option) else {
            return Ok(None);
        };
        text.parse().map(Some).map_err(|_| bad(option, wanted, text))
    }
}

/// A value as a member could have typed it.
fn shown(value: Value) -> String {
    match value {
        Value::Text(text) => text,
        Value::Integer(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Channel(place) => place.to_string(),
        Value::Role(role) => role.to_string(),
        Value::Member { id, .. } => id.to_string(),
        Value::File(file) => file.name,
        Value::Message(message) => message.text,
    }
}

fn bad(option: &str, wanted: Expected, given: String) -> UserError {
    UserError::BadValue { option: option.to_owned(), wanted, given }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_of_the_type_that_the_form_gave_it() {
        let files = || FieldValue::Files(Vec::new());
        let one = || FieldValue::Choices(vec!["a".to_owned()]);
        let two = || FieldValue::Choices(vec!["a".to_owned(), "b".to_owned()]);
        let of = |value: FieldValue| Arguments::new(Invocation::default().field("it", value));
        let text = || FieldValue::Text("a".to_owned());
        let stale = UserError::StaleForm;
        assert_eq!(of(text()).written("it"), Ok(Some("a".to_owned())));
        assert_eq!(of(one()).written("it"), Err(stale.clone()));
        assert_eq!(of(one()).chosen("it"), Ok(Some("a".to_owned())));
        assert_eq!(of(FieldValue::Choices(Vec::new())).chosen("it"), Ok(None));
        for wrong in [two(), text(), FieldValue::Flag(true), files()] {
            assert_eq!(of(wrong).chosen("it"), Err(stale.clone()));
        }
        let a = |value: &str| (value == "a").then_some(1);
        assert_eq!(of(one()).chosen_as("it", a), Ok(Some(1)));
        assert_eq!(
            of(FieldValue::Choices(vec!["c".to_owned()])).chosen_as("it", a),
            Err(stale.clone())
        );
        assert_eq!(of(FieldValue::Flag(true)).checked("it"), Ok(Some(true)));
        assert_eq!(of(text()).checked("it"), Err(stale.clone()));
        assert_eq!(of(files()).uploaded("it"), Ok(None));
        assert_eq!(of(text()).uploaded("it"), Err(stale.clone()));
        // A field that the form does not have.
        assert_eq!(of(text()).finish(&[]), Err(stale));
        assert_eq!(of(text()).written("other"), Ok(None));
    }

    fn of(value: Value) -> Arguments {
        Arguments::new(Invocation::default().with("member", value))
    }

    #[test]
    fn yes_and_no_are_understood_as_they_are_typed() {
        let read = |text: &str| of(Value::Text(text.to_owned())).choice("member");
        for yes in ["true", "yes", "Y"] {
            assert_eq!(read(yes), Ok(Some(true)), "{yes}");
        }
        for no in ["false", "No", "n"] {
            assert_eq!(read(no), Ok(Some(false)), "{no}");
        }
        assert!(read("perhaps").is_err());
    }

    #[test]
    fn a_member_is_a_person_of_this_server() {
        let ana = |bot| Value::Member { id: MemberId(5), name: "Ana".to_owned(), bot };
        let known = of(ana(false)).member("member").unwrap();
        assert_eq!(known, Some((MemberId(5), Some("Ana".to_owned()))));
        let bot = of(ana(true)).member("member").unwrap_err().to_string();
        assert_eq!(bot, "Ana is a bot; member: takes a person.");
        for text in ["5", "<@5>", "<@!5>"] {
            let read = of(Value::Text(text.to_owned())).member("member").unwrap();
            assert_eq!(read, Some((MemberId(5), None)), "{text}");
        }
        assert_eq!(of(Value::Text(" ".to_owned())).member("member").unwrap(), None);
        let wrong = of(Value::Text("ana".to_owned())).member("member").unwrap_err().to_string();
        assert!(wrong.contains("takes a member of this server"), "{wrong}");
    }
}
