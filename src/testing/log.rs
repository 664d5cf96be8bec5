//! What this thread writes to the log.

use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};

use tracing::Dispatch;
use tracing::subscriber::DefaultGuard;

/// Keeps the log of the thread that made it, as long as it lives.
pub(crate) struct Log {
    written: Written,
    _guard: DefaultGuard,
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// While there is one subscriber only, `tracing` asks whichever thread comes to an event first
/// whether anybody wants it, and remembers a no of a thread that has none.
static SECOND: LazyLock<Dispatch> = LazyLock::new(|| {
    let level = tracing::Level::DEBUG;
    Dispatch::new(
        tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::sink).finish(),
    )
});

impl Log {
    pub(crate) fn start() -> Self {
        LazyLock::force(&SECOND);
        let written = Written::default();
        let writer = written.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::DEBUG)
            .without_time()
            .with_target(false)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        Self { written, _guard: tracing::subscriber::set_default(subscriber) }
    }

    /// The lines that have a word.
    pub(crate) fn lines_with(&self, word: &str) -> String {
        let written = self.written.0.lock().unwrap();
        let written = String::from_utf8_lossy(&written);
        let lines = written.lines().filter(|line| line.contains(word)).map(str::trim);
        lines.collect::<Vec<_>>().join("\n")
    }
}
