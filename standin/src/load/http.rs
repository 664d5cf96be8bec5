//! The HTTP server of the load: requests read with `httparse`, answers from prepared bytes. It knows
//! what bots send, and no more of HTTP.

use std::io::{self, Write as _};
use std::rc::Rc;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::discord::Discord;
use super::routes;

/// The headers that Discord sends with every answer, as long as its own.
const HEADERS: &str = "\
    Date: Thu, 26 Nov 2026 06:00:00 GMT\r\n\
    Connection: keep-alive\r\n\
    CF-RAY: 9a4f1f2b3c4d5e6f-FRA\r\n\
    CF-Cache-Status: DYNAMIC\r\n\
    Set-Cookie: __cfruid=0123456789abcdef0123456789abcdef01234567-1764136800; path=/; \
    domain=.discord.com; HttpOnly; Secure; SameSite=None\r\n\
    Strict-Transport-Security: max-age=31536000; includeSubDomains; preload\r\n\
    Via: 1.1 google\r\n\
    alt-svc: h3=\":443\"; ma=86400\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Content-Security-Policy: frame-ancestors 'none'; default-src 'none'\r\n\
    Server: cloudflare\r\n";

/// What an answer says of the limits of its route: more than will be met.
const LIMITS: &str = "\
    x-ratelimit-bucket: 0123456789abcdef0123456789abcdef\r\n\
    x-ratelimit-limit: 1000\r\n\
    x-ratelimit-remaining: 999\r\n\
    x-ratelimit-reset: 1764136801.000\r\n\
    x-ratelimit-reset-after: 1.000\r\n";

/// An answer.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: &'static str,
    /// Without one, there is nothing to say.
    pub(super) json: Option<String>,
    /// Whether the route's limits are told.
    pub(super) limited: bool,
}

impl Response {
    fn write(&self, out: &mut Vec<u8>) {
        out.clear();
        let Self { status, json, limited } = self;
        let limits = if *limited { LIMITS } else { "" };
        // A vector takes all that is written to it.
        let _ = write!(out, "HTTP/1.1 {status}\r\n{HEADERS}{limits}");
        let _ = match json {
            None => write!(out, "Content-Type: text/html; charset=utf-8\r\n\r\n"),
            Some(json) => {
                let length = json.len();
                write!(
                    out,
                    "Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{json}"
                )
            }
        };
    }
}

/// Takes connections for ever.
pub(super) async fn serve(listener: TcpListener, discord: Rc<Discord>) {
    while let Ok((stream, _)) = listener.accept().await {
        let _ = stream.set_nodelay(true);
        let discord = Rc::clone(&discord);
        tokio::task::spawn_local(async move {
            // A client may leave at any moment.
            let _ = keep(stream, &discord).await;
        });
    }
}

async fn keep(mut stream: TcpStream, discord: &Discord) -> io::Result<()> {
    let (mut read, mut out) = (Vec::with_capacity(16 * 1024), Vec::with_capacity(4 * 1024));
    loop {
        let head = loop {
            if let Some(head) = Head::parse(&read)? {
                break head;
            }
            if stream.read_buf(&mut read).await? == 0 {
                return Ok(());
            }
        };
        let end = head.length + head.body;
        while read.len() < end {
            if stream.read_buf(&mut read).await? == 0 {
                return Ok(());
            }
        }
        let target = &read[head.target.0..head.target.1];
        let target = std::str::from_utf8(target).unwrap_or_default();
        let response = routes::answer(discord, head.method, target, &read[head.length..end]);
        response.write(&mut out);
        stream.write_all(&out).await?;
        read.drain(..end);
    }
}

/// The head of a request.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    method: Method,
    /// Where the target stands.
    target: (usize, usize),
    /// How long the head is, and the body.
    length: usize,
    body: usize,
}

/// The methods that bots use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
    Other,
}

impl Head {
    /// `None` if more of it is to come.
    fn parse(bytes: &[u8]) -> io::Result<Option<Self>> {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut request = httparse::Request::new(&mut headers);
        let httparse::Status::Complete(length) = request.parse(bytes).map_err(io::Error::other)?
        else {
            return Ok(None);
        };
        let mut body = 0;
        for header in request.headers.iter() {
            if header.name.eq_ignore_ascii_case("content-length") {
                let digits = std::str::from_utf8(header.value).unwrap_or_default();
                body = digits.trim().parse().map_err(io::Error::other)?;
            }
            if header.name.eq_ignore_ascii_case("transfer-encoding") {
                return Err(io::Error::other("a body without its length"));
            }
        }
        let method = match request.method.unwrap_or_default() {
            "GET" => Method::Get,
            "POST" => Method::Post,
            "PUT" => Method::Put,
            "PATCH" => Method::Patch,
            "DELETE" => Method::Delete,
            _ => Method::Other,
        };
        // The target follows the method and a space.
        let start = request.method.map_or(0, str::len) + 1;
        let target = (start, start + request.path.map_or(0, str::len));
        Ok(Some(Self { method, target, length, body }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_request_is_read_once_it_is_whole() {
        let request = "POST /api/v10/x?y=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n";
        for end in 0..request.len() {
            let part = Head::parse(&request.as_bytes()[..end]).expect("no mistake");
            assert_eq!(part, None, "{end}");
        }
        let head = Head::parse(request.as_bytes()).expect("no mistake").expect("whole");
        assert_eq!(&request[head.target.0..head.target.1], "/api/v10/x?y=1");
        let (method, length) = (Method::Post, request.len());
        assert_eq!(head, Head { method, target: head.target, length, body: 2 });
    }

    #[test]
    fn what_no_bot_sends_is_refused() {
        for wrong in [
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: two\r\n\r\n",
            "nonsense\r\n\r\n",
        ] {
            assert!(Head::parse(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
