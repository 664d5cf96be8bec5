//! Files that people handed in and that once came out wrong, each as a small one of its kind.

use super::files::{epub, zip};
use super::*;

const ONE: &str = "The miller opened the sluice before it was light, and no worker in the village could say when he slept.";
const TWO: &str = "A village that keeps no book of its debts must settle every debt again, and power without memory is a habit.";
const THREE: &str = "When the wheel broke, the people of the village mended it themselves, and needed no order from above.";

fn page(head: &str, body: &str) -> Imported {
    let html = format!("<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>");
    imported("mill.html", html.as_bytes())
}

#[test]
fn only_the_text_is_quoted_and_not_what_stands_around_it() {
    let [one, two, three] =
        [ONE, TWO, THREE].map(|text| format!("{text} It was so for as long as anybody knew, and longer than that, on both banks of the river."));
    let found = page(
        "<title>The Mill</title>",
        &format!(
            "<div class='consent'><p>We use cookies and other means to improve your freedom of choice, and you consent to the use of all of them.</p></div>\
             <div class='post'><h1>The Mill</h1><p>{one}</p><p>{two}</p><p>{three}</p></div>\
             <div class='about'><p>Ada Quill is a senior writer who covers power and the economy. She is the author of six books.</p></div>\
             <div class='more'><h3>More stories</h3><p><a href='/x'>Liberty was sold</a></p><p>The council says that the state will grow and that every worker is free to leave.</p></div>\
             <div><p>Subscribe now for more on power, politics and freedom from those who have the authority.</p></div>"
        ),
    );
    assert_eq!(texts(&found), [&one, &two, &three]);
    assert!(!found.quotes.is_empty());
    for quote in &found.quotes {
        assert!(
            [&one, &two, &three].iter().any(|text| text.contains(&quote.text)),
            "{}",
            quote.text
        );
    }
}

#[test]
fn items_that_hold_paragraphs_keep_their_numbers() {
    let found = page(
        "<title>Rules</title>",
        &format!(
            "<h1>Rules of the mill</h1><p>{ONE}</p><ol><li><p>Nobody grinds alone.</p></li><li><p>Nobody grinds at night.</p></li></ol><p>{TWO}</p>"
        ),
    );
    let items: Vec<(Option<&str>, &str)> =
        found.paragraphs.iter().map(|p| (p.label.as_deref(), p.text.as_str())).collect();
    let right = [
        (None, ONE),
        (Some("1"), "Nobody grinds alone."),
        (Some("2"), "Nobody grinds at night."),
        (None, TWO),
    ];
    assert_eq!(items, right);
}

#[test]
fn a_text_in_japanese_is_told_by_its_letters() {
    let text = "水車\n\nまだ暗いうちに粉屋は水門を開けた。彼がいつ眠るのか、村の誰も知らなかった。\n\n借金の帳面がない村は、何度も同じことを決めなければならない。\n";
    let found = imported("suisha.txt", text.as_bytes());
    assert_eq!((found.work.language.as_str(), found.work.title.as_str()), ("ja", "水車"));
    assert_eq!(found.paragraphs.len(), 2);
}

#[test]
fn a_first_paragraph_that_ends_in_a_quotation_is_read() {
    let first = "The miller told the council: \"Power without memory is only a habit, and no habit is free.\"";
    let found =
        imported("mill.md", format!("# The Mill\n\n{first}\n\n{ONE}\n\n{TWO}\n").as_bytes());
    assert_eq!(texts(&found), [first, ONE, TWO]);
    let found = page(
        "<title>The Mill</title>",
        &format!("<h1>The Mill</h1><p>{first}</p><p>{ONE}</p><p>{TWO}</p>"),
    );
    assert_eq!(texts(&found), [first, ONE, TWO]);
}

