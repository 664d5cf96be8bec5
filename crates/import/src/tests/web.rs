//! Pages of the web: which part of them is the text, and what they say of it.

use super::*;

const ONE: &str = "The ferryman keeps the rope of the state, and nobody on either bank remembers who gave it to him.";
const TWO: &str = "A council that writes nothing down must decide everything again, and it decides it in favour of those who remember.";
const THREE: &str = "When the bridge was built, the power of the ferry was gone, and so were the people who had lived from it.";

fn text() -> String {
    format!("<h1>The Ferry</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>")
}

fn page(body: &str) -> Imported {
    imported(
        "page.html",
        format!(
            "<!DOCTYPE html><html><head><title>The Ferry</title></head><body>{body}</body></html>"
        )
        .as_bytes(),
    )
}

#[test]
fn the_name_of_a_wrapper_is_no_role() {
    let text = text();
    for body in [
        format!(
            "<div class='content-with-sidebar share-bar'>{text}</div><div class='sidebar'><p>Other stories</p></div>"
        ),
        format!("<form action='page.aspx'><div id='menu-wrapper'>{text}</div></form>"),
        format!(
            "<table><tr><td class='nav-cell'><a href='/'>Home</a></td><td id='comments-off'>{text}</td></tr></table>"
        ),
        format!("<aside>{text}</aside>"),
    ] {
        assert_eq!(texts(&page(&body)), [ONE, TWO, THREE], "{body}");
    }
}

#[test]
fn what_stands_around_a_text_is_kept_apart_and_listed() {
    let text = text();
    for (around, words) in [
        (
            format!(
                "<div><p>We use cookies to improve the state of your visit, and you consent to our use of them.</p></div><div>{text}</div>"
            ),
            "cookies",
        ),
        (
            format!(
                "<div>{text}</div><section><p>Ada Quill is a senior writer who covers power and the economy for this paper.</p></section>"
            ),
            "senior writer",
        ),
        (
            format!(
                "<div>{text}<ul><li><a href='/1'>The state of the roads</a></li><li><a href='/2'>Power to the mills</a></li></ul></div>"
            ),
            "the mills",
        ),
        (
            format!("<a href='/in'>Sign in</a><div><span>Search</span></div><main>{text}</main>"),
            "Sign in",
        ),
    ] {
        let found = page(&around);
        assert_eq!(texts(&found), [ONE, TWO, THREE], "{around}");
        assert!(
            found.apart.iter().any(|apart| apart.text.contains(words)),
            "{words}: {:?}",
            found.apart
        );
    }
}

#[test]
fn a_text_that_is_cut_in_parts_is_read_whole() {
    let part = |text: &str| {
        format!(
            "<section class='part'><div class='col'><p class='x'>{text} It was so for as long as anybody could remember, and longer.</p></div></section>"
        )
    };
    let body = format!(
        "<div id='story'>{}<div class='slot'>Read on</div>{}{}</div>",
        part(ONE),
        part(TWO),
        part(THREE)
    );
    let found = page(&body);
    let starts: Vec<bool> = [ONE, TWO, THREE]
        .iter()
        .map(|text| texts(&found).iter().any(|found| found.starts_with(text)))
        .collect();
    assert_eq!(starts, [true, true, true], "{:?}", texts(&found));
}

#[test]
fn who_wrote_it_and_when() {
    let text = text();
    for (head, before) in [
        (
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Quarter\"},{\"@type\":\"NewsArticle\",\"headline\":\"The Ferry\",\"author\":[{\"name\":\"Ada Quill\"}],\"datePublished\":\"1931-02-03\"}]}</script>",
            "",
        ),
        (
            "<meta name='author' content='Ada Quill'><meta property='article:published_time' content='1931-02-03'>",
            "",
        ),
        (
            "<meta property='article:author' content='https://quarter.example/ada'><meta name='byl' content='By Ada Quill'><meta name='date' content='1931'>",
            "",
        ),
        (
            "",
            "<div itemprop='author'><span itemprop='name'>Ada Quill</span></div><time datetime='1931-02-03'>3 February</time>",
        ),
        ("", "<p>By Ada Quill, 1931</p>"),
        (
            "",
            "<p class='byline'>By <a rel='author' href='/ada'>Ada Quill</a></p><p><time>February 3, 1931</time></p>",
        ),
    ] {
        let html = format!(
            "<html lang='en'><head><title>The Ferry | Quarter</title>{head}</head><body>{}</body></html>",
            text.replace("</h1>", &format!("</h1>{before}"))
        );
        let found = imported("page.html", html.as_bytes());
        let work = (found.work.title.as_str(), found.work.author.as_str(), found.work.year);
        assert_eq!(work, ("The Ferry", "Ada Quill", 1931), "{head}{before}");
        assert_eq!(texts(&found), [ONE, TWO, THREE], "{head}{before}");
    }
}

