//! Plain text as people keep it.

use super::*;

#[test]
fn paragraphs_by_indent_alone() {
    let lines = [
        "The ferryman keeps the rope of the state, and nobody on either",
        "bank remembers who gave it to him.",
    ];
    for (first, rest) in [("    ", ""), ("\t", ""), ("   ", " ")] {
        let dialogue = "\"Who gave it to you?\" asked the council.";
        let text = format!(
            "THE FERRY\n\nby Ada Quill\n\n{first}{}\n{rest}{}\n{first}{dialogue}\n{first}Nobody laughed.\n{first}{}\n{rest}{}\n{first}{dialogue}\n",
            lines[0], lines[1], lines[0], lines[1]
        );
        let whole = lines.join(" ");
        assert_eq!(
            texts(&imported("ferry.txt", text.as_bytes())),
            [&whole, dialogue, "Nobody laughed.", &whole, dialogue],
            "{text}"
        );
    }
}

#[test]
fn a_short_last_line_ends_its_paragraph() {
    let text = "The ferryman keeps the rope of the state, and nobody on either\nbank remembers who gave it to him, or why he was given\nit.\nA council that writes nothing down must decide everything once\nmore, and it decides it in favour of those who remember things.\n";
    assert_eq!(texts(&imported("ferry.txt", text.as_bytes())).len(), 2);
}

#[test]
fn the_frame_of_a_library_is_not_the_text() {
    let text = "The Project Gutenberg eBook of The Ferry, by Ada Quill\n\nThis eBook is for the use of anyone anywhere at no cost and with\nalmost no restrictions whatsoever.\n\nTitle: The Ferry\n\nAuthor: Ada Quill\n\nTranslator: Bert Inkwell\n\nRelease date: June 3, 2009 [eBook #99999]\n\nLanguage: English\n\n\
        *** START OF THE PROJECT GUTENBERG EBOOK THE FERRY ***\n\nProduced by volunteers\n\nTHE FERRY\n\nBY\n\nADA QUILL\n\n1911\n\nCONTENTS\n\nCHAPTER           PAGE\n\nI. THE ROPE          1\n\nII. THE COUNCIL     14\n\n\
        CHAPTER I\n\nTHE ROPE\n\nThe ferryman keeps the _rope_ of the state, and nobody on either\nbank remembers who gave it to him.\n\n[Illustration: The rope]\n\n* * * * *\n\nCHAPTER II\n\nTHE COUNCIL\n\nA council that writes nothing down must decide everything once\nmore, and it decides it in favour of _those who\nremember_.\n\n\
        *** END OF THE PROJECT GUTENBERG EBOOK THE FERRY ***\n\nUpdated editions will replace the previous one.\n";
    let found = imported("pg99999.txt", text.as_bytes());
    let work = &found.work;
    assert_eq!(
        (work.title.as_str(), work.author.as_str(), work.year),
        ("The Ferry", "Ada Quill", 1911)
    );
    assert_eq!(work.translator.as_deref(), Some("Bert Inkwell"));
    assert_eq!(
        texts(&found),
        [
            "The ferryman keeps the rope of the state, and nobody on either bank remembers who gave it to him.",
            "A council that writes nothing down must decide everything once more, and it decides it in favour of those who remember."
        ]
    );
    let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["CHAPTER I: THE ROPE", "CHAPTER II: THE COUNCIL"]);
}

#[test]
fn a_wrong_byte_is_told() {
    let mut bytes = "The Ferry\n\nby Zoë Hölt, 1931\n\nÜber die Straße führte — so hieß es — der Weg des Staates, und niemand ging ihn.\n".as_bytes().to_vec();
    let at = bytes.len() - 10;
    bytes.insert(at, 0x93);
    let found = imported("ferry.txt", &bytes);
    assert_eq!(found.work.author, "Zoë Hölt");
    assert!(
        found.doubts.iter().any(|doubt| doubt.to_string().contains("bytes")),
        "{:?}",
        found.doubts
    );
}

#[test]
fn a_sentence_may_end_with_another_full_stop() {
    for (name, title, text) in [
        (
            "a.txt",
            "自由について",
            "権力は決して自由を返さない。自由は町の習慣であり、国家の問題である。",
        ),
        ("b.txt", "الطريق", "كانت الطريق طويلة؟ ولم يعرف أحد من صنعها للآخرين؟"),
        ("c.txt", "道", "路很长，没有人知道是谁为别人修的。"),
    ] {
        let found = imported(name, format!("{title}\n\n{text}\n\n{text}\n").as_bytes());
        assert_eq!(texts(&found), [text, text], "{name}");
        assert_eq!(found.work.title, title);
    }
}

