use super::files::{epub, pdf, saved, zip};
use super::*;

fn refused(name: &str, bytes: &[u8]) -> String {
    match import(&Given { name, bytes }, &Options::default()) {
        Err(refusal) => refusal.to_string(),
        Ok(_) => "imported".to_owned(),
    }
}

#[test]
fn each_with_one_sentence() {
    let deep = format!("<html><body>{}deep</body></html>", "<div>".repeat(10_000));
    let deep_inline = "<b>".repeat(10_000) + "deep";
    let page = "<p>A road.</p>";
    let bomb = vec![b' '; 30 * 1024 * 1024];
    let names: Vec<String> = (0..40).map(|number| format!("{number}.xhtml")).collect();
    let small: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), &bomb[..1_000_000])).collect();
    let many_small = epub(&[("one.xhtml", page)], &small);
    let mut locked = pdf(&[&["A road that is long enough to be a page of text."]]);
    let id = locked.add_object(lopdf::dictionary! { "Filter" => "Standard", "V" => 1, "R" => 2 });
    locked.trailer.set("Encrypt", id);
    let uri = b"<encryption><enc:CipherReference URI=\"OEBPS/one.xhtml\"/></encryption>".as_slice();
    for (name, bytes, said) in [
        ("a.txt", Vec::new(), "The file is empty."),
        ("a.txt", b"  \n\t\r\n".to_vec(), "The file is empty."),
        (
            "a.txt",
            vec![b'a'; 51 * 1024 * 1024],
            "The file has 51 MB, and more than 50 MB are not imported.",
        ),
        (
            "a.txt",
            b"\x89PNG\r\n\x1a\n\0\0".to_vec(),
            "The file holds no text: it looks like a picture.",
        ),
        (
            "a.txt",
            (0..=255).cycle().take(4000).collect(),
            "The file holds no text: it looks like the data of some program.",
        ),
        ("a.html", deep.into_bytes(), "The page nests its elements more than 512 deep."),
        ("a.html", deep_inline.into_bytes(), "The page nests its elements more than 512 deep."),
        (
            "a.pdf",
            saved(pdf(&[&[], &[]])),
            "The PDF has no text layer, only pictures of pages: run it through text recognition first.",
        ),
        (
            "a.pdf",
            saved(locked),
            "The file is locked with a password: save a copy without it, and import that.",
        ),
        (
            "a.epub",
            epub(&[("one.xhtml", page)], &[("META-INF/encryption.xml", uri)]),
            "The file is locked with a password: save a copy without it, and import that.",
        ),
        (
            "a.epub",
            epub(&[("one.xhtml", page)], &[("OEBPS/x.xhtml", &bomb)]),
            "The EPUB unpacks to more than 100 MB, which no book does.",
        ),
        ("a.epub", many_small, "The EPUB unpacks to more than 100 MB, which no book does."),
        (
            "a.epub",
            epub(&[("one.xhtml", page)], &[("../x.xhtml", b"x")]),
            "The EPUB names a file outside itself, `../x.xhtml`.",
        ),
        (
            "a.epub",
            epub(&[("one.xhtml", page)], &[("/x.xhtml", b"x")]),
            "The EPUB names a file outside itself, `/x.xhtml`.",
        ),
        (
            "a.epub",
            epub(&[("../../../one.xhtml", page)], &[]),
            "The EPUB names a file outside itself, `OEBPS/../../../one.xhtml`.",
        ),
        (
            "a.epub",
            zip(&[("a.txt", b"x")]),
            "This is an archive of files and no book: unpack it, and import the text in it.",
        ),
    ] {
        assert_eq!(refused(name, &bytes), said, "{name}");
    }
}

#[test]
fn damage_is_told() {
    let book = epub(&[("one.xhtml", "<p>A road.</p>")], &[]);
    for (name, bytes) in [
        ("a.pdf", b"%PDF-1.7 and nothing more".to_vec()),
        ("a.epub", book[..book.len() / 2].to_vec()),
        ("a.epub", b"PK\x03\x04 and nothing more".to_vec()),
    ] {
        let said = refused(name, &bytes);
        assert!(said.contains("is damaged: "), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}
