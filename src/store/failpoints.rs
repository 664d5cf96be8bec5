//! Named places where a test can make the store fail. In the program nothing ever does.

#[cfg(test)]
pub(crate) use self::armed::Failpoints;
#[cfg(not(test))]
pub(super) use self::unarmed::Failpoints;

/// A place where the store can be made to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Location {
    /// Before a statement about one server's rows, or within a transaction.
    Statement,
    /// Before a transaction begins.
    Begin,
    /// After a change was written, before it is kept.
    Change,
    /// After jobs were claimed, before that is kept.
    Claim,
    /// After a job was confirmed, with what follows from it, before that is kept.
    Confirm,
    /// Before a transaction is committed.
    Commit,
}

#[cfg(not(test))]
mod unarmed {
    use super::Location;
    use crate::store::Result;

    #[derive(Clone, Debug, Default)]
    pub(in super::super) struct Failpoints(());

    impl Failpoints {
        pub(in super::super) fn hit(&self, _: Location) -> Result<()> {
            Ok(())
        }
    }
}

#[cfg(test)]
mod armed {
    use std::collections::HashMap;
    use std::sync::{Arc, Mutex, MutexGuard};

    use super::Location;
    use crate::store::{Error, Result};

    /// What is to fail, and what was passed so far.
    #[derive(Clone, Debug, Default)]
    pub(crate) struct Failpoints(Arc<Mutex<Plan>>);

    #[derive(Debug, Default)]
    struct Plan {
        /// The places that are to fail, and how often each is still to be passed until then.
        armed: Vec<Armed>,
        passed: HashMap<Location, usize>,
    }

    #[derive(Debug)]
    struct Armed {
        location: Location,
        left: usize,
        error: Error,
    }

    impl Failpoints {
        /// Makes a place fail the `nth` time that it is reached from now on, from 1 on.
        pub(crate) fn fail_nth(&self, location: Location, nth: usize) {
            let error = Error::Unreadable(format!("{location:?}: as the test wants it"));
            self.fail_nth_with(location, nth, error);
        }

        /// The same with an error of the test's choice.
        pub(crate) fn fail_nth_with(&self, location: Location, nth: usize, error: Error) {
            self.plan().armed.push(Armed { location, left: nth, error });
        }

        /// Whether a failure is still to come.
        pub(crate) fn is_armed(&self) -> bool {
            !self.plan().armed.is_empty()
        }

        /// The places whose failure is still to come.
        pub(crate) fn armed(&self) -> Vec<Location> {
            self.plan().armed.iter().map(|it| it.location).collect()
        }

        /// Takes back what is still to come.
        pub(crate) fn disarm(&self) {
            self.plan().armed.clear();
        }

        /// How often a place was reached.
        pub(crate) fn passed(&self, location: Location) -> usize {
            self.plan().passed.get(&location).copied().unwrap_or_default()
        }

        pub(in super::super) fn hit(&self, location: Location) -> Result<()> {
            let mut plan = self.plan();
            *plan.passed.entry(location).or_default() += 1;
            let Some(at) = plan.armed.iter().position(|it| it.location == location) else {
                return Ok(());
            };
            plan.armed[at].left -= 1;
            match plan.armed[at].left {
                0 => Err(plan.armed.remove(at).error),
                _ => Ok(()),
            }
        }

        fn plan(&self) -> MutexGuard<'_, Plan> {
            self.0.lock().unwrap()
        }
    }
}
