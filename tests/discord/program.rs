//! The program itself: started, killed, started again, asked to stop.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use commonplace::messages::Subject;
use commonplace::store::{Mode, Store};
use domain::{RoundId, ServerId};
use standin::{Fault, Standin};

use crate::discord::harness::{SOON, lenient, said, until};
use crate::discord::outbox::number;

/// A program that ends with the test.
pub(crate) struct Program(pub(crate) Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program on a stand-in, with its log in a file.
fn program(discord: &Standin, folder: &tempfile::TempDir, log: &str) -> Program {
    Program(command(discord, folder, log).env("COMMONPLACE_LOG", "trace").spawn().unwrap())
}

pub(crate) fn command(discord: &Standin, folder: &tempfile::TempDir, log: &str) -> Command {
    let log = std::fs::File::create(folder.path().join(log)).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_commonplace"));
    program
        .arg("run")
        .current_dir(folder.path())
        .env_clear()
        .env("DISCORD_TOKEN", discord.token())
        .env("COMMONPLACE_DISCORD_PROXY", discord.url())
        .env("COMMONPLACE_DATABASE_PATH", folder.path().join("book.db"))
        .stdin(Stdio::null())
        .stderr(log)
        .stdout(Stdio::null());
    program
}

pub(crate) fn wait(Program(child): &mut Program) -> std::process::ExitStatus {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        assert!(start.elapsed() < SOON, "it does not end");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_outlives_a_kill_and_stops_when_asked() {
    let discord = Standin::start(lenient()).await;
    let club = discord.server("Reading club");
    let (general, ana) = (club.channel("general"), club.member("ana"));
    let folder = tempfile::tempdir().unwrap();

    let mut first = program(&discord, &folder, "first.log");
    discord.ready().await;
    discord.command("question", SOON).await;
    let question = said(&ana, &general, "question text:\"Confidential?\"").await;
    // Where a message went is known a moment after it is shown.
    let look = Store::open(&folder.path().join("book.db"), Mode::Look).await.unwrap();
    let shown = async || {
        let reads = look.read(ServerId(number(club.id))).message(Subject::Round(RoundId(1))).await;
        reads.unwrap().is_some()
    };
    until("it is known where the question is", shown).await;
    look.close().await;
    // It is killed between the answer and the post that follows from it.
    discord.fail("POST /channels/*", 99, Fault::Status(503));
    let receipt = said(&ana, &general, "answer text:\"Confidential.\"").await;
    first.0.kill().unwrap();
    wait(&mut first);
    discord.clear_faults();

    let mut second = program(&discord, &folder, "second.log");
    let posted = |messages: &[standin::Message]| {
        messages.len() == 2 && messages[0].text().contains("1 answer.")
    };
    general.wait_for(posted, SOON).await;
    ana.press(&question, "Answer").await.unwrap().modal().unwrap();

    discord.fail("POST /interactions/*", 1, Fault::Delay(Duration::from_millis(800)));
    let sent = ana.prepare(&general, "answer text:\"In hand.\"", &[]).unwrap();
    let id = second.0.id().to_string();
    let (answered, ()) = tokio::join!(sent.send(), async {
        until("the answer is on its way", async || discord.faults_left().is_empty()).await;
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    });
    assert!(answered.unwrap().text().contains("changed"));
    assert!(wait(&mut second).success());
    assert!(discord.gateway().sessions().iter().all(|session| !session.connected));
    discord.assert_clean();

    let resumed = "a shard resumed the session of the process before";
    for (log, start) in [("first.log", "a shard is ready"), ("second.log", resumed)] {
        let log = std::fs::read_to_string(folder.path().join(log)).unwrap();
        assert!(log.contains(start), "{log}");
        for secret in [discord.token(), &receipt.token, "Confidential"] {
            let line = log.lines().find(|line| line.contains(secret));
            assert!(line.is_none(), "{line:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn once_it_is_there_it_says_so_in_one_line_and_to_systemd() {
    let discord = Standin::start(lenient()).await;
    discord.server("Reading club");
    let folder = tempfile::tempdir().unwrap();
    let systemd = std::os::unix::net::UnixDatagram::bind(folder.path().join("notify")).unwrap();
    systemd.set_read_timeout(Some(SOON)).unwrap();
    let told = || {
        let mut bytes = [0; 1_000];
        let count = systemd.recv(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes[..count]).into_owned()
    };
    let mut program = command(&discord, &folder, "run.log");
    program.env("NOTIFY_SOCKET", folder.path().join("notify")).env("WATCHDOG_USEC", "300000");
    let mut program = Program(program.spawn().unwrap());

    let ready = told();
    assert!(ready.contains("READY=1") && ready.contains("in 1 server"), "{ready}");
    // It goes on saying that it is well.
    assert!(told().contains("WATCHDOG=1"));
    assert!(told().contains("WATCHDOG=1"));
    let id = program.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    while !told().contains("STOPPING=1") {}
    assert!(wait(&mut program).success());

    let log = std::fs::read_to_string(folder.path().join("run.log")).unwrap();
    let starts: Vec<&str> = log.lines().filter(|line| line.contains("Commonplace ")).collect();
    let [start] = starts.as_slice() else { panic!("{log}") };
    let version = concat!("Commonplace ", env!("CARGO_PKG_VERSION"), " · book: 2 works, ");
    for part in [version, "/book.db (", " KB) · as ", " in 1 server"] {
        assert!(start.contains(part), "{part}: {start}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_is_one_sentence() {
    let discord = Standin::start(lenient()).await;
    let folder = tempfile::tempdir().unwrap();
    let said = Command::new(env!("CARGO_BIN_EXE_commonplace"))
        .arg("run")
        .current_dir(folder.path())
        .env_clear()
        .env("DISCORD_TOKEN", "MTIz.wrong.token")
        .env("COMMONPLACE_DISCORD_PROXY", discord.url())
        .env("COMMONPLACE_DATABASE_PATH", folder.path().join("book.db"))
        .output()
        .unwrap();
    assert!(!said.status.success());
    let said = String::from_utf8(said.stderr).unwrap();
    let last = said.lines().last().unwrap_or_default();
    assert!(last.contains("does not accept the token"), "{said}");
    assert!(!said.contains("wrong.token"), "{said}");
}
