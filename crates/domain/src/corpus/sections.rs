//! Checks the sections of a work, and the places that passages say they have in them.

use super::SectionKind;
use super::check::{Check, LONGEST_TITLE};
use super::draft::{SectionDraft, WorkDraft};
use super::read::{At, Field};

impl Check<'_> {
    /// Checks that the sections follow each other without a gap.
    pub(super) fn sections(&mut self, work: &WorkDraft) {
        if work.sections.is_empty() {
            self.say(work.spot, "the work has to have a section, [[section]]");
        }
        let mut before: Option<&SectionDraft> = None;
        for section in &work.sections {
            self.text("the title", &section.title, LONGEST_TITLE);
            let due = match before {
                None => Some((1, 1)),
                Some(before) => before.next(),
            };
            if let (Some((due, _)), Some(number)) = (due, &section.number)
                && number.value != due
            {
                let reason = format!("section {} should have the number {due}", number.value);
                self.say(number.spot, reason);
            }
            if let (Some((_, due)), Some(first)) = (due, &section.first)
                && first.value != due
            {
                let reason = format!("the section should start with paragraph {due}, the next");
                self.say(first.spot, reason);
            }
            if let (Some(first), Some(last)) = (&section.first, &section.last)
                && last.value < first.value
            {
                let reason =
                    format!("the section ends before its first paragraph, {}", first.value);
                self.say(last.spot, reason);
            }
            before = Some(section);
        }
    }

    /// Checks that a passage is in a section whose words are the author's.
    pub(super) fn place(&mut self, work: &WorkDraft, section: &Field<u16>, paragraph: &Field<u16>) {
        let Some(At { value: number, spot }) = section else {
            return;
        };
        let mut sections = work.sections.iter();
        let found = sections
            .find(|section| section.number.as_ref().is_some_and(|found| found.value == *number));
        let Some(found) = found else {
            // It may be one of those whose number could not be read.
            if work.sections.iter().all(|section| section.number.is_some()) {
                self.say(*spot, format!("there is no section {number} in this work"));
            }
            return;
        };
        if found.kind.as_ref().is_some_and(|kind| kind.value == SectionKind::Introduction) {
            let reason = format!(
                "section {number} is an introduction: somebody else's words, never quoted from"
            );
            self.say(*spot, reason);
        }
        if let (Some(first), Some(last), Some(paragraph)) = (&found.first, &found.last, paragraph)
            && !(first.value..=last.value).contains(&paragraph.value)
        {
            let reason = format!(
                "paragraph {} is not in section {number}, which has {} to {}",
                paragraph.value, first.value, last.value
            );
            self.say(paragraph.spot, reason);
        }
    }
}

impl SectionDraft {
    /// The number and the first paragraph of the section after it.
    fn next(&self) -> Option<(u16, u16)> {
        let number = self.number.as_ref()?.value.saturating_add(1);
        Some((number, self.last.as_ref()?.value.saturating_add(1)))
    }
}
