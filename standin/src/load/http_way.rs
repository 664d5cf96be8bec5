//! Interactions by HTTP: each is posted to the bot, signed as Discord signs it, and the response is
//! the answer.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use ring::signature::{Ed25519KeyPair, KeyPair as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::Kind;
use super::discord::Discord;
use super::exchange::Act;
use super::run::Run;

/// Discord's key, which is no secret here.
const SEED: [u8; 32] = *b"the load's Discord signs with it";

/// The key that interactions are signed with.
pub(super) struct Signature(Ed25519KeyPair);

impl Signature {
    pub(super) fn new() -> io::Result<Self> {
        let key = Ed25519KeyPair::from_seed_unchecked(&SEED);
        key.map(Self).map_err(|refused| io::Error::other(refused.to_string()))
    }

    /// The half of it that all may know, as Discord shows it to the application's owner.
    pub(super) fn verify_key(&self) -> String {
        hex(self.0.public_key().as_ref())
    }

    /// A whole request, signed now.
    fn request(&self, host: &str, body: &str) -> Vec<u8> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let timestamp = now.to_string();
        let signature = self.0.sign(format!("{timestamp}{body}").as_bytes());
        let (signature, length) = (hex(signature.as_ref()), body.len());
        let mut request = Vec::with_capacity(512 + length);
        // A vector takes all that is written to it.
        let _ = write!(
            request,
            "POST /interactions HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
             User-Agent: Discord-Interactions/1.0 (+https://discord.com)\r\n\
             X-Signature-Ed25519: {signature}\r\nX-Signature-Timestamp: {timestamp}\r\n\
             Accept-Encoding: identity\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        request
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A request that is ready to be sent.
pub(super) struct Prepared {
    pub(super) kind: Kind,
    pub(super) id: u64,
    pub(super) request: Vec<u8>,
}

/// What waits to be sent.
#[derive(Default)]
struct Queue {
    waiting: RefCell<VecDeque<(u64, Vec<u8>)>>,
    more: Notify,
}

/// Where a bot takes interactions.
pub(super) struct Endpoint {
    host: String,
    signature: Rc<Signature>,
    queue: Rc<Queue>,
    prepared: VecDeque<Prepared>,
    counter: u64,
    /// They end with it.
    _connections: JoinSet<()>,
}

impl Endpoint {
    /// With so many connections, which are kept.
    pub(super) fn open(
        address: SocketAddr,
        connections: usize,
        signature: Rc<Signature>,
        discord: &Rc<Discord>,
    ) -> Self {
        let queue = Rc::<Queue>::default();
        let mut tasks = JoinSet::new();
        for _ in 0..connections.max(1) {
            tasks.spawn_local(serve(address, Rc::clone(&queue), Rc::clone(discord)));
        }
        let host = address.to_string();
        let prepared = VecDeque::new();
        Self { host, signature, queue, prepared, counter: 0, _connections: tasks }
    }

    /// Signs what a run will send, so that it costs no time of the run's.
    pub(super) fn prepare(&mut self, run: &mut Run) {
        self.prepared.clear();
        for _ in 0..run.left() {
            let choice = run.draw();
            self.counter += 1;
            // Apart from those that are signed when they are sent.
            let id = super::ids::now(self.counter) | (1 << 21);
            let request = self.sign(&choice.act(), id);
            self.prepared.push_back(Prepared { kind: choice.kind, id, request });
        }
    }

    pub(super) fn next_prepared(&mut self) -> Option<Prepared> {
        self.prepared.pop_front()
    }

    pub(super) fn sign(&self, act: &Act<'_>, id: u64) -> Vec<u8> {
        let mut body = String::with_capacity(4_096);
        act.fill(id, &mut body);
        self.signature.request(&self.host, &body)
    }

    /// Sends a request as soon as a connection is free.
    pub(super) fn post(&self, id: u64, request: Vec<u8>) {
        self.queue.waiting.borrow_mut().push_back((id, request));
        self.queue.more.notify_one();
    }
}

/// Whether a bot answers Discord's PING.
pub(super) async fn ping(address: SocketAddr, signature: &Signature) -> io::Result<bool> {
    let mut stream = TcpStream::connect(address).await?;
    let request = signature.request(&address.to_string(), r#"{"id":"1","type":1,"version":1}"#);
    let mut read = Vec::new();
    let response = exchange(&mut stream, &request, &mut read).await?;
    Ok(response.body(&read).is_some_and(|json| json.starts_with(b"{\"type\":1")))
}

/// One connection: what it is given it sends, and hands on the answer.
async fn serve(address: SocketAddr, queue: Rc<Queue>, discord: Rc<Discord>) {
    let mut stream = None;
    let mut read = Vec::with_capacity(16 * 1024);
    loop {
        let Some((id, request)) = ({ queue.waiting.borrow_mut().pop_front() }) else {
            queue.more.notified().await;
            continue;
        };
        let answered = async {
            let stream = match &mut stream {
                Some(stream) => stream,
                empty => {
                    let new = TcpStream::connect(address).await?;
                    new.set_nodelay(true)?;
                    empty.insert(new)
                }
            };
            exchange(stream, &request, &mut read).await
        };
        match answered.await {
            Ok(response) => {
                // Without a body, the answer has come as a request, or will.
                if let Some(body) = response.body(&read) {
                    discord.answered(id, body);
                }
                read.drain(..response.head + response.length);
            }
            Err(error) => {
                discord.answered(id, error.to_string().as_bytes());
                stream = None;
                read.clear();
            }
        }
    }
}

/// How long the parts of a response are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Response {
    head: usize,
    length: usize,
}

impl Response {
    fn body(self, read: &[u8]) -> Option<&[u8]> {
        read.get(self.head..self.head + self.length).filter(|body| !body.is_empty())
    }
}

/// Sends a request and reads the response.
async fn exchange(
    stream: &mut TcpStream,
    request: &[u8],
    read: &mut Vec<u8>,
) -> io::Result<Response> {
    stream.write_all(request).await?;
    let response = loop {
        if let Some(response) = lengths(read)? {
            break response;
        }
        if stream.read_buf(read).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    };
    while read.len() < response.head + response.length {
        if stream.read_buf(read).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(response)
}

/// How long the parts of a response are; `None` if more of the head is to come.
fn lengths(bytes: &[u8]) -> io::Result<Option<Response>> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut response = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(head) = response.parse(bytes).map_err(io::Error::other)? else {
        return Ok(None);
    };
    let length =
        response.headers.iter().find(|one| one.name.eq_ignore_ascii_case("content-length"));
    let length = match length {
        Some(length) => {
            let digits = String::from_utf8_lossy(length.value);
            digits.trim().parse().map_err(io::Error::other)?
        }
        None => 0,
    };
    match response.code {
        Some(200 | 202 | 204) => Ok(Some(Response { head, length })),
        code => Err(io::Error::other(format!("the bot answers with status {}", code.unwrap_or(0)))),
    }
}

#[cfg(test)]
mod tests {
    use ring::signature::{ED25519, UnparsedPublicKey};

    use super::*;

    #[test]
    fn a_request_carries_a_signature_of_its_timestamp_and_body() {
        let signature = Signature::new().expect("a key");
        let request = signature.request("127.0.0.1:1", "{\"type\":1}");
        let text = String::from_utf8(request).expect("text");
        let of = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.strip_prefix(": ")).expect("a header")
        };
        let bytes = |hex: &str| -> Vec<u8> {
            let pairs = hex.as_bytes().chunks(2);
            pairs
                .map(|pair| {
                    u8::from_str_radix(&String::from_utf8_lossy(pair), 16).expect("two digits")
                })
                .collect()
        };
        let signed = format!("{}{{\"type\":1}}", of("X-Signature-Timestamp"));
        let key = UnparsedPublicKey::new(&ED25519, bytes(&signature.verify_key()));
        key.verify(signed.as_bytes(), &bytes(of("X-Signature-Ed25519"))).expect("it is signed");
        assert_eq!(of("Content-Length"), "10");
    }

    #[test]
    fn a_response_is_read_once_it_is_whole() {
        let response = b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{ }";
        let whole = Response { head: 38, length: 3 };
        assert_eq!(lengths(response).expect("no mistake"), Some(whole));
        assert_eq!(whole.body(response), Some(&b"{ }"[..]));
        let elsewhere = lengths(b"HTTP/1.1 202 Accepted\r\n\r\n").expect("no mistake");
        assert_eq!(elsewhere.and_then(|response| response.body(b"")), None);
        assert_eq!(lengths(&response[..20]).expect("no mistake"), None);
        assert!(lengths(b"HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n").is_err());
    }
}
