//! The fonts of PDFs: what their codes mean, and how wide their letters are.

use lopdf::{Document, Object, Stream, dictionary};

use super::printed::{A4, drawn, drawn_in};
use super::*;

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
fn east_asian_fonts_are_read_by_the_maps_that_they_name() {
    let text = "みちはだれのものでもない。みんながあるけばそれがみちになる。";
    let font = |encoding: &'static str| {
        move |document: &mut Document| {
            let system = dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Japan1"), "Supplement" => 2,
            };
            let descendant = document.add_object(dictionary! {
                "Type" => "Font", "Subtype" => "CIDFontType0", "BaseFont" => "Ryumin-Light",
                "CIDSystemInfo" => system, "DW" => 1000,
            });
            dictionary! {
                "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "Ryumin-Light",
                "Encoding" => encoding, "DescendantFonts" => vec![descendant.into()],
            }
        }
    };
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    // In Adobe's collection the glyphs of hiragana are in the order of Unicode.
    let glyph = |c| if c == '。' { 635 } else { 842 + u32::from(c) - u32::from('ぁ') };
    let glyphs: Vec<u8> = text.chars().flat_map(|c| (glyph(c) as u16).to_be_bytes()).collect();
    for (encoding, codes) in
        [("UniJIS-UTF16-H", &utf_16[..]), ("90ms-RKSJ-H", &shift_jis), ("Identity-H", &glyphs)]
    {
        let codes = hex(codes);
        let content = format!("BT /F1 11 Tf 60 700 Td <{codes}> Tj ET");
        let found = imported("michi.pdf", &drawn(font(encoding), &[(&content, A4)]));
        assert_eq!(texts(&found), [text], "{encoding}");
    }
}

#[test]
fn a_change_of_font_glues_no_words_together() {
    // Codes that are letters, in fonts whose letters are of two widths.
    let font = |document: &mut Document, width: i64| {
        let map = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <00FF> <0000> endbfrange";
        let map = document.add_object(Stream::new(dictionary! {}, map.to_vec()));
        let descendant = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "CIDFontType2", "DW" => 1000,
            "W" => vec![97.into(), 122.into(), width.into()],
        });
        dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H",
            "DescendantFonts" => vec![descendant.into()], "ToUnicode" => map,
        }
    };
    let words =
        ["the", "sluice", "and", "its", "gate", "are", "for", "the", "miller", "to", "open"];
    let (mut content, mut x) = (String::from("BT"), 60.0);
    for (at, word) in words.iter().enumerate() {
        let (name, width) = if at % 2 == 0 { ("F1", 4.0) } else { ("F2", 6.0) };
        let codes: String = word.chars().map(|c| format!("{:04X}", u32::from(c))).collect();
        content.push_str(&format!(" /{name} 10 Tf 1 0 0 1 {x} 700 Tm <{codes}> Tj"));
        x += width * word.len() as f64 + 2.5;
    }
    content.push_str(" ET");
    let fonts = |document: &mut Document| vec![font(document, 400), font(document, 600)];
    let found = imported("mill.pdf", &drawn_in(fonts, &[(&content, A4)]));
    assert_eq!(texts(&found), [words.join(" ")]);
}
