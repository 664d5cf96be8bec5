//! A body of JSON with files (`multipart/form-data`), as Discord takes it.

use std::io::Write as _;

use hyper::body::Bytes;
use rand::RngExt as _;

use super::Upload;

/// The body, and its `Content-Type`.
pub(in super::super) fn multipart(json: &str, files: &[Upload]) -> (String, Bytes) {
    // Nobody who writes into a file can guess it.
    let boundary = format!("{:032x}", rand::rng().random::<u128>());
    let size = json.len()
        + files.iter().map(|file| file.bytes.len() + file.name.len() + 200).sum::<usize>();
    let mut body = Vec::with_capacity(size + 5_000);
    let mut part = |headers: std::fmt::Arguments<'_>, content: &[u8]| {
        // Writing to memory does not fail.
        let _ = write!(body, "--{boundary}\r\nContent-Disposition: form-data; {headers}\r\n\r\n");
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    };
    part(format_args!("name=\"payload_json\"\r\nContent-Type: application/json"), json.as_bytes());
    for (at, file) in files.iter().enumerate() {
        // Of names only letters, digits, dots, dashes and underscores are left.
        part(format_args!("name=\"files[{at}]\"; filename=\"{}\"", file.name), &file.bytes);
    }
    let _ = write!(body, "--{boundary}--\r\n");
    (format!("multipart/form-data; boundary={boundary}"), body.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_has_its_json_and_each_file_between_boundaries() {
        let file = |name: &str, bytes: &[u8]| Upload {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
            description: None,
        };
        let files = [file("record.csv", b"a,b\r\n--1"), file("empty.txt", b"")];
        let (kind, body) = multipart(r#"{"type":4}"#, &files);
        let boundary = kind.strip_prefix("multipart/form-data; boundary=").unwrap();
        let shown = String::from_utf8(body.to_vec()).unwrap().replace(boundary, "BOUNDARY");
        insta::assert_snapshot!(shown.replace('\r', ""), @r#"
        --BOUNDARY
        Content-Disposition: form-data; name="payload_json"
        Content-Type: application/json

        {"type":4}
        --BOUNDARY
        Content-Disposition: form-data; name="files[0]"; filename="record.csv"

        a,b
        --1
        --BOUNDARY
        Content-Disposition: form-data; name="files[1]"; filename="empty.txt"


        --BOUNDARY--
        "#);
    }
}