#[test]
fn a_title_is_what_the_page_calls_its_text_and_not_its_site() {
    let ferry = "The Ferry: A History";
    for (head, before, title) in [
        // The site is the longer of two headings, or both are alike: it leads home.
        (
            "<title>The Ferry: A History — notes of a harbour</title>",
            "<h1><a href='index.html'>notes of a harbour</a></h1><h2>The Ferry: A History</h2>",
            ferry,
        ),
        (
            "<title>The Ferry: A History — notes of a harbour of the north</title>",
            "<h1><a href='/'>notes of a harbour of the north</a></h1>",
            ferry,
        ),
        (
            "<title>The Ferry: A History | Quarter</title><meta property='og:title' content='The Ferry: A History | Quarter'>",
            "",
            ferry,
        ),
        (
            "<title>The Ferry: A History | Roads | Quarter</title><meta property='og:site_name' content='Quarter'>",
            "",
            ferry,
        ),
        // A sign beside the heading leads to itself.
        ("<title>The Ferry: a history - Ada’s Quarter</title>", "", "The Ferry: a history"),
        // What stands first on the page is not its title.
        (
            "<title>The Ferry: A History - Quarter News</title><meta property='og:title' content='The Ferry: A History'>",
            "<div><a href='/login'>Sign in</a> <span>Sign in</span></div><ul><li>Quarter News</li></ul>",
            ferry,
        ),
        // A title may go on as a summary.
        (
            "<meta property='og:title' content='The Ferry: A History of a Rope. Nobody on either bank remembers who gave the rope to the ferryman, and so the ferry is still his, as the book shows'>",
            "<h2>The Ferry: A History of a Rope</h2>",
            "The Ferry: A History of a Rope",
        ),
        // The book that it is a chapter of is not the name of the site, which comes after it.
        (
            "<title>The Ferry: A History - Roads and Rivers | Quarter</title><meta property='og:site_name' content='Quarter'><meta property='og:title' content='The Ferry: A History - Roads and Rivers'>",
            "<h2>Roads and Rivers</h2>",
            "The Ferry: A History - Roads and Rivers",
        ),
    ] {
        let text = text().replace("The Ferry", "The Ferry: A History <a href='#top'>¶</a>");
        let html =
            format!("<html><head>{head}</head><body>{before}<div>{text}</div></body></html>");
        assert_eq!(imported("page.html", html.as_bytes()).work.title, title, "{head}{before}");
    }
}

#[test]
fn the_language_that_a_page_declares() {
    for (tag, language) in [("ja", "ja"), ("fa-IR", "fa"), ("de", "de")] {
        let found = imported(
            "page.html",
            format!("<html lang='{tag}'><body>{}</body></html>", text()).as_bytes(),
        );
        assert_eq!(found.work.language, language);
    }
    let german = "<p>Der Weg ist lang, und <q>niemand</q> kennt ihn, der ihn nicht ging, wie man es von der Macht des Staates sagt.</p>";
    let found =
        imported("page.html", format!("<html lang='de'><body>{german}</body></html>").as_bytes());
    assert!(texts(&found)[0].contains("„niemand“"), "{:?}", texts(&found));
    assert!(
        found.doubts.iter().any(|doubt| doubt.to_string().contains("terms of the themes")),
        "{:?}",
        found.doubts
    );
}