#[test]
fn pages_by_their_numbers_where_form_feeds_were_lost() {
    let themes = ["ferry", "rope", "council", "bridge", "baker", "mill", "school", "marsh"];
    let page = |number: usize| {
        let theme = themes[number - 1];
        let next = themes.get(number).copied().unwrap_or("end");
        let line = |index: usize| {
            format!(
                "The {theme} of the town was told of for the {index}. time by those who knew it."
            )
        };
        let mut lines: Vec<String> = (1..9).map(line).collect();
        lines.push(format!(
            "Then everybody spoke of the {next}, and the {next} was what they all went to see"
        ));
        if number > 1 {
            lines.insert(0, format!("in the evening, when the {theme} was lit and the people of the {theme} were in it."));
        }
        format!("{}\n{number}", lines.join("\n"))
    };
    let printed = [8, 1, 2, 7, 6, 3, 4, 5].map(page).join("\n");
    let found = imported("ferry.txt", printed.as_bytes());
    assert_eq!(
        found.page_order.as_deref(),
        Some([2, 3, 6, 7, 8, 5, 4, 1].as_slice()),
        "{:?}",
        found.doubts
    );
}

#[test]
fn another_text_under_an_old_name_is_refused() {
    let one = "The ferryman keeps the rope of the state, and nobody remembers who gave it to him.\n\nA council that writes nothing down must decide everything again.\n";
    let other = "Bread was baked in the quarter before it was light, and no worker could say when.\n\nThe mill stood at the end of the street that had no name.\n";
    let themes = themes();
    let first = imported("text.txt", one.as_bytes());
    let again = |text: &str| {
        let options =
            Options { themes: &themes, previous: Some(&first.toml), ..Options::default() };
        import(&Given { name: "text.txt", bytes: text.as_bytes() }, &options)
    };
    assert!(matches!(again(other), Err(Refusal::OtherWork(title)) if title == first.work.title));
    assert!(again(one).is_ok());
    // A second edition with a new start.
    assert!(again(&format!("{other}\n{one}")).is_ok());
}

#[test]
fn a_title_page_ends_with_its_imprint_and_the_contents_before_the_first_chapter() {
    let text = "THE FERRY\n\nA Story of a Rope\n\nby\n\nADA QUILL\n\nTranslated by Bert Inkwell\n\nLondon\nSmall & Co.\n1907\n\n\n\
        CONTENTS\n\n  I. The rope        1\n  II. The bridge     9\n\n\nI\n\nTHE ROPE\n\n\
        The ferryman kept the rope, and nobody on either bank could remember\nany more who had given it to him, or when that was, or what it was for.\n\n\
        He kept it in a box, and the box in a house, and when somebody came to\nask for it he said that the box was locked and that he had lost the key.\n\n\n\
        II\n\nTHE BRIDGE\n\n\
        When the bridge was built the rope was forgotten, and the box as well.\n";
    let found = imported("ferry.txt", text.as_bytes());
    let work = &found.work;
    assert_eq!(
        (work.title.as_str(), work.author.as_str(), work.translator.as_deref(), work.year),
        ("THE FERRY", "Ada Quill", Some("Bert Inkwell"), 1907)
    );
    let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["I: THE ROPE", "II: THE BRIDGE"]);
    assert_eq!(found.paragraphs.len(), 3, "{:?}", texts(&found));
}

#[test]
fn two_hyphens_at_the_end_of_a_line_are_a_dash() {
    let text = "The Ferry\n\nThe ferryman kept the rope of the state--or so he said when he was asked--\n\
        and nobody on either bank remembered who gave it to him. The self-\n\
        same rope had been on the other bank, people said -- long before --\n\
        the council came there with its books and its men, and asked for it.\n";
    let found = imported("ferry.txt", text.as_bytes());
    assert_eq!(
        texts(&found),
        [
            "The ferryman kept the rope of the state--or so he said when he was asked--and nobody on \
          either bank remembered who gave it to him. The selfsame rope had been on the other bank, \
          people said -- long before -- the council came there with its books and its men, and asked \
          for it."
        ]
    );
}

#[test]
fn a_line_of_signs_under_another_makes_that_a_heading() {
    let one = "The ferryman keeps the rope of the state, and nobody remembers who gave it.";
    let two = "A council that writes nothing down must decide everything again.";
    for [over, under, sub] in
        [["", "=========", "-----------"], ["=========\n", "=========", "~~~~~~~~~~~"]]
    {
        let text = format!(
            "{over}The Ferry\n{under}\n\nThe rope\n{sub}\n\n{one}\n\nThe council\n{sub}\n\n{two}\n\n-----\n\n{one}\n"
        );
        let found = imported("ferry.rst", text.as_bytes());
        assert_eq!(found.work.title, "The Ferry", "{text}");
        let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
        assert_eq!((titles, texts(&found)), (vec!["The rope", "The council"], vec![one, two, one]));
    }
}

