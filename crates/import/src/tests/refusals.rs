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

#[test]
fn an_archive_is_to_be_unpacked() {
    let said = "This is an archive of files and no book: unpack it, and import the text in it.";
    for (name, bytes) in [
        ("a.zip", zip(&[("one.txt", b"A road.")])),
        ("a.tar.gz", b"\x1F\x8B\x08\0\0\0\0\0".to_vec()),
        ("a.7z", b"7z\xBC\xAF\x27\x1C\0\x04".to_vec()),
        ("a.rar", b"Rar!\x1A\x07\x01\0".to_vec()),
    ] {
        assert_eq!(refused(name, &bytes), said, "{name}");
    }
}

#[test]
fn a_text_of_too_many_paragraphs_is_refused_before_it_is_repaired() {
    let text = "A road.\n\n".repeat(60_001);
    let stages = std::sync::Mutex::new(Vec::new());
    let note = |stage| stages.lock().unwrap().push(stage);
    let options = Options { progress: Some(&note), ..Options::default() };
    let refusal = import(&Given { name: "a.txt", bytes: text.as_bytes() }, &options).err();
    assert_eq!(refusal, Some(Refusal::TooLong(60_000)));
    assert_eq!(stages.into_inner().unwrap().last(), Some(&Stage::Ordering));
}

#[test]
fn a_file_of_another_kind_is_named() {
    let docx = zip(&[("word/document.xml", b"<w:document/>"), ("[Content_Types].xml", b"")]);
    let odt =
        zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]);
    let mut kindle = vec![0; 60];
    kindle.extend(b"BOOKMOBI");
    for (name, bytes, said) in [
        ("a.docx", docx, "a Word file"),
        ("a.odt", odt, "a LibreOffice document"),
        ("a.azw3", kindle, "a Kindle file"),
        ("a.rtf", b"{\\rtf1 Words.}".to_vec(), "a word processor's document (RTF)"),
    ] {
        assert_eq!(
            refused(name, &bytes),
            format!("This is {said}: save it as PDF, HTML or plain text, and import that.")
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_break_a_reader(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..600), kind in 0_usize..6) {
        let start: &[u8] = [b"".as_slice(), b"%PDF-1.4\n", b"PK\x03\x04", b"<html><p>", b"<?xml version='1.0'?><p>", b"---\na: "][kind];
        let name = ["a.txt", "a.pdf", "a.epub", "a.html", "a.xhtml", "a.md"][kind];
        let _ = import(&Given { name, bytes: &[start, &bytes].concat() }, &Options::default());
    }

    #[test]
    fn no_markup_breaks_a_reader(text in "(<(p|a href='#x'|a id='x'|sup|li|ol|table|td|h1|aside|/p|/a|br/|title/)>|[a-z1 .\\[\\]*_“”]{0,6}){0,60}", kind in 0_usize..3) {
        let name = ["a.html", "a.xhtml", "a.md"][kind];
        if let Ok(found) = import(&Given { name, bytes: text.as_bytes() }, &Options::default()) {
            parsed(&found);
        }
    }
}
