//! PDFs as typesetting programs draw them.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::files::saved;
use super::*;

/// A document with one font, and pages of these sizes with these operators.
pub(super) fn drawn(
    font: impl FnOnce(&mut Document) -> Dictionary,
    pages: &[(&str, [i64; 2])],
) -> Vec<u8> {
    drawn_in(|document| vec![font(document)], pages)
}

/// The same with several fonts: F1, F2 and so on.
pub(super) fn drawn_in(
    fonts: impl FnOnce(&mut Document) -> Vec<Dictionary>,
    pages: &[(&str, [i64; 2])],
) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let pages_id = document.new_object_id();
    let mut all = Dictionary::new();
    for (index, font) in fonts(&mut document).into_iter().enumerate() {
        let font = document.add_object(font);
        all.set(format!("F{}", index + 1), font);
    }
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
            "Resources" => dictionary! { "Font" => all },
        }),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages_id });
    document.trailer.set("Root", catalog);
    saved(document)
}

pub(super) fn times(_: &mut Document) -> Dictionary {
    dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times-Roman", "Encoding" => "WinAnsiEncoding" }
}

pub(super) const A4: [i64; 2] = [595, 842];

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
fn the_notes_at_the_foot_of_typeset_pages_are_tied_in_their_chapters() {
    let show = |x: usize, y: usize, size: usize, text: &str| {
        format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET ")
    };
    // A mark is smaller and stands higher than its line.
    let page = |title: &str, first: usize, lines: &[(&str, &str)], notes: &[&str]| {
        let mut content = show(60, 760, 16, title);
        for (at, (line, rest)) in lines.iter().enumerate() {
            let y = 720 - 40 * at;
            content.push_str(&format!(
                "BT 1 0 0 1 60 {y} Tm /F1 11 Tf ({line}) Tj /F1 7 Tf 4 Ts ({}) Tj 0 Ts ET ",
                first + at
            ));
            content.push_str(&show(60, y - 14, 11, rest));
        }
        for (at, note) in notes.iter().enumerate() {
            let y = 90 - 12 * at;
            content.push_str(&format!(
                "BT 1 0 0 1 60 {y} Tm /F1 6 Tf 3 Ts ({}) Tj 0 Ts /F1 8 Tf ( {note}) Tj ET ",
                first + at
            ));
        }
        content
    };
    let one = [
        (
            "The miller opened the sluice before it was light every day.",
            "Nobody in the village could say when he slept, or if he did.",
        ),
        (
            "A village that keeps no book must settle every debt again.",
            "The council learned that power without memory is a habit.",
        ),
    ];
    let two = [(
        "When the wheel broke the people mended it by themselves.",
        "They needed no order from above, since all had mended wheels.",
    )];
    let pages = [
        page(
            "1 The Mill",
            1,
            &one,
            &["He said that he slept on Sundays.", "It met in the school."],
        ),
        page("2 The Wheel", 3, &two, &["It turned for eleven years."]),
    ];
    let title = show(200, 700, 24, "Rye and Water") + &show(220, 660, 14, "Otto Stein");
    let pages = std::iter::once(title).chain(pages).collect::<Vec<_>>();
    let pages: Vec<(&str, [i64; 2])> = pages.iter().map(|page| (page.as_str(), A4)).collect();
    let found = imported("mill.pdf", &drawn(times, &pages));
    let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["The Mill", "The Wheel", "Notes"], "{:?}", texts(&found));
    let notes: Vec<(&str, Option<u16>)> =
        found.notes.iter().map(|note| (note.label.as_str(), note.marked_in)).collect();
    assert_eq!(notes, [("1", Some(1)), ("2", Some(2)), ("3", Some(3))], "{:?}", texts(&found));
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

/// Lines under each other, each an operator of its own.
fn lines_at(x: usize, y: usize, size: usize, lines: &[&str]) -> String {
    let step = size + 3;
    let line = |(at, line): (usize, &&str)| {
        format!("BT /F1 {size} Tf 1 0 0 1 {x} {} Tm ({line}) Tj ET ", y - at * step)
    };
    lines.iter().enumerate().map(line).collect()
}

