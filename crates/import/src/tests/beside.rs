//! What stands beside the text of a page: other texts, answers, galleries, captions, lines of links.

use super::*;

const ONE: &str =
    "The ferryman keeps the rope of the state, and nobody on either bank remembers who gave it.";
const TWO: &str =
    "A council that writes nothing down must decide everything again, and so it never decides.";

fn page(title: &str, body: &str) -> Imported {
    let head = format!("<head><title>{title}</title></head>");
    imported(
        "page.html",
        format!("<!DOCTYPE html><html>{head}<body>{body}</body></html>").as_bytes(),
    )
}

fn other(count: usize) -> String {
    let item = |number: usize| {
        format!(
            "<article><p>Story {number} of the mill, which was longer than the ferry’s, had more \
             people in it, more water, more wheels, and an end that nobody liked.</p></article>"
        )
    };
    (0..count).map(item).collect()
}

#[test]
fn the_text_is_the_one_under_the_title() {
    let text = format!("<h1>The Ferry</h1><p>{ONE}</p><p>{TWO}</p>");
    for body in [
        format!("<article>{text}</article><section>{}</section>", other(9)),
        format!("<div>{}</div><article>{text}</article>", other(9)),
        format!("<div><div>{}</div><div>{text}</div></div>", other(9).replace("article", "div")),
    ] {
        assert_eq!(texts(&page("The Ferry", &body)), [ONE, TWO], "{body}");
        assert_eq!(texts(&page("The Ferry – Quarter", &body)), [ONE, TWO], "{body}");
    }
}

#[test]
fn answers_are_not_the_text_however_long_they_are() {
    let body = format!(
        "<article><h1>The Ferry</h1><p>{ONE}</p><p>{TWO}</p></article>\
         <div id='comments'>{}</div>",
        other(12).replace("article", "div")
    );
    assert_eq!(texts(&page("The Ferry", &body)), [ONE, TWO]);
}

#[test]
fn a_line_that_names_the_site_and_the_table_after_it_are_not_the_text() {
    let table = "<table><tr><th>Built</th><td>1907</td></tr><tr><th>Keeper</th><td>Ada Quill</td></tr></table>";
    for line in ["From Coastpedia, the coast’s encyclopedia", "Coastpedia: what the coast knows"]
    {
        let body = format!("<h1>The Ferry</h1><p>{line}</p>{table}<p>{ONE}</p><p>{TWO}</p>");
        let found = page("The Ferry - Coastpedia", &body);
        assert_eq!(texts(&found), [ONE, TWO], "{line}");
        assert!(found.apart.iter().any(|apart| apart.text == line), "{:?}", found.apart);
    }
    // A sentence about the site is one of the text.
    let body = format!("<h1>The Ferry</h1><p>Coastpedia was wrong.</p><p>{ONE}</p><p>{TWO}</p>");
    assert_eq!(texts(&page("The Ferry - Coastpedia", &body)).len(), 3);
}

#[test]
fn pictures_that_are_counted_are_a_gallery() {
    for sign in ["/", " of ", "of"] {
        let item = |number: usize| {
            format!(
                "<li>{number}{sign}7 <p>The mill by the river, which was sold, in a year of snow.</p></li>"
            )
        };
        let gallery: String = (1..8).map(item).collect();
        let body =
            format!("<h1>The Ferry</h1><p>{ONE}</p><ul class='x'>{gallery}</ul><p>{TWO}</p>");
        assert_eq!(texts(&page("The Ferry", &body)), [ONE, TWO], "{sign}");
    }
}

#[test]
fn the_words_in_the_box_of_a_picture_are_its_caption() {
    let caption =
        "The ferry in 1907, with its keeper, before the bridge was built. Credit: Quarter";
    for figure in [
        format!("<figure><img src='a.png'><figcaption>{caption}</figcaption></figure>"),
        format!("<div><img src='a.png'><span>{caption}</span></div>"),
        format!("<div><div><img src='a.png'></div><div><p>{caption}</p></div></div>"),
    ] {
        let body = format!("<h1>The Ferry</h1><p>{ONE}</p>{figure}<p>{TWO}</p><p>{ONE}</p>");
        let found = page("The Ferry", &body);
        let captions = found.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Caption);
        let captions: Vec<&str> = captions.map(|p| p.text.as_str()).collect();
        assert_eq!(captions, [caption], "{figure}");
        assert!(found.quotes.iter().all(|quote| quote.text != caption), "{figure}");
    }
    // A paragraph with a picture in it is one all the same.
    let body = format!("<h1>The Ferry</h1><p><img src='a.png'>{ONE}</p><p>{TWO}</p>");
    let found = page("The Ferry", &body);
    assert!(found.paragraphs.iter().all(|p| p.kind == ParagraphKind::Text));
}

