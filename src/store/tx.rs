//! Transactions: on one server's data, and on that of all servers.

use std::ops::{Deref, DerefMut};

use sqlx::SqlSafeStr;

use super::reads::{Shared, Statement};
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

/// One transaction for work that no server asks for: claims, sweeps, what Discord has of us. What
/// it writes about one server it writes through [`AllServersTx::of`].
#[derive(Debug)]
pub(super) struct AllServersTx(ServerTx);

impl ServerTx {
    pub(super) fn new(loan: Loan, shared: Shared, server: ServerId) -> Self {
        let Loan { connection, keep, failpoints } = loan;
        let reads = ServerReads::lent(connection, shared, server, failpoints);
        Self { reads, keep, after: AfterCommit::default() }
    }

    /// Ends the transaction, and answers when it is committed.
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

impl AllServersTx {
    pub(super) fn new(loan: Loan, shared: Shared) -> Self {
        // No server has this id; [`Self::of`] says which one it is.
        Self(ServerTx::new(loan, shared, ServerId(0)))
    }

    /// A statement about the rows of all servers. Its parameters are numbered from `?1` on.
    pub(super) fn statement(&mut self, sql: impl SqlSafeStr) -> Statement<'_> {
        self.0.unscoped(sql)
    }

    /// The part of the transaction that is about one server.
    pub(super) fn of(&mut self, server: ServerId) -> &mut ServerTx {
        self.0.turn_to(server);
        &mut self.0
    }

    /// Something in the outbox is due at another time.
    pub(super) fn outbox_changed(&mut self) {
        self.0.after.outbox.changed = true;
    }

    /// Something was erased, and must be gone from the log as well.
    pub(super) fn erased(&mut self) {
        self.0.after.erased = true;
    }

    /// Ends the transaction, and answers when it is committed.
    pub(super) async fn commit(self) -> Result<()> {
        self.0.commit().await
    }
}