#[test]
fn lines_are_as_wide_as_their_letters() {
    // Two languages in one text, each line full for its own letters.
    let japanese = "\
        渡し守はいつから綱を持っているのか誰にも言えなかった。綱を渡した者\n\
        はとうに死んでいたし、それを書いた者もいなかったので、人は綱を彼の\n\
        ものだと思った。";
    let english = "\
        The ferryman could not say since when he had had the rope that was\n\
        his, since those who gave it to him had been dead for many a year.";
    let text = format!("綱\n\n{japanese}\n\n{english}\n\n{japanese}\n\n{english}\n");
    let found = imported("tsuna.txt", text.as_bytes());
    let whole = [japanese.replace('\n', ""), english.replace('\n', " ")];
    assert_eq!(texts(&found), [&whole[0], &whole[1], &whole[0], &whole[1]]);
}

#[test]
fn a_word_that_is_split_over_lines_holds_them_together() {
    let text = "\
        The rules of the ferry, as far as they are known in the village, say:\n\n\
        a) nobody crosses the water before the lamp is lit by the keeper;\n\
        b) nobody pays who has carried a lamp, a rope, or any of the imple-\n\
        ments;\n\
        c) nobody asks.\n";
    let found = imported("ferry.txt", text.as_bytes());
    let all = texts(&found).join("\n");
    assert!(all.contains("any of the implements;"), "{all}");
}

#[test]
fn what_stands_behind_a_bullet_is_an_item() {
    let text = "\
        The rules of the ferry, as far as they are known in the village, are\n\
        these and no others:\n\
        • nobody crosses the water before the lamp is lit by its keeper, and\n\
        nobody waits for it;\n\
        • nobody pays who has carried a lamp, a rope, or anything else that\n\
        the ferry needs.\n";
    let found = imported("ferry.txt", text.as_bytes());
    let kinds: Vec<ParagraphKind> = found.paragraphs.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [ParagraphKind::Text, ParagraphKind::Item, ParagraphKind::Item]);
    assert!(
        texts(&found)[1].starts_with("nobody crosses") && texts(&found)[1].ends_with("for it;")
    );
}

#[test]
fn a_table_that_is_drawn_is_no_prose() {
    let before = "The harbour belonged to the council, or so the council said, yet who decided?";
    let text = format!(
        "{before}\n\n┌──────┬───────┐\n│ Year │ Ships │\n│ 1871 │ Which? │\n└──────┴───────┘\n\n{before}\n"
    );
    let found = imported("harbour.txt", text.as_bytes());
    let prose = found.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Figure);
    let prose: Vec<&str> = prose.map(|p| p.text.as_str()).collect();
    assert_eq!(prose, [before, before]);
}

#[test]
fn of_several_full_stops_the_last_is_the_end() {
    let text = "The ferry came...Nobody was on it but the keeper of the rope, who had no name.\n";
    let found = imported("ferry.txt", text.as_bytes());
    assert_eq!(texts(&found), [text.trim_end().replace("...", "... ")]);
    assert_eq!(found.repairs.len(), 1, "{:?}", found.repairs);
}

#[test]
fn verse_and_the_name_under_it_are_no_chapters() {
    let lines = "The ferryman keeps the rope of the state, and nobody on either\nbank remembers who gave it to him, or why, or what it was for.";
    let prose = [lines; 3].join("\n");
    let stanza = "  The rope was long, the rope was old,\n      And nobody could say\n  Who gave it him, or who had sold\n      The rope on such a day";
    let name = format!("{:>62}", "Otto Stein");
    let text = format!(
        "The Ferry\n\n{prose}\n\n{stanza}\n{name}\n\n{prose}\n\n{stanza}\n\n{name}\n\n{prose}\n"
    );
    let found = imported("ferry.txt", text.as_bytes());
    let titles: Vec<&str> = found.sections.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(titles, ["Beginning"], "{:?}", texts(&found));
}

#[test]
fn a_line_of_signs_is_no_title() {
    let text = "The ferryman keeps the rope of the state, and nobody remembers who gave it to him.";
    let found =
        imported("ferry.txt", format!(">\n\n\n     The Ferry\n\n{text}\n\n{text}\n").as_bytes());
    assert_eq!(found.work.title, "The Ferry");
}