#[test]
fn a_sheet_with_four_pages_is_cut_and_put_in_order() {
    let themes = ["ferry", "rope", "council", "bridge", "baker", "mill", "school", "marsh"];
    let page = |number: usize, right: bool, turned: bool| {
        let theme = themes[number - 1];
        let lines = [
            format!("The {theme} was the first that they spoke of"),
            format!("when they came, and who had seen the {theme}"),
            format!("told of it to those who had not. In the {theme}"),
            "there was once a man with a rope, they said,".to_owned(),
            format!("who asked for the {theme} and was given it,"),
            format!("and that is all that is known of the {theme}."),
        ]
        .map(|line| format!("({line}) Tj T*"));
        let (x, y) = if right { (298, 0) } else { (0, 0) };
        let place = if turned {
            format!("-1 0 0 -1 {} 842 cm", 298 + x)
        } else {
            format!("1 0 0 1 {x} {y} cm")
        };
        format!(
            "q {place} BT /F1 9 Tf 12 TL 1 0 0 1 30 380 Tm {} ET BT /F1 9 Tf 1 0 0 1 145 20 Tm ({number}) Tj ET Q",
            lines.join(" ")
        )
    };
    let side = |[above, below]: [[usize; 2]; 2]| {
        [
            page(above[0], false, true),
            page(above[1], true, true),
            page(below[0], false, false),
            page(below[1], true, false),
        ]
        .join(" ")
    };
    let sides = [side([[5, 4], [8, 1]]), side([[3, 6], [2, 7]])];
    let sides: Vec<(&str, [i64; 2])> = sides.iter().map(|side| (side.as_str(), A4)).collect();
    let found = imported("mill.pdf", &drawn(times, &sides));
    let text = texts(&found).join(" ");
    let places: Vec<Option<usize>> =
        themes.iter().map(|theme| text.find(&format!("The {theme} was the first"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
    assert_eq!(found.page_order.map(|order| order.len()), Some(8));
}

#[test]
fn contents_with_dots_that_lead_to_numbers_are_no_text() {
    let dots = ". ".repeat(30);
    let rows = [format!("The mill {dots} 2"), format!("A word on the miller {dots} 3")];
    let contents = format!(
        "{}{}",
        lines_at(60, 700, 14, &["Contents"]),
        lines_at(60, 660, 10, &[&rows[0], &rows[1]])
    );
    let title =
        lines_at(200, 500, 20, &["Rye and Water"]) + &lines_at(200, 460, 14, &["Otto Stein"]);
    let first = [
        "The mill stood at the end of the village, and whoever had grain",
        "brought it there, and nobody was ever asked to pay before the end.",
    ];
    let second = [
        "The miller was asked once why he never wrote a bill, and he said",
        "that a bill is what one writes to people whom one will not see again.",
    ];
    let chapter = |title: &str, lines: &[&str]| {
        lines_at(60, 700, 14, &[title]) + &lines_at(60, 660, 10, lines)
    };
    let pages =
        [title, contents, chapter("The mill", &first), chapter("A word on the miller", &second)];
    let pages: Vec<(&str, [i64; 2])> = pages.iter().map(|page| (page.as_str(), A4)).collect();
    let found = imported("mill.pdf", &drawn(times, &pages));
    assert_eq!(texts(&found), [first.join(" "), second.join(" ")]);
    let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["The mill", "A word on the miller"]);
    assert_eq!(
        (found.work.title.as_str(), found.work.author.as_str()),
        ("Rye and Water", "Otto Stein")
    );
    let leaders = found.apart.iter().filter(|apart| apart.kind == Boilerplate::Contents);
    assert_eq!(leaders.count(), 3);
}

#[test]
fn a_lock_that_anybody_can_open_is_open() {
    use lopdf::{EncryptionState, EncryptionVersion, Permissions};
    let text = "Nobody locks the mill, for the door has no key, and the key has no door.";
    let locked = |user: &str| {
        let mut document = super::files::pdf(&[&[text]]);
        let id = Object::string_literal("sixteen letters.");
        document.trailer.set("ID", vec![id.clone(), id]);
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "miller",
            user_password: user,
            key_length: 128,
            permissions: Permissions::empty(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        saved(document)
    };
    assert_eq!(texts(&imported("mill.pdf", &locked(""))), [text]);
    let shut = locked("rye");
    let refused = import(&Given { name: "mill.pdf", bytes: &shut }, &Options::default());
    assert_eq!(refused.err(), Some(Refusal::Encrypted));
}

#[test]
fn a_page_that_runs_from_right_to_left_has_its_words_and_paragraphs() {
    let shapes = |document: &mut Document| {
        let map = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange";
        let map = document.add_object(Stream::new(dictionary! {}, map.to_vec()));
        let descendant = document
            .add_object(dictionary! { "Type" => "Font", "Subtype" => "CIDFontType2", "DW" => 500 });
        dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H",
            "DescendantFonts" => vec![descendant.into()], "ToUnicode" => map,
        }
    };
    // The letters as they are drawn: each in its form, from the left edge to the right.
    let shaped = [
        "ﺍﻟﻄﺮﻳﻖ ﻣﻠﻚ ﻟﻤﻦ ﻳﻤﺸﻲ ﻋﻠﻴﻪ ﻛﻞ ﻳﻮﻡ",
        "ﻭﻣﻦ ﻳﺼﻠﺤﻪ ﻓﻲ ﺍﻟﺼﺒﺎﺡ ﻫﻮ ﺻﺎﺣﺒﻪ.",
        "ﻭﻻ ﺃﺣﺪ ﻳﺴﺄﻝ ﺍﻟﻤﺠﻠﺲ ﻋﻦ ﺫﻟﻚ ﻣﻨﺬ",
        "ﺯﻣﻦ ﻷﻥ ﺍﻟﻤﺠﻠﺲ ﻧﺎﻡ ﻋﻠﻰ ﻣﺤﺎﺿﺮﻩ.",
    ];
    let line = |at: usize, text: &str| {
        let set_in = if at.is_multiple_of(2) { 12 } else { 0 };
        let end = 500 - set_in;
        let codes: String = text.chars().rev().map(|c| format!("{:04X}", u32::from(c))).collect();
        let x = end - 5 * text.chars().count();
        format!("BT /F1 10 Tf 1 0 0 1 {x} {} Tm <{codes}> Tj ET ", 700 - 14 * at)
    };
    let content: String = shaped.iter().enumerate().map(|(at, text)| line(at, text)).collect();
    let found = imported("tariq.pdf", &drawn(shapes, &[(&content, A4)]));
    assert_eq!(found.work.language, "ar");
    assert_eq!(
        texts(&found),
        [
            "الطريق ملك لمن يمشي عليه كل يوم ومن يصلحه في الصباح هو صاحبه.",
            "ولا أحد يسأل المجلس عن ذلك منذ زمن لأن المجلس نام على محاضره.",
        ]
    );
}

#[test]
fn columns_that_are_drawn_line_by_line_are_read_one_after_the_other() {
    let left = [
        "The mill stood at the end of the valley",
        "and nobody had ever thought of a lock",
        "for its door. Those who had grain came",
        "with it, and those who had none came",
        "to hear the news of all the others,",
        "for there was no paper in the valley.",
    ];
    let right = [
        "The council sent a man to count the",
        "sacks, and he counted them for a year",
        "and was never seen to be in a hurry.",
        "When he went he left his book behind,",
        "and the miller put it under the leg",
        "of the table, which had been short.",
    ];
    let third = [
        "Nobody wrote down what became of him,",
        "though the children had a song of it,",
        "in which he counts the stars by night",
        "and finds that there is one too many,",
        "and that nobody has paid for it, and",
        "goes out with his book to look for it.",
    ];
    let all = [left, right, third];
    for count in [2, 3] {
        let columns = all.get(..count).unwrap();
        let row = |at: usize| -> String {
            let cell = |(column, lines): (usize, &[&str; 6])| {
                lines_at(40 + 190 * column, 700 - at * 14, 9, &[lines[at]])
            };
            columns.iter().enumerate().map(cell).collect()
        };
        let rows: String = (0..6).map(row).collect();
        let found = imported("mill.pdf", &drawn(times, &[(&rows, A4)]));
        assert_eq!(texts(&found).join(" "), columns.concat().join(" "), "{count} columns");
    }
}

#[test]
fn the_rows_of_a_table_are_no_paragraph() {
    let before =
        "The harbour belonged to the council, or so the council said, yet the porters decided.";
    let after =
        "When the frost broke the wall in that hard winter, the porters sent no petition at all.";
    let rows = [
        ("Year", "Ships"),
        ("1871", "Forty, of which nine stayed"),
        ("1872", "Fifty-one"),
        ("Twelve in all", "For the frost"),
    ];
    let mut content = format!("BT /F1 11 Tf 60 700 Td ({before}) Tj ET ");
    for (at, (one, other)) in rows.iter().enumerate() {
        let y = 676 - 14 * at;
        content.push_str(&format!("BT /F1 11 Tf 60 {y} Td ({one}) Tj 200 0 Td ({other}) Tj ET "));
    }
    content.push_str(&format!("BT /F1 11 Tf 60 606 Td ({after}) Tj ET"));
    let found = imported("harbour.pdf", &drawn(times, &[(&content, A4)]));
    let figures = found.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Figure);
    let figures: Vec<&str> = figures.map(|p| p.text.as_str()).collect();
    let expected: Vec<String> = rows.iter().map(|(one, other)| format!("{one} {other}")).collect();
    assert_eq!(figures, expected);
    assert_eq!(texts(&found).first().copied(), Some(before));
    assert_eq!(texts(&found).last().copied(), Some(after));
}
