//! A program that is killed: everything of it is dropped after so many polls.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Ends after `left` polls, however far it has come.
pub(crate) struct Killed<F> {
    inner: Option<Pin<Box<F>>>,
    left: usize,
    /// How often it was polled.
    pub(crate) polls: usize,
}

impl<F: Future> Killed<F> {
    pub(crate) fn after(left: usize, inner: F) -> Self {
        Self { inner: Some(Box::pin(inner)), left, polls: 0 }
    }
}

impl<F: Future> Future for Killed<F> {
    /// Whether it came to its end by itself, and after how many polls.
    type Output = (bool, usize);

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.polls == self.left {
            self.inner = None;
        }
        self.polls += 1;
        let polls = self.polls;
        match &mut self.inner {
            None => Poll::Ready((false, polls)),
            Some(inner) => inner.as_mut().poll(context).map(|_| (true, polls)),
        }
    }
}
