//! Books as programs bind them.

use super::files::{epub, zip};
use super::*;

const ONE: &str = "The ferryman keeps the rope of the state, and nobody on either bank remembers who gave it to him.";
const TWO: &str = "A council that writes nothing down must decide everything again, and it decides for those who remember.";

fn page(head: &str, body: &str) -> String {
    format!(
        "<?xml version='1.0'?><html xmlns='h' xmlns:epub='e'><head>{head}</head><body>{body}</body></html>"
    )
}

fn titles(found: &Imported) -> Vec<&str> {
    found.sections.iter().map(|part| part.title.as_str()).collect()
}

#[test]
fn an_element_may_close_itself() {
    for (head, inside) in [
        ("<title/>", ""),
        ("<script src='x.js'/>", ""),
        ("<style/><title>t</title>", "<iframe src='v'/><a id='x'/>"),
        ("<title/>", "<b>unclosed<br></p><p>"),
    ] {
        let body = format!("<h1>First</h1><p>{inside}</p><p>{ONE}</p>");
        let found = imported(
            "book.epub",
            &epub(
                &[
                    ("1.xhtml", &page(head, &body)),
                    ("2.xhtml", &page("", &format!("<h1>Second</h1><p>{TWO}</p>"))),
                ],
                &[],
            ),
        );
        assert_eq!(titles(&found), ["First", "Second"], "{head}{inside}");
        assert!(texts(&found).contains(&ONE) && texts(&found).contains(&TWO));
    }
}

#[test]
fn an_id_or_a_class_is_no_role() {
    for id in ["calibre_toc_1", "nav-of-power", "comments-on-the-plan", "footer"] {
        let body = format!(
            "<section id='{id}' class='share'><h1 id='{id}-h'>First</h1><p>{ONE}</p></section>"
        );
        let found = imported("book.epub", &epub(&[("1.xhtml", &page("", &body))], &[]));
        assert_eq!((titles(&found), texts(&found)), (vec!["First"], vec![ONE]), "{id}");
    }
}

#[test]
fn an_archive_may_spell_names_in_its_own_way() {
    for (href, name) in [
        ("text/c1.xhtml", "OEBPS\\text\\c1.xhtml"),
        ("a%20b.xhtml", "OEBPS/a%20b.xhtml"),
        ("a b.xhtml", "OEBPS/a%20b.xhtml"),
        ("C1.xhtml", "OEBPS/c1.XHTML"),
    ] {
        let package = format!(
            "<package><metadata><dc:title>Roads</dc:title></metadata><manifest><item id='a' href='{href}'/></manifest><spine><itemref idref='a'/></spine></package>"
        );
        let text = page("", &format!("<p>{ONE}</p>"));
        let book = zip(&[
            ("META-INF/container.xml", b"<rootfile full-path=\"OEBPS/c.opf\"/>"),
            ("OEBPS/c.opf", package.as_bytes()),
            (name, text.as_bytes()),
        ]);
        assert_eq!(texts(&imported("book.epub", &book)), [ONE], "{name}");
    }
}

#[test]
fn a_page_with_fragments_in_the_spine_is_read_once() {
    let text = page("", &format!("<h1>First</h1><p>{ONE}</p><h2 id='two'>Second</h2><p>{TWO}</p>"));
    let package = "<package><manifest><item id='a' href='a.xhtml'/><item id='b' href='a.xhtml#two'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>";
    let book = zip(&[
        ("META-INF/container.xml", b"<rootfile full-path=\"c.opf\"/>"),
        ("c.opf", package.as_bytes()),
        ("a.xhtml", text.as_bytes()),
    ]);
    assert_eq!(texts(&imported("book.epub", &book)), [ONE, TWO]);
}

#[test]
fn what_is_bound_with_a_book_is_not_its_text() {
    let title = page(
        "",
        "<h1>Roads</h1><p>Ada Quill</p><p>Translated by Bert Inkwell</p><p>Quarter Press</p>",
    );
    let imprint = page(
        "",
        "<p>Copyright © 1931 Ada Quill. First published in 1911.</p><p>All rights reserved.</p><p>ISBN 978-0-00-000000-2</p>",
    );
    let contents = page(
        "",
        "<h1>Contents</h1><ul><li><a href='1.xhtml'>The ferry, or how power is held</a></li><li><a href='2.xhtml'>The council</a></li></ul>",
    );
    let one = page(
        "",
        &format!(
            "<h1>The ferry</h1><p>{ONE}</p><aside><p>An aside of the author's own stands in the text of the state.</p></aside>"
        ),
    );
    let two = page("", &format!("<h1>The council</h1><p>{TWO}</p>"));
    let colophon = page(
        "",
        "<section epub:type='colophon'><h2>Colophon</h2><p>The volunteers of the state made this book.</p></section>",
    );
    let advertisement = page(
        "",
        "<p>If you enjoyed this book about power and the state, sign up for our newsletter at www.quarter.example.</p>",
    );
    let pages = [
        ("t.xhtml", &title),
        ("i.xhtml", &imprint),
        ("c.xhtml", &contents),
        ("1.xhtml", &one),
        ("2.xhtml", &two),
        ("k.xhtml", &colophon),
        ("a.xhtml", &advertisement),
    ];
    let pages = pages.map(|(name, text)| (name, text.as_str()));
    let found = imported("book.epub", &epub(&pages, &[]));
    assert_eq!(
        texts(&found),
        [ONE, "An aside of the author's own stands in the text of the state.", TWO]
    );
    assert_eq!(found.work.translator.as_deref(), Some("Bert Inkwell"));
    assert_eq!(found.work.year, 1911);
    for words in ["All rights reserved", "how power is held", "volunteers", "newsletter"] {
        assert!(found.apart.iter().any(|apart| apart.text.contains(words)), "{words}");
    }
}