#[test]
fn a_line_of_links_is_none_of_the_text() {
    let link = |text: &str| format!("<a href='/{text}'>{text}</a>");
    let tags: Vec<String> = ["ferries", "ropes", "rivers"].map(link).to_vec();
    for line in [
        format!("<div>Tags: {}</div>", tags.join(", ")),
        format!("<strong>Tags {}</strong>", tags.join(", ")),
        format!("<p>Read more: {}</p>", link("The keeper of the other bridge")),
    ] {
        let body = format!("<h1>The Ferry</h1><p>{ONE}</p>{line}<p>{TWO}</p>");
        assert_eq!(texts(&page("The Ferry", &body)), [ONE, TWO], "{line}");
    }
}

#[test]
fn a_list_in_an_item_belongs_to_it() {
    let body = format!(
        "<h1>The Ferry</h1><p>{ONE}</p><h2>Work</h2><ul><li>What was mended this year by the council and \
         its friends, in the order of the work: <ul><li><a href='/1'>The rope of the \
         ferry</a></li></ul></li></ul><p>{TWO}</p>"
    );
    let found = page("The Ferry", &body);
    let is_kept = texts(&found).iter().any(|text| text.contains("The rope"));
    assert!(is_kept, "{:?}, {:?}", texts(&found), found.apart);
}

#[test]
fn the_longest_title_that_is_printed_is_the_title() {
    let text = format!("<p>{ONE}</p><p>{TWO}</p>");
    for (tab, headings, title) in [
        (
            "The Ferry and Its Rope · Q8",
            "<h1>Q8</h1><h1>The Ferry and Its Rope</h1>",
            "The Ferry and Its Rope",
        ),
        ("The Ferry and Its Rope · Q8", "<h2>Q8</h2>", "The Ferry and Its Rope"),
        (
            "Part two: the rope - The Ferry",
            "<h2>The Ferry</h2><h1>Part two: the rope</h1>",
            "Part two: the rope",
        ),
    ] {
        assert_eq!(page(tab, &format!("{headings}{text}")).work.title, title, "{tab}");
    }
}

#[test]
fn a_time_under_the_title_is_none_of_the_text() {
    for line in
        ["Posted: Fri 6:45 PM, Feb 16, 2018 |", "segunda-feira, 22 de janeiro de 2018 às 0:13"]
    {
        let body = format!("<h1>The Ferry</h1><p>{line}</p><p>{ONE}</p><p>{TWO}</p>");
        let found = page("The Ferry", &body);
        assert_eq!((texts(&found), found.work.year), (vec![ONE, TWO], 2018), "{line}");
    }
}

#[test]
fn paragraphs_that_are_set_as_boxes_are_read_before_and_after_a_list() {
    let item = |text: &str| {
        format!(
            "<li><div class='para'>{text} It was so for as long as anybody could remember, on both banks.</div></li>"
        )
    };
    let items: String = [ONE, TWO, ONE, TWO].map(item).concat();
    let body = format!(
        "<ul class='top'><li><a href='/1'>Back</a></li><li>The harbour</li></ul>\
         <div class='section'><div><div><h2>The Ferry</h2></div></div>\
         <div class='para'>{ONE}</div><div class='list'><ul>{items}</ul></div><div class='para'>{TWO}</div></div>"
    );
    let found = page("The Ferry", &body);
    let all = texts(&found);
    assert_eq!((all.first().copied(), all.last().copied()), (Some(ONE), Some(TWO)), "{all:?}");
    assert_eq!(all.len(), 6);
}

#[test]
fn a_page_that_hides_all_its_words_is_read() {
    for hidden in ["hidden=''", "style='display: none'"] {
        let body = format!(
            "<div style='opacity:0'>x</div><div {hidden}><h1>The Ferry</h1><p>{ONE}</p><p>{TWO}</p><p>{ONE}</p></div>"
        );
        assert_eq!(texts(&page("The Ferry", &body)), [ONE, TWO, ONE], "{hidden}");
    }
}

#[test]
fn a_picture_inside_a_sentence_stands_for_its_words() {
    let body = format!(
        "<h1>The Ferry</h1><p><img alt='The ferry at night' src='f.jpg'>{ONE}</p>\
         <p>The length of the rope is <img alt='2 a + b' src='r.png'>, where nobody knows what b is, and nobody asks.</p><p>{TWO}</p>"
    );
    let found = page("The Ferry", &body);
    let formula =
        "The length of the rope is 2 a + b, where nobody knows what b is, and nobody asks.";
    assert_eq!(texts(&found), [ONE, formula, TWO]);
}
