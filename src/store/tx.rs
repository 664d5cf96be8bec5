//! One transaction on one server's data.

use std::ops::{Deref, DerefMut};

use super::signals::AfterCommit;
use super::writer::{Keep, Loan};
use super::{Result, ServerReads};
use domain::ServerId;

/// One transaction on one server's data: its methods write, and everything that can be read of the
/// server can be read in it. See [`super::Store::change`].
#[derive(Debug)]
pub struct ServerTx {
    reads: ServerReads,
    keep: Keep,
    pub(super) after: AfterCommit,
}

impl ServerTx {
    pub(super) fn new(Loan { connection, keep }: Loan, server: ServerId) -> Self {
        let reads = ServerReads::lent(connection, server);
        Self { reads, keep, after: AfterCommit::default() }
    }

    /// Ends the transaction, and answers when it is on the disk.
    pub(super) async fn commit(self) -> Result<()> {
        let Self { reads, keep, after } = self;
        drop(reads);
        keep.commit(after).await
    }
}

impl Deref for ServerTx {
    type Target = ServerReads;

    fn deref(&self) -> &ServerReads {
        &self.reads
    }
}

impl DerefMut for ServerTx {
    fn deref_mut(&mut self) -> &mut ServerReads {
        &mut self.reads
    }
}
