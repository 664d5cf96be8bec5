//! Connections that break off, rest, or are many.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{answers, now, post};
use crate::discord::harness::{ByHttp, DiscordHarness, SOON, until};
use crate::discord::slow::Lock;

async fn connect(harness: &DiscordHarness) -> TcpStream {
    let url = harness.url().await;
    TcpStream::connect(url.strip_prefix("http://").unwrap()).await.unwrap()
}

/// A request as it goes over the wire.
fn request(harness: &DiscordHarness, body: &str) -> String {
    let timestamp = now(0);
    let signature = harness.discord.sign(&timestamp, body.as_bytes());
    format!(
        "POST /interactions HTTP/1.1\r\nHost: localhost\r\nX-Signature-Timestamp: {timestamp}\r\n\
         X-Signature-Ed25519: {signature}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len(),
    )
}

/// Reads one response without a body of its own length: up to the end of what has come.
async fn read(stream: &mut TcpStream) -> String {
    let mut buffer = vec![0; 64 * 1024];
    let read = tokio::time::timeout(SOON, stream.read(&mut buffer)).await;
    let read = read.expect("nothing comes").unwrap();
    String::from_utf8_lossy(&buffer[..read]).into_owned()
}

#[tokio::test]
async fn a_command_whose_connection_is_lost_is_carried_out_and_answered_by_a_request() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    harness.ana("question text:Well?").await;
    let before = answers(&harness).len();
    let lock = Lock::on(&harness).await;
    let prepared = harness.ana.prepare(&harness.general, "answer text:Indeed.", &[]).unwrap();
    let mut stream = connect(&harness).await;
    let bytes = request(&harness, &prepared.payload.to_string());
    stream.write_all(bytes.as_bytes()).await.unwrap();
    // It is at the database's door by then, long before its answer would be put off.
    tokio::time::sleep(Duration::from_millis(400)).await;
    drop(stream);
    tokio::time::sleep(Duration::from_millis(100)).await;
    lock.release().await;
    until("it is answered", async || answers(&harness).len() > before).await;
    let answer = answers(&harness).pop().unwrap();
    assert!(!answer.inline && answer.status == 204, "{answer:#?}");
    harness.clean();
}

#[tokio::test]
async fn one_connection_takes_request_after_request() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let mut stream = connect(&harness).await;
    for _ in 0..20 {
        let quote = harness.ana.prepare(&harness.general, "quote", &[]).unwrap();
        let bytes = request(&harness, &quote.payload.to_string());
        stream.write_all(bytes.as_bytes()).await.unwrap();
        let response = read(&mut stream).await;
        assert!(response.starts_with("HTTP/1.1 200"), "{response}");
        assert!(response.contains("content-type: application/json"), "{response}");
    }
    harness.clean();
}

#[tokio::test]
async fn many_connections_that_rest_keep_nobody_out() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let mut resting = Vec::new();
    for _ in 0..200 {
        let mut stream = connect(&harness).await;
        stream.write_all(b"POST /interactions HTTP/1.1\r\nHost: x\r\n").await.unwrap();
        resting.push(stream);
    }
    harness.ana("quote").await;
    harness.clean();
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let _by_http = ByHttp::new();
    let harness = DiscordHarness::new().await;
    let quote = harness.ana.prepare(&harness.general, "quote", &[]).unwrap();
    let bytes = request(&harness, &quote.payload.to_string());
    let mut stream = connect(&harness).await;
    stream.write_all(&bytes.as_bytes()[..bytes.len() - 10]).await.unwrap();
    let response = read(&mut stream).await;
    assert!(response.starts_with("HTTP/1.1 408"), "{response}");
    // And a length that nobody would send is not even read.
    let mut stream = connect(&harness).await;
    let huge = bytes.replacen("Content-Length: ", "Content-Length: 9999", 1);
    stream.write_all(huge.as_bytes()).await.unwrap();
    let response = read(&mut stream).await;
    assert!(response.starts_with("HTTP/1.1 413"), "{response}");
    for head in
        ["nonsense\r\n\r\n".to_owned(), format!("POST /{} HTTP/1.1\r\n\r\n", "x".repeat(80_000))]
    {
        let mut stream = connect(&harness).await;
        let _ = stream.write_all(head.as_bytes()).await;
        let response = read(&mut stream).await;
        assert!(response.starts_with("HTTP/1.1 4"), "{response}");
    }
    assert_eq!(post(&harness, "/interactions", b"{}").await.0, 400);
    harness.clean();
}
