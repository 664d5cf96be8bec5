//! Notes in the forms that programs give them.

use super::files::epub;
use super::*;

const ONE: &str =
    "The ferryman keeps the rope of the state, and nobody remembers who gave it to him.";
const TWO: &str = "A council that writes nothing down must decide everything again every year.";

/// Each note's label, its text, and the paragraph that has its mark.
fn notes(found: &Imported) -> Vec<(&str, &str, Option<u16>)> {
    let text = |number: u16| found.paragraphs[usize::from(number) - 1].text.as_str();
    found
        .notes
        .iter()
        .map(|note| (note.label.as_str(), text(note.paragraph), note.marked_in))
        .collect()
}

fn page(marks: [&str; 2], notes: &str) -> Imported {
    let html = format!(
        "<html><head><title>The Ferry</title></head><body><h1>The Ferry</h1><p>{ONE}{}</p><p>{TWO}{}</p>{notes}</body></html>",
        marks[0], marks[1]
    );
    imported("page.html", html.as_bytes())
}

#[test]
fn notes_of_all_programs_are_tied_by_their_links() {
    for (name, marks, after) in [
        (
            "pandoc",
            [
                "<a href='#fn1' id='fnref1' role='doc-noteref'><sup>1</sup></a>",
                "<a href='#fn2' id='fnref2' role='doc-noteref'><sup>2</sup></a>",
            ],
            "<section role='doc-endnotes'><hr><ol><li id='fn1'><p>Or of the river.<a href='#fnref1' role='doc-backlink'>↩︎</a></p></li>\
             <li id='fn2'><p>So it is said.<a href='#fnref2' role='doc-backlink'>↩︎</a></p></li></ol></section>",
        ),
        (
            "a wiki",
            [
                "<sup id='cite_ref-1'><a href='#cite_note-1'>[1]</a></sup>",
                "<sup id='cite_ref-2'><a href='#cite_note-2'>[2]</a></sup>",
            ],
            "<h2>References</h2><ol><li id='cite_note-1'><b><a href='#cite_ref-1'>^</a></b> <span>Or of the river.</span></li>\
             <li id='cite_note-2'><b><a href='#cite_ref-2'>^</a></b> <span>So it is said.</span></li></ol>",
        ),
        (
            "Word",
            [
                "<a style='x' href='#_ftn1' name='_ftnref1'>[1]</a>",
                "<a style='x' href='#_ftn2' name='_ftnref2'>[2]</a>",
            ],
            "<div><hr><div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Or of the river.</p></div>\
             <div id='ftn2'><p><a href='#_ftnref2' name='_ftn2'>[2]</a> So it is said.</p></div></div>",
        ),
        (
            "LibreOffice",
            [
                "<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a>",
                "<a class='sdfootnoteanc' name='sdfootnote2anc' href='#sdfootnote2sym'><sup>2</sup></a>",
            ],
            "<div id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>Or of the river.</p></div>\
             <div id='sdfootnote2'><p><a class='sdfootnotesym' name='sdfootnote2sym' href='#sdfootnote2anc'>2</a>So it is said.</p></div>",
        ),
        (
            "a library",
            ["<a name='r1'></a><a href='#n1'>[1]</a>", "<a name='r2'></a><a href='#n2'>[2]</a>"],
            "<h3>Notes</h3><p><a name='n1'></a><a href='#r1'>1.</a> Or of the river.</p><p><a name='n2'></a><a href='#r2'>2.</a> So it is said.</p>",
        ),
        (
            "notes that are links throughout",
            ["<a href='#n1'>[1]</a>", "<a href='#n2'>[2]</a>"],
            "<h3>Notes</h3><p id='n1'><a href='#r1'>[1]</a> <a href='https://x.example/1'>Or of the river.</a></p>\
             <p id='n2'><a href='#r2'>[2]</a> <a href='https://x.example/2'>So it is said.</a></p>",
        ),
        (
            "no links",
            ["<sup>1</sup>", "<sup>2</sup>"],
            "<h3>Notes</h3><p>1. Or of the river.</p><p>2. So it is said.</p>",
        ),
    ] {
        let found = page(marks, after);
        assert_eq!(
            notes(&found),
            [("1", "Or of the river.", Some(1)), ("2", "So it is said.", Some(2))],
            "{name}"
        );
        assert_eq!(texts(&found)[..2], [ONE, TWO], "{name}");
    }
}

#[test]
fn a_raised_number_or_a_numbered_list_is_no_note() {
    let list = "<p>There are rules:</p><ol><li>Nobody sweeps alone in the house of the state.</li><li>Nobody sweeps twice in the house of the state.</li></ol>";
    let found = page([" x<sup>2</sup>", ""], list);
    assert!(found.notes.is_empty());
    assert!(texts(&found)[0].ends_with("x²"));
}

#[test]
fn the_notes_of_a_book_are_tied_over_its_pages() {
    let chapter = |number: u8, text: &str| {
        format!(
            "<html xmlns:epub='e'><body><h1>Chapter {number}</h1><p>{text}<a epub:type='noteref' href='notes.xhtml#c{number}n1' id='r1'>1</a></p></body></html>"
        )
    };
    let note = |number: u8| {
        format!(
            "<li id='c{number}n1' epub:type='endnote'><p>Note of chapter {number}. <a href='c{number}.xhtml#r1'>↩</a></p></li>"
        )
    };
    let all = format!(
        "<html xmlns:epub='e'><body><section epub:type='endnotes'><h2>Notes</h2><ol>{}{}</ol></section></body></html>",
        note(1),
        note(2)
    );
    let (one, two) = (chapter(1, ONE), chapter(2, TWO));
    let found = imported(
        "book.epub",
        &epub(&[("c1.xhtml", &one), ("c2.xhtml", &two), ("notes.xhtml", &all)], &[]),
    );
    assert_eq!(
        notes(&found),
        [("1", "Note of chapter 1.", Some(1)), ("1", "Note of chapter 2.", Some(2))]
    );
    parsed(&found);
}

