//! Named places where a test can make the store fail. In the program nothing ever does.

#[cfg(test)]
pub(crate) use self::armed::Failpoints;
#[cfg(not(test))]
pub(super) use self::unarmed::Failpoints;

/// A place where the store can be made to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
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
    use std::sync::{Arc, Mutex};

    use super::Location;
    use crate::store::{Error, Result};

    /// What is to fail, and how often that place is still to be passed before.
    #[derive(Clone, Debug, Default)]
    pub(crate) struct Failpoints(Arc<Mutex<Option<(Location, usize)>>>);

    impl Failpoints {
        /// Makes a place fail the `nth` time that it is reached from now on, from 1 on.
        pub(crate) fn fail_nth(&self, location: Location, nth: usize) {
            *self.0.lock().unwrap() = Some((location, nth));
        }

        /// Whether the failure is still to come.
        pub(crate) fn is_armed(&self) -> bool {
            self.0.lock().unwrap().is_some()
        }

        pub(in super::super) fn hit(&self, location: Location) -> Result<()> {
            let mut armed = self.0.lock().unwrap();
            match armed.as_mut() {
                Some((there, 1)) if *there == location => {
                    *armed = None;
                    Err(Error::Unreadable(format!("{location:?}: as the test wants it")))
                }
                Some((there, left)) if *there == location => {
                    *left -= 1;
                    Ok(())
                }
                _ => Ok(()),
            }
        }
    }
}
