use super::files::{epub, pdf, saved, zip};
use super::*;

const PAGE: &str = r##"<!DOCTYPE html><html lang="en"><head><title>Roads and Their Keepers</title>
<meta name="author" content="Ada Quill"><script>if (a < b) { say("<p>no</p>") }</script>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/q">Quill archive</a></li></ul></nav>
<h1>Roads and Their Keepers</h1>
<p class="info">Translated by Bert Inkwell.<br>Transcribed by Otto.</p>
<h2>The road</h2>
<p>Nobody owns the state of the road,<a href="#n1"><sup>1</sup></a> and every power that says it
does must build one of its own. Who, then, should have the power to close a road to others?
<p>An economy of roads is an economy of people who go somewhere: it cannot be planned by those
who stay at home.
<ol><li>The first way is long.<li>The second way is free for all.</ol>
<blockquote><p>The road was here before us.</p></blockquote>
<h2>Notes</h2>
<p><a name="n1">1.</a> Or of the river. [Editor's note]</p>
<p class="footer"><a href="#top">Top of the page</a></p></body></html>"##;

#[test]
fn a_page_of_the_web() {
    let found = imported("quill-roads.html", PAGE.as_bytes());
    insta::assert_snapshot!(report::report(&found, true), @"
    Roads and Their Keepers — Ada Quill (2000)
      id quill-roads, language en, translated by Bert Inkwell
      quill-roads.html: Html, UTF-8
      2 sections, 6 paragraphs, 1 notes, 2 quotes, 1 questions, 0 repairs

    Doubts
      ? no year was found: `year` is 2000, which says nothing
      ? nobody has said who holds the rights: see `rights`

    Sections
       1  1–5  The road
       2  6–6  Notes

    Kept apart (6)
      navigation: Home
      navigation: Quill archive
      navigation: Top of the page
      title: Roads and Their Keepers
      credit: Translated by Bert Inkwell.
      credit: Transcribed by Otto.

    Notes
        1  paragraph 6, to paragraph 1, the editors'

    Quotes (2)
      quill-roads-1 (paragraph 1) Nobody owns the state of the road, and every power that says it does must build one of its own.
          power 2.6: power, the state
      quill-roads-2 (paragraph 2) An economy of roads is an economy of people who go somewhere: it cannot be planned by those who …
          economy 1.3: economy; planning 0.5: planned

    The author's own questions (1)
      quill-roads-q1 (paragraph 1) Who, then, should have the power to close a road to others?
    ");
    parsed(&found);
}

#[test]
fn the_same_in_every_format() {
    let markdown = "---\ntitle: Roads and Their Keepers\nauthor: Ada Quill\n---\n\n## The road\n\n\
        Nobody owns the state of the road,[^1] and every power that says it does must build one of\nits own. \
        Who, then, should have the power to close a road to others?\n\n> The road was here before us.\n\n[^1]: Or of the river.\n";
    let page = "<html><head><title>x</title></head><body><h2>The road</h2><p>Nobody owns the state of \
        the road,<sup>1</sup> and every power that says it does must build one of its own. Who, then, should have the \
        power to close a road to others?</p><blockquote><p>The road was here before us.</p></blockquote>\
        <p>1. Or of the river.</p></body></html>";
    let book = epub(&[("one.xhtml", page)], &[]);
    let quote = "Nobody owns the state of the road, and every power that says it does must build one of its own.";
    for (name, bytes) in [
        ("roads.md", markdown.as_bytes()),
        ("roads.html", page.as_bytes()),
        ("roads.epub", book.as_slice()),
    ] {
        let found = imported(name, bytes);
        assert!(texts(&found)[0].starts_with(quote), "{name}: {:?}", texts(&found));
        assert_eq!(found.notes.len(), 1, "{name}: {found:#?}");
        assert_eq!(found.notes[0].marked_in, Some(1), "{name}");
        assert_eq!(found.quotes[0].text, quote, "{name}");
        assert_eq!(found.questions.len(), 1, "{name}");
        assert_eq!(found.sections[0].title, "The road", "{name}");
        parsed(&found);
    }
}

#[test]
fn a_pdf() {
    let pages: [&[&str]; 2] = [
        &[
            "Nobody owns the state of the road, and every power that",
            "says it does must build one of its own, in the end. The mas-",
        ],
        &[
            "ses who walk it know that better than those who only draw",
            "maps of it and sell them to the masses for their money.",
        ],
    ];
    let found = imported("roads.pdf", &saved(pdf(&pages)));
    assert_eq!(
        texts(&found),
        [
            "Nobody owns the state of the road, and every power that says it does must build one of its \
         own, in the end. The masses who walk it know that better than those who only draw maps of it \
         and sell them to the masses for their money."
        ]
    );
    parsed(&found);
}

#[test]
fn what_is_missing_is_said() {
    let line = "Nobody owns the state of the road, and every power says that it does.";
    let found = imported("roads.pdf", &saved(pdf(&[&[line], &[], &[line], &[]])));
    let said = "no words were found on the pages 2, 4: they are blank, or pictures";
    assert!(found.doubts.iter().any(|doubt| doubt.to_string() == said), "{:?}", found.doubts);
    let whole = epub(&[("one.xhtml", &format!("<p>{line}</p>"))], &[]);
    assert!(
        imported("roads.epub", &whole)
            .doubts
            .iter()
            .all(|doubt| !doubt.to_string().contains("not in it"))
    );
    let package: &[u8] = b"<package><manifest><item id=\"a\" href=\"a.xhtml\"/>\
        <item id=\"b\" href=\"b.xhtml\"/></manifest>\
        <spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>";
    let book = zip(&[
        ("META-INF/container.xml", b"<rootfile full-path=\"c.opf\"/>"),
        ("c.opf", package),
        ("a.xhtml", format!("<p>{line}</p>").as_bytes()),
    ]);
    let found = imported("roads.epub", &book);
    let said = "the book names a page that is not in it: b.xhtml";
    assert!(found.doubts.iter().any(|doubt| doubt.to_string() == said), "{:?}", found.doubts);
}

#[test]
fn a_text_of_one_word() {
    let found = imported("w.txt", b"word");
    assert_eq!(texts(&found), ["word"]);
    parsed(&found);
}

#[test]
fn a_line_that_leads_to_other_pages_is_no_question() {
    let words =
        "The baker opened the shop before it was light, and nobody could say when she slept.";
    for line in [
        "[‹ A.0 Why do we ask about power at all?](a0.html) [up](a.html) [A.2 Who builds the state?](a2.html) ›",
        "[← Why do we ask about power at all?](a0.html) | [Contents](index.html) | [Who builds the state? →](a2.html)",
    ] {
        let found = imported("bread.md", format!("# Who bakes?\n\n{words}\n\n{line}\n").as_bytes());
        assert_eq!((texts(&found), found.questions.len()), (vec![words], 0), "{line}");
    }
}

#[test]
fn the_date_in_the_name_of_a_post_is_its_date() {
    let words =
        "The baker opened the shop before it was light, and nobody could say when she slept.";
    for (name, year) in [
        ("2019-03-01-bread.md", Some(2019)),
        ("2019-03-01.md", Some(2019)),
        ("2019-33-01-bread.md", None),
        ("1234-567.md", None),
    ] {
        let found = imported(name, format!("# Bread\n\n{words}\n").as_bytes());
        assert_eq!(Some(found.work.year).filter(|year| *year != 2000), year, "{name}");
    }
}

#[test]
fn a_title_does_not_name_its_author() {
    let words =
        "The baker opened the shop before it was light, and nobody could say when she slept.";
    for title in ["Bread, by Ada Quill", "Bread – Ada Quill", "Bread"] {
        let page = format!(
            "<html><head><title>{title}</title><meta name='author' content='Ada Quill'></head><body><p>{words}</p></body></html>"
        );
        let found = imported("bread.html", page.as_bytes());
        assert_eq!((found.work.title.as_str(), found.work.author.as_str()), ("Bread", "Ada Quill"));
    }
}