#[test]
fn notes_after_each_chapter_belong_to_it() {
    let chapter = |number: u8, text: &str| {
        format!(
            "<html><body><h1>Chapter {number}</h1><p>{text}<sup><a href='#n1' id='r1'>1</a></sup></p><h2>Notes</h2><p id='n1'><a href='#r1'>1</a> Note of chapter {number}.</p></body></html>"
        )
    };
    let last = format!("<html><body><h1>Afterword</h1><p>{ONE}</p></body></html>");
    let (one, two) = (chapter(1, ONE), chapter(2, TWO));
    let found = imported(
        "book.epub",
        &epub(&[("c1.xhtml", &one), ("c2.xhtml", &two), ("c3.xhtml", &last)], &[]),
    );
    assert_eq!(
        notes(&found),
        [("1", "Note of chapter 1.", Some(1)), ("1", "Note of chapter 2.", Some(2))]
    );
    let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["Chapter 1", "Chapter 2", "Afterword", "Notes"]);
    let markdown = format!(
        "# One\n\n{ONE} [1]\n\n## Notes\n\n[1] Note of chapter 1.\n\n# Two\n\n{TWO} [1]\n\n## Notes\n\n[1] Note of chapter 2.\n\n# Three\n\n{TWO}\n"
    );
    let found = imported("book.md", markdown.as_bytes());
    assert_eq!(
        notes(&found),
        [("1", "Note of chapter 1.", Some(1)), ("1", "Note of chapter 2.", Some(2))]
    );
}

#[test]
fn notes_at_the_foot_of_pages() {
    let text = "The ferryman keeps the rope of the state, and nobody on\neither bank remembers who gave it to him.[1] A council that\n\n\
        1 Or of the river,\nas some say.\n\n11\n\u{C}writes nothing down must decide everything again.* And so it\nwas decided every year in favour of those who remember.\n\n* Or everybody.\n\n12\n";
    let found = imported("ferry.txt", text.as_bytes());
    assert_eq!(
        notes(&found),
        [("1", "Or of the river, as some say.", Some(1)), ("*", "Or everybody.", Some(1))]
    );
    assert!(texts(&found)[0].contains("A council that writes nothing down"), "{:?}", texts(&found));
}

#[test]
fn the_sign_of_the_way_back_is_no_word_of_a_note() {
    let text = "Nobody owns the state of the road, and every power that says it does must build one of its own.";
    let page = format!(
        "<h1>Roads</h1><p>{text}<sup id='r1'><a href='#n1'>[1]</a></sup></p><p>{text}<sup id='r2'><a href='#n1'>[1]</a></sup></p>\
         <ol><li id='n1'>^ <a href='#r1'>a</a> <a href='#r2'>b</a> Minutes, folio 3.</li></ol>"
    );
    let found = imported("roads.html", page.as_bytes());
    assert_eq!(notes(&found), [("1", "Minutes, folio 3.", Some(1))]);
}

#[test]
fn numbers_that_lead_to_notes_are_not_those_of_pages() {
    let mark = |number: usize| format!("<span class='fn'><a href='#n{number}'>{number}</a></span>");
    let text: String = (1..6).map(|number| format!("<p>{ONE}{}</p>", mark(number))).collect();
    let all: String =
        (1..6).map(|number| format!("<p id='n{number}'>{number}. Or of the river.</p>")).collect();
    let page = format!("<h1>The Ferry</h1>{text}<p>Notes</p>{all}");
    let found = imported("ferry.html", page.as_bytes());
    let marked: Vec<Option<u16>> = found.notes.iter().map(|note| note.marked_in).collect();
    assert_eq!(marked, [Some(1), Some(2), Some(3), Some(4), Some(5)]);
}

#[test]
fn a_note_may_be_nothing_but_a_link_or_have_its_number_in_brackets() {
    let found = page(
        ["<sup><a href='#_ftn1'>[1]</a></sup>", "<sup><a href='#_ftn2'>[2]</a></sup>"],
        "<hr><p><sup><a href='//F00#_ftnref1'>[1]</a> </sup><a href='https://quarter.example/ferry'>https://quarter.example/ferry</a></p>\
         <p><sup><a href='//F00#_ftnref2'>[2]</a> </sup>Or of the river.</p>",
    );
    let right =
        [("1", "https://quarter.example/ferry", Some(1)), ("2", "Or of the river.", Some(2))];
    assert_eq!(notes(&found), right);
    let found = page(
        ["&nbsp;[<a href='#nb1' id='nh1'>1</a>]", "&nbsp;[<a href='#nb2' id='nh2'>2</a>]"],
        "<div id='nb1'><p>[<a href='#nh1'>1</a>]&nbsp;So it is said.</p></div>\
         <div id='nb2'><p>[<a href='#nh2'>2</a>]&nbsp;Or of the river.</p></div>",
    );
    let right = [("1", "So it is said.", Some(1)), ("2", "Or of the river.", Some(2))];
    assert_eq!(notes(&found), right);
}

#[test]
fn a_label_that_is_a_name_is_shown_as_a_number() {
    let text = format!(
        "# The Ferry\n\n{ONE}[^ferry-book]\n\n{TWO}[^*]\n\n[^ferry-book]: Minutes, folio 3.\n[^*]: Or not.\n"
    );
    let found = imported("ferry.md", text.as_bytes());
    assert_eq!(notes(&found), [("1", "Minutes, folio 3.", Some(1)), ("*", "Or not.", Some(2))]);
}
