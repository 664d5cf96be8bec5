//! Books and papers: EPUBs and PDFs, beside what other programs read in them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use commonplace_import as import;
use commonplace_import::{Boilerplate, Given, Imported, Options, Place};
use unicode_normalization::UnicodeNormalization;

use crate::score::{compare, keep, order, words};

/// The files whose right text nobody knows.
const BESIDE: &str = "PDF beside pdftotext";

/// Other programs, by the commands that print the text of a file.
const PEERS: &[(&str, &str, &[&str])] = &[
    ("pdf", "pdftotext", &["pdftotext", "-enc", "UTF-8", "FILE", "-"]),
    (
        "pdf",
        "pypdf",
        &[
            "python3",
            "-c",
            "import sys, pypdf\nfor p in pypdf.PdfReader(sys.argv[1]).pages: print(p.extract_text())",
            "FILE",
        ],
    ),
    (
        "pdf",
        "PyMuPDF",
        &[
            "python3",
            "-c",
            "import sys, pymupdf\nfor p in pymupdf.open(sys.argv[1]): print(p.get_text())",
            "FILE",
        ],
    ),
    (
        "pdf",
        "pdfium",
        &[
            "python3",
            "-c",
            "import sys, pypdfium2\nfor p in pypdfium2.PdfDocument(sys.argv[1]): print(p.get_textpage().get_text_bounded())",
            "FILE",
        ],
    ),
    (
        "pdf",
        "pdfminer",
        &[
            "python3",
            "-c",
            "import sys\nfrom pdfminer.high_level import extract_text\nprint(extract_text(sys.argv[1]))",
            "FILE",
        ],
    ),
    (
        "epub",
        "ebooklib",
        &[
            "python3",
            "-c",
            "import sys, ebooklib\nfrom ebooklib import epub\nfrom bs4 import BeautifulSoup\nb = epub.read_epub(sys.argv[1])\nfor i, _ in b.spine: print(BeautifulSoup(b.get_item_with_id(i).get_body_content(), 'html.parser').get_text(' '))",
            "FILE",
        ],
    ),
];

/// Compares all files of the folder. The right text of `NAME.pdf` is `NAME.txt`; where there is
/// none, what pdftotext reads stands for it. That of an EPUB is what its spine holds. What other
/// programs print is kept in the folder `peers`.
pub(crate) fn measure() {
    let folder = std::env::var_os("COMMONPLACE_BOOKS").expect("set COMMONPLACE_BOOKS");
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| ["pdf", "epub"].contains(&extension(file)));
    files.sort();
    let mut means: BTreeMap<(&str, &str), Vec<(f64, f64)>> = BTreeMap::new();
    for file in files {
        let all = PEERS.iter().filter(|(of, ..)| *of == extension(&file));
        let peers: Vec<(&str, Option<String>)> =
            all.map(|(_, name, command)| (*name, read_by(name, command, &file))).collect();
        let (known, right) = right(&file, &peers);
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&file).unwrap();
        let imported = import::import(&Given { name: &name, bytes: &bytes }, &Options::default());
        let ours = imported
            .map_err(|refusal| println!("{name}: {refusal}"))
            .map(|it| whole(&it, known == BESIDE));
        keep(&name, ours.as_deref().unwrap_or_default(), &right);
        let truth = words(&joined(&right));
        print!("| {name} |");
        for (peer, read) in std::iter::once(("ours", ours.ok())).chain(peers) {
            let found = words(&joined(&read.unwrap_or_default()));
            let (p, r) = compare(&found, &truth);
            let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
            let o = order(&found, &truth);
            print!(" {peer} {f:.3} / {o:.3} |");
            means.entry((known, peer)).or_default().push((f, o));
        }
        println!();
    }
    for ((known, peer), all) in means {
        let mean = |of: fn(&(f64, f64)) -> f64| all.iter().map(of).sum::<f64>() / all.len() as f64;
        println!(
            "{known}, {} files: {peer} {:.3} / {:.3}",
            all.len(),
            mean(|one| one.0),
            mean(|one| one.1)
        );
    }
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|e| e.to_str()).unwrap_or_default()
}

