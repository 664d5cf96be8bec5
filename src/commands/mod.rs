//! What a member can do. A command is one file and one line in the table below: the line gives its
//! module, its specification, its variant of [`Command`], and whether a button may carry it.
//!
//! A frontend makes an [`Invocation`] of whatever came in, [`Request::typed`] makes a command of it
//! (or [`Request::pressed`], for a button), [`Request::reply_mode`] says beforehand how it answers,
//! and [`run()`] answers.

mod anywhere;
mod autocomplete;
mod ending;
#[cfg(test)]
pub(crate) mod fixture;
mod localized;
#[macro_use]
mod registry;
mod request;
mod run;
#[cfg(test)]
mod tests;

pub use anywhere::ANYWHERE;
pub use autocomplete::suggest;
pub use localized::with_own_names;
pub use registry::{find, find_on_message, known_name, options_of, with_named_option};
pub use request::{Request, texts};
pub use run::{Answered, Outcome, answer, reference, run};

use crate::command::{
    Arguments, CommandError, Context, Invocation, MessageSpec, ReplyMode, Services, Spec, UserError,
};
use crate::messages::Reply;

registry! {
    slash {
        quote { "quote" => Quote(Quote), pressable; }
        kept { "kept" => Kept(Kept), pressable; }
        theme { "theme" => Theme(Theme), pressable; }
        who { "who" => Who(Who), pressable; }
        question { "question" => Question(Question), pressable; }
        answer { "answer" => Answer(GiveAnswer), pressable; }
        answers { "answers" => Answers(Answers), pressable; }
        close { "close" => Close(Close), pressable; }
        seminar {
            "seminar open" => SeminarOpen(Open);
            "seminar agenda" => SeminarAgenda(Agenda), pressable;
            "seminar add" => SeminarAdd(Add), pressable;
            "seminar move" => SeminarMove(Move), pressable;
            "seminar come" => SeminarCome(Come), pressable;
            "seminar calendar" => SeminarCalendar(Calendar), pressable;
            "seminar start" => SeminarStart(Start), pressable;
            "seminar next" => SeminarNext(Next), pressable;
            "seminar notes" => SeminarNotes(Notes), pressable;
            "seminar reveal" => SeminarReveal(Reveal), pressable;
            "seminar status" => SeminarStatus(Status), pressable;
            "seminar close" => SeminarClose(Close), pressable;
            "seminar join" => SeminarJoin(Join), pressable;
            "seminar card" => SeminarSide(Side), pressable;
            "seminar facilitator" => SeminarFacilitator(Facilitator), pressable;
            "seminar recall" => SeminarRecall(Recall), pressable;
            "seminar revisit" => SeminarRevisit(Revisit), pressable;
        }
        statement {
            "statement propose" => StatementPropose(Propose), pressable;
            "statement show" => StatementShow(Show), pressable;
            "statement agree" => StatementAgree(Agree), pressable;
            "statement aside" => StatementAside(Aside), pressable;
            "statement object" => StatementObject(Object), pressable;
            "statement unsay" => StatementUnsay(Retract), pressable;
            "statement objections" => StatementObjections(Objections), pressable;
            "statement edit" => StatementEdit(Edit), pressable;
            "statement changes" => StatementChanges(Changes), pressable;
            "statement drop" => StatementDrop(TakeBack), pressable;
        }
        queue {
            "queue join" => QueueJoin(Join), pressable;
            "queue leave" => QueueLeave(Leave), pressable;
            "queue next" => QueueNext(Next), pressable;
            "queue show" => QueueShow(Show), pressable;
        }
        record { "record" => Record(Record), pressable; }
        export { "export" => Export(Export); }
        daily {
            "daily add" => DailyAdd(Add);
            "daily list" => DailyList(List), pressable;
            "daily preview" => DailyPreview(Preview);
            "daily pause" => DailyPause(Pause), pressable;
            "daily resume" => DailyResume(Resume), pressable;
            "daily skip" => DailySkip(Skip);
            "daily now" => DailyNow(Now);
            "daily repost" => DailyRepost(Repost), pressable;
            "daily stands" => DailyStands(Stands), pressable;
            "daily remove" => DailyRemove(Remove), pressable;
            "daily move" => DailyMove(Rezone), pressable;
        }
        reading {
            "reading add" => ReadingAdd(Add), pressable;
            "reading confirm" => ReadingConfirm(Confirm), pressable;
            "reading list" => ReadingList(List), pressable;
            "reading remove" => ReadingRemove(Remove), pressable;
        }
        moderate {
            "moderate take-down" => ModerateTakeDown(TakeDown), pressable;
            "moderate log" => ModerateLog(Log), pressable;
            "moderate appeal" => ModerateAppeal(AskAgain), pressable;
            "moderate review" => ModerateReview(Review), pressable;
        }
        settings { "settings" => Settings(Settings); }
        panel { "panel" => Panel(Panel), pressable; }
        privacy {
            "privacy show" => PrivacyShow(Show), pressable;
            "privacy export" => PrivacyExport(Export), pressable;
            "privacy erase" => PrivacyErase(Erase), pressable;
        }
        help { "help" => Help(Help), pressable; }
    }
    message {
        record_as_answer {
            "record-as-answer" => RecordAsAnswer(RecordAsAnswer);
            "consent" => Consent(Consent), pressable;
        }
        copy_out { "copy-out" => CopyOut(CopyOut), pressable; }
        ask_about { "ask-about" => AskAbout(AskAbout), pressable; }
        take_down_message { "take-down" => TakeDownMessage(TakeDownMessage); }
    }
    buttons {
        keep {
            "keep" => Keep(Keep), pressable;
            "letgo" => LetGo(LetGo), pressable;
        }
        discuss { "discuss" => Discuss(Discuss), pressable; }
        edit { "edit" => Edit(Edit), pressable; }
        withdraw { "withdraw" => Withdraw(Withdraw), pressable; }
        weigh {
            "weigh" => Weigh(Weigh), pressable;
            "weighed" => Weighed(Weighed), pressable;
        }
        context { "context" => QuoteContext(QuoteContext), pressable; }
        revisit { "revisit" => Revisit(Revisit), pressable; }
        fill { "fill" => Fill(Fill), pressable; }
        add_quote { "add-quote" => AddQuote(AddQuote), pressable; }
    }
}