#[test]
fn a_note_in_an_aside_of_a_book_is_tied() {
    let one = format!(
        "<html xmlns:epub='e'><body><h1>The Mill</h1><p>{ONE}<a epub:type='noteref' href='#n1'>1</a></p><p>{TWO}</p>\
         <aside epub:type='footnote' id='n1'><p>He told the council that he slept on Sundays.</p></aside></body></html>"
    );
    let found = imported("mill.epub", &epub(&[("1.xhtml", &one)], &[]));
    assert_eq!(texts(&found), [ONE, TWO, "He told the council that he slept on Sundays."]);
    assert_eq!(found.notes.len(), 1);
    assert_eq!((found.notes[0].label.as_str(), found.notes[0].marked_in), ("1", Some(1)));
}

#[test]
fn a_book_is_called_what_its_package_says_and_is_by_all_its_authors() {
    let package = "<package><metadata><dc:title>The Mill and the Weir</dc:title><dc:creator>Ada Quill</dc:creator><dc:creator>Bert Inkwell</dc:creator><dc:date>2021-05-06</dc:date></metadata>\
        <manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>";
    let text =
        format!("<html><body><p>169</p><h1>Part One</h1><p>{ONE}</p><p>{TWO}</p></body></html>");
    let book = zip(&[
        ("META-INF/container.xml", b"<rootfile full-path=\"c.opf\"/>"),
        ("c.opf", package.as_bytes()),
        ("a.xhtml", text.as_bytes()),
    ]);
    let found = imported("169.epub", &book);
    assert_eq!(found.work.title, "The Mill and the Weir");
    assert_eq!(found.work.author, "Ada Quill and Bert Inkwell");
    // A book for screens may be of an older work.
    assert!(found.doubts.contains(&Doubt::EditionYear), "{:?}", found.doubts);
}

#[test]
fn the_colophon_of_a_book_tells_the_year_and_is_not_quoted() {
    let text = format!("<html><body><h1>The Mill</h1><p>{ONE}</p><p>{TWO}</p></body></html>");
    let end = "<html xmlns:epub='e'><body epub:type='backmatter'><section epub:type='colophon'><h2>Colophon</h2><p><i>The Mill</i> was published in 1911 by Ada Quill.</p><p>Our state of freedom is the work of every volunteer who has the power to give.</p></section>\
        <section epub:type='copyright-page'><h2>Uncopyright</h2><p>The public domain is a state of freedom, and all power in it belongs to everybody.</p></section></body></html>";
    let found = imported("mill.epub", &epub(&[("1.xhtml", &text), ("2.xhtml", end)], &[]));
    assert_eq!(texts(&found), [ONE, TWO]);
    assert_eq!(found.apart.iter().filter(|it| it.kind == Boilerplate::Imprint).count(), 5);
    assert!(found.quotes.iter().all(|quote| quote.paragraph <= 2));
}

#[test]
fn words_that_no_list_has_stay_as_they_are_in_clean_text() {
    let text = "The keeper awaked before the others, and \"[w]herever\" she went the dogs followed. Her indifferences were her own, and she infolds the letter twice. Seen ahistorically a mill is only a mill.";
    let found = imported(
        "keeper.md",
        format!("# The Keeper\n\nBy Ada Quill\n\n{text}\n\n{ONE}\n").as_bytes(),
    );
    assert_eq!(texts(&found), [text, ONE]);
    assert!(found.repairs.is_empty(), "{:?}", found.repairs);
}

#[test]
fn in_order_to_is_no_order() {
    let text = "In order to know whether the water is good, you must let it stand in a glass for one night and look at it in the morning.";
    let found = imported("wells.md", format!("# Wells\n\nBy Ada Quill\n\n{text}\n").as_bytes());
    assert_eq!((texts(&found), found.quotes.len()), (vec![text], 0));
}

#[test]
fn a_word_file_is_told_from_a_damaged_book() {
    let document = b"<w:document><w:body><w:p/></w:body></w:document>";
    let file = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document)]);
    let refused = import(&Given { name: "mill.docx", bytes: &file }, &Options::default());
    let refused = refused.map(|_| ()).unwrap_err().to_string();
    assert_eq!(
        refused,
        "This is a Word file: save it as PDF, HTML or plain text, and import that."
    );
}