/// The right text of a file, and where it is from.
fn right(file: &Path, peers: &[(&str, Option<String>)]) -> (&'static str, String) {
    if extension(file) == "epub" {
        return ("EPUB", spine(file).unwrap_or_else(|| panic!("{} has no spine", file.display())));
    }
    if let Ok(text) = fs::read_to_string(file.with_extension("txt")) {
        return ("PDF with its text", text);
    }
    let other = peers.iter().find(|(name, _)| *name == "pdftotext");
    let text = other.and_then(|(_, text)| text.clone());
    (BESIDE, text.unwrap_or_else(|| panic!("{} has no text", file.display())))
}

/// All that was read, in the order of the file: the text, and what is set apart; without heads and
/// numbers of pages, unless those are in the right text as well.
fn whole(imported: &Imported, with_heads: bool) -> String {
    let mut pieces: Vec<(Place, &str)> = Vec::new();
    for paragraph in &imported.paragraphs {
        if let Some(part) = imported.sections.iter().find(|part| part.first == paragraph.number)
            && !["Beginning", "Text", "Notes"].contains(&part.title.as_str())
        {
            pieces.extend(part.label.as_deref().map(|label| (paragraph.place, label)));
            pieces.push((paragraph.place, &part.title));
        }
        pieces.extend(paragraph.label.as_deref().map(|label| (paragraph.place, label)));
        pieces.push((paragraph.place, &paragraph.text));
    }
    let again = [Boilerplate::RunningHead, Boilerplate::PageNumber, Boilerplate::Ornament];
    let apart = imported.apart.iter().filter(|it| with_heads || !again.contains(&it.kind));
    pieces.extend(apart.map(|apart| (apart.place, apart.text.as_str())));
    pieces.sort_by_key(|(place, _)| (place.page, place.line));
    pieces.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

/// What a program reads in a file; nothing if it is not there or fails.
fn read_by(name: &str, command: &[&str], file: &Path) -> Option<String> {
    let folder = file.parent()?.join("peers");
    let kept = folder.join(format!("{}.{name}.txt", file.file_name()?.to_string_lossy()));
    if let Ok(text) = fs::read_to_string(&kept) {
        return Some(text);
    }
    let (program, arguments) = command.split_first()?;
    let path = file.to_string_lossy();
    let arguments = arguments.iter().map(|a| if *a == "FILE" { path.as_ref() } else { a });
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    fs::create_dir_all(&folder).ok()?;
    output.status.success().then(|| fs::write(kept, &text).ok())??;
    Some(text)
}

/// A text in plain characters, with the words joined that were split at the ends of lines.
fn joined(text: &str) -> String {
    let plain: String = text.nfkc().collect();
    plain.replace("-\r\n", "").replace("-\n", "")
}

/// The words of a book in the order of its spine, by other code than the importer's.
fn spine(file: &Path) -> Option<String> {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).ok()?).ok()?;
    let mut get = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let container = get("META-INF/container.xml")?;
    let package_name = attribute(container.split("<rootfile ").nth(1)?, "full-path")?;
    let package = get(&package_name)?;
    let folder = package_name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let item = |item: &str| {
        let tag = item.split('>').next()?;
        Some((attribute(tag, "id")?, attribute(tag, "href")?))
    };
    let items: Vec<(String, String)> = package.split("<item ").skip(1).filter_map(item).collect();
    let mut text = String::new();
    let mut seen: Vec<String> = Vec::new();
    for reference in package.split("<itemref ").skip(1) {
        let id = attribute(reference.split('>').next()?, "idref")?;
        let Some((_, href)) = items.iter().find(|(own, _)| *own == id) else {
            continue;
        };
        let name = href.split('#').next()?.replace("%20", " ");
        let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if seen.contains(&name) {
            continue;
        }
        seen.push(name.clone());
        let Some(page) = get(&name) else { continue };
        let Some((_, body)) = page.split_once("<body") else { continue };
        text.push_str(&crate::pages::without_tags(body.split_once('>')?.1));
        text.push('\n');
    }
    Some(text)
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split(&format!("{name}=\"")).nth(1)?;
    Some(after.split('"').next()?.to_owned())
}
