//! What goes wrong by order of a test.

use libsqlite3_sys as ffi;

/// What is wrong with the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It has no room for another byte. Half of what did not fit is written.
    Full,
    /// Nothing on it can be changed, as when the system has mounted it read-only after an error.
    ReadOnly,
    /// What was written is not synced.
    Unsynced,
}

/// A call that changes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Create,
    Write,
    Truncate,
    Sync,
    Delete,
}

/// What is to fail.
#[derive(Debug, Default)]
pub(crate) struct Faults(Option<Planned>);

#[derive(Debug)]
struct Planned {
    failure: Failure,
    /// How many calls that could fail go well before, and how many fail then.
    before: usize,
    times: usize,
    happened: bool,
}

impl Faults {
    pub(crate) fn plan(&mut self, failure: Failure, nth: usize, times: usize) {
        let before = nth.saturating_sub(1);
        self.0 = Some(Planned { failure, before, times, happened: false });
    }

    pub(crate) fn mend(&mut self) -> bool {
        self.0.take().is_some_and(|planned| planned.happened)
    }

    /// What a call fails with, if it is to.
    pub(crate) fn hit(&mut self, call: Call) -> Option<i32> {
        let planned = self.0.as_mut()?;
        let code = planned.failure.code(call)?;
        if planned.before > 0 {
            planned.before -= 1;
            return None;
        }
        planned.times = planned.times.checked_sub(1)?;
        planned.happened = true;
        Some(code)
    }
}

impl Failure {
    /// What it makes a call fail with.
    fn code(self, call: Call) -> Option<i32> {
        match (self, call) {
            (Self::Full, Call::Create | Call::Write) => Some(ffi::SQLITE_FULL),
            (Self::ReadOnly, Call::Create) => Some(ffi::SQLITE_CANTOPEN),
            (Self::ReadOnly, Call::Write) => Some(ffi::SQLITE_IOERR_WRITE),
            (Self::ReadOnly, Call::Truncate) => Some(ffi::SQLITE_IOERR_TRUNCATE),
            (Self::ReadOnly, Call::Delete) => Some(ffi::SQLITE_IOERR_DELETE),
            (Self::ReadOnly | Self::Unsynced, Call::Sync) => Some(ffi::SQLITE_IOERR_FSYNC),
            // A full disk still gives room back.
            (Self::Full, Call::Truncate | Call::Sync | Call::Delete) | (Self::Unsynced, _) => None,
        }
    }
}
