//! PDFs as typesetting programs draw them.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::files::saved;
use super::*;

/// A document with one font, and pages of these sizes with these operators.
fn drawn(font: impl FnOnce(&mut Document) -> Dictionary, pages: &[(&str, [i64; 2])]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let pages_id = document.new_object_id();
    let font = font(&mut document);
    let font = document.add_object(font);
    let mut kids: Vec<Object> = Vec::new();
    for (content, [width, height]) in pages {
        let content = document.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages_id, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), (*width).into(), (*height).into()],
        });
        kids.push(page.into());
    }
    let count = i64::try_from(kids.len()).unwrap();
    document.objects.insert(
        pages_id,
        Object::Dictionary(dictionary! {
            "Type" => "Pages", "Kids" => kids, "Count" => count,
            "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        }),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages_id });
    document.trailer.set("Root", catalog);
    saved(document)
}

fn times(_: &mut Document) -> Dictionary {
    dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times-Roman", "Encoding" => "WinAnsiEncoding" }
}

const A4: [i64; 2] = [595, 842];

#[test]
fn lines_are_put_in_their_place_by_any_matrix() {
    let lines = [
        "Nobody owns the state of the road, and every power that",
        "says it does must build a road of its own in the end. It",
        "was so for as long as anybody could remember, and those",
        "who walked on it knew it better than those who drew it.",
    ];
    let whole = lines.join(" ");
    let each = |show: &dyn Fn(usize, &str) -> String| -> String {
        lines.iter().enumerate().map(|(at, line)| show(at, line)).collect()
    };
    let y = |at: usize| 700 - 14 * at;
    for content in [
        format!("BT /F1 11 Tf 14 TL 60 700 Td {} ET", each(&|_, line| format!("({line}) Tj T* "))),
        each(&|at, line| format!("q 1 0 0 1 60 {} cm BT /F1 11 Tf ({line}) Tj ET Q ", y(at))),
        each(&|at, line| format!("BT /F1 1 Tf 11 0 0 11 60 {} Tm ({line}) Tj ET ", y(at))),
        format!(
            "0 1 -1 0 842 0 cm BT /F1 11 Tf 14 TL 60 700 Td {} ET",
            each(&|_, line| format!("({line}) Tj T* "))
        ),
    ] {
        assert_eq!(
            texts(&imported("roads.pdf", &drawn(times, &[(&content, A4)]))),
            [&whole],
            "{content}"
        );
    }
}

#[test]
fn a_font_tells_its_widths_and_its_letters() {
    // Each code is drawn by itself, as far on as the font says that a letter is wide.
    let composite = |document: &mut Document| {
        let map = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <00FF> <0000> endbfrange";
        let map = document.add_object(Stream::new(dictionary! {}, map.to_vec()));
        let descendant = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "CIDFontType2", "DW" => 900, "W" => vec![97.into(), 122.into(), 400.into()],
        });
        dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H",
            "DescendantFonts" => vec![descendant.into()], "ToUnicode" => map,
        }
    };
    let text = "nobody owns the state of the road and so nobody mends it";
    let (mut content, mut x) = (String::from("BT /F1 10 Tf"), 60.0);
    for c in text.chars() {
        if c == ' ' {
            x += 2.5;
            continue;
        }
        content.push_str(&format!(" 1 0 0 1 {x} 700 Tm <{:04X}> Tj", u32::from(c)));
        x += 4.0;
    }
    content.push_str(" ET");
    assert_eq!(texts(&imported("roads.pdf", &drawn(composite, &[(&content, A4)]))), [text]);
    let ligatures = |document: &mut Document| {
        let names = ["ff", "f_i", "ffl"].map(|name| Object::Name(name.into()));
        let differences: Vec<Object> = std::iter::once(1.into()).chain(names).collect();
        let encoding =
            document.add_object(dictionary! { "Type" => "Encoding", "Differences" => differences });
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times-Roman", "Encoding" => encoding }
    };
    let content = "BT /F1 11 Tf 60 700 Td (The o\\001icers of the state \\002nd the ba\\003ed clerk in the end.) Tj ET";
    assert_eq!(
        texts(&imported("roads.pdf", &drawn(ligatures, &[(content, A4)]))),
        ["The officers of the state find the baffled clerk in the end."]
    );
}

#[test]
fn small_raised_numbers_are_the_marks_of_notes() {
    let content = "BT /F1 11 Tf 60 700 Td (Nobody owns the state of the road.) Tj /F1 7 Tf 4 Ts (1) Tj 0 Ts /F1 11 Tf ( Every power says it does.) Tj \
        /F1 7 Tf 0 -600 Td 3 Ts (1) Tj 0 Ts /F1 9 Tf ( Or of the river, as it was said.) Tj ET";
    let found = imported("roads.pdf", &drawn(times, &[(content, A4)]));
    assert_eq!(
        texts(&found),
        [
            "Nobody owns the state of the road. Every power says it does.",
            "Or of the river, as it was said."
        ]
    );
    assert_eq!((found.notes.len(), found.notes[0].marked_in), (1, Some(1)));
}

#[test]
fn sheets_are_cut_into_pages_and_put_in_order() {
    let page = |number: usize, x: i64| {
        let line = |index: usize| {
            format!("(On page {number} line {index} speaks of the road of the state,) Tj T*")
        };
        let lines: Vec<String> = (1..7).map(line).collect();
        format!(
            "BT /F1 9 Tf 12 TL 1 0 0 1 {x} 500 Tm {} (and that is where page {number} comes to its end.) Tj ET BT /F1 9 Tf 1 0 0 1 {} 40 Tm ({number}) Tj ET",
            lines.join(" "),
            x + 150
        )
    };
    let sides: Vec<String> = [[8, 1], [2, 7], [6, 3], [4, 5]]
        .iter()
        .map(|[left, right]| format!("{} {}", page(*left, 40), page(*right, 460)))
        .collect();
    let sides: Vec<(&str, [i64; 2])> =
        sides.iter().map(|side| (side.as_str(), [842, 595])).collect();
    let found = imported("roads.pdf", &drawn(times, &sides));
    assert_eq!(
        found.page_order.as_deref(),
        Some([2, 3, 6, 7, 8, 5, 4, 1].as_slice()),
        "{:?}",
        found.doubts
    );
}