#[test]
fn what_a_browser_adds_and_what_it_hides() {
    let body = format!(
        "{}<p>She said <q>not <q>even</q> now</q>, of a <del>long</del><ins>short</ins> road, x<sup>2</sup> and H<sub>2</sub>O, \
         <ruby>道<rt>michi</rt></ruby>, in the 19<sup>th</sup> century, in the hands of the state.</p>\
         <ol start='4'><li>The fourth rule of the state is long enough to stand.</li><li><p>The fifth rule of the state is loose in its list.</p></li></ol>\
         <p style='display: none'>Hidden words that nobody reads on this page.</p>",
        text()
    );
    let found = page(&body);
    let all = texts(&found).join("\n");
    for words in [
        "“not ‘even’ now”",
        "a short road",
        "x² and H2O",
        "道,",
        "the 19th century",
        "4. The fourth rule",
        "5. The fifth rule",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(
        !all.contains("Hidden") && !all.contains("long road") && found.notes.is_empty(),
        "{all}"
    );
}

#[test]
fn the_numbers_of_printed_pages_are_not_the_texts() {
    for number in [
        "<span class='pagenum'><a id='Page_23'>[Pg 23]</a></span>",
        "<span epub:type='pagebreak' id='p23'>23</span>",
        "<a name='page23'></a><span class='pageno' id='pg_23'>{23}</span>",
    ] {
        let body = text().replace("remembers", &format!("remem{number}bers"));
        assert_eq!(texts(&page(&body)), [ONE, TWO, THREE], "{number}");
    }
}

#[test]
fn a_page_that_is_indented_or_typed_is_text() {
    let typed = format!(
        "<pre>\nTHE FERRY\n\nby Ada Quill, 1931\n\n{}\n\n{}\n</pre>",
        ONE.replace("of the state,", "of the state,\n"),
        TWO.replace("again,", "again,\n")
    );
    let found = page(&typed);
    assert_eq!(texts(&found), [ONE, TWO]);
    assert_eq!(found.work.author, "Ada Quill");
    let found = page(&format!("<blockquote>{}</blockquote>", text()));
    assert!(found.paragraphs.iter().all(|paragraph| paragraph.voice == Voice::Author));
    assert_eq!(texts(&found), [ONE, TWO, THREE]);
}

#[test]
fn no_paragraph_is_lost_by_how_it_begins_or_ends() {
    for first in [
        "The ferryman said: \"Nobody owns the state of the river, and so nobody mends the rope of it.\"",
        "by the end of the year the ferry of the state had carried nobody for a month",
        "1931 was the year in which the power of the ferry came to its end, as everybody knew.",
    ] {
        let body = format!("<h1>The Ferry</h1><p>{first}</p><p>{ONE}</p><p>{TWO}</p>");
        assert_eq!(texts(&page(&body)), [first, ONE, TWO]);
    }
}

#[test]
fn what_stands_beside_a_title_is_not_the_text() {
    let kicker = format!(
        "<div><span>Rivers</span><h1>The Ferry</h1><p>Nobody gave the rope, and everybody holds it.</p>\
         <p>By Ada Quill and Bert Inkwell</p><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div>"
    );
    let found = page(&kicker);
    assert_eq!(texts(&found), ["Nobody gave the rope, and everybody holds it.", ONE, TWO, THREE]);
    assert_eq!(found.work.author, "Ada Quill and Bert Inkwell");
    assert_eq!(found.sections.len(), 1);
    let wiki = format!(
        "<h1>The Ferry</h1><table><tr><th>River</th><td>The Long One</td></tr><tr><th>Since</th><td>1871</td></tr></table>\
         <p>{ONE}</p><h2>The rope<span>[<a href='/edit'>edit</a>]</span></h2><p>{TWO}</p><p>{THREE}</p>\
         <table><tr><th>Year</th><td>Boats</td></tr></table><p>{ONE}</p>"
    );
    let found = page(&wiki);
    assert_eq!(texts(&found), [ONE, TWO, THREE, "Year", "Boats", ONE]);
    let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["Beginning", "The rope"]);
}

#[test]
fn a_title_that_a_program_made_up_is_none() {
    for made in ["Doc1", "Document3", "Untitled"] {
        let written = format!(
            "<html><head><title>{made}</title></head><body><div><p>The Ferry</p><p>by Ada Quill</p>\
             <h1>1. The rope</h1><p>{ONE}</p><p>{TWO}</p><h1>2. The bridge</h1><p>{THREE}</p></div></body></html>"
        );
        let found = imported("ferry.htm", written.as_bytes());
        assert_eq!(
            (found.work.title.as_str(), found.work.author.as_str()),
            ("The Ferry", "Ada Quill")
        );
        assert_eq!(texts(&found), [ONE, TWO, THREE]);
        let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
        assert_eq!(titles, ["The rope", "The bridge"], "{made}");
    }
}
