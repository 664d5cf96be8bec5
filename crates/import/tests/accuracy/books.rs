//! Books and papers: EPUBs and PDFs, beside what other programs read in them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use commonplace_import as import;
use commonplace_import::{Given, Options};
use unicode_normalization::UnicodeNormalization;

use crate::score::{Rules, compare, keep, order, text, words};

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
/// none, what pdftotext reads stands for it. That of an EPUB is what its spine holds, less title
/// page, imprint and contents.
pub(crate) fn measure() {
    let folder = std::env::var_os("COMMONPLACE_BOOKS").expect("set COMMONPLACE_BOOKS");
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut means: BTreeMap<(String, &str), Vec<(f64, f64)>> = BTreeMap::new();
    for file in files {
        let kind = file.extension().and_then(|e| e.to_str()).unwrap_or_default().to_owned();
        let all = PEERS.iter().filter(|(of, ..)| *of == kind);
        let peers: Vec<(&str, Option<String>)> =
            all.map(|(_, name, command)| (*name, run(command, &file))).collect();
        let (right, known) = match (kind.as_str(), fs::read_to_string(file.with_extension("txt"))) {
            ("epub", _) => (spine(&file), "epub"),
            ("pdf", Ok(text)) => (Some(text), "pdf with its text"),
            ("pdf", Err(_)) => {
                let other = peers.iter().find(|(name, _)| *name == "pdftotext");
                (other.and_then(|(_, text)| text.clone()), "pdf without")
            }
            _ => continue,
        };
        let right = right.unwrap_or_else(|| panic!("no text to compare {} with", file.display()));
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&file).unwrap();
        let imported = import::import(&Given { name: &name, bytes: &bytes }, &Options::default());
        let ours = imported
            .map(|imported| text(&imported, Rules { numbers: true, captions: true }))
            .map_err(|refusal| {
                println!("{name}: {refusal}");
            });
        keep(&name, ours.as_deref().unwrap_or_default(), &right);
        let truth = words(&joined(&right));
        print!("| {name} |");
        for (peer, read) in std::iter::once(("ours", ours.ok())).chain(peers) {
            let found = words(&joined(&read.unwrap_or_default()));
            let (p, r) = compare(&found, &truth);
            let (f, o) =
                (if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }, order(&found, &truth));
            print!(" {peer} {f:.3} / {o:.3} |");
            means.entry((known.to_owned(), peer)).or_default().push((f, o));
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

/// What a program prints; nothing if it is not there or fails.
fn run(command: &[&str], file: &Path) -> Option<String> {
    let (program, arguments) = command.split_first()?;
    let file = file.to_string_lossy();
    let arguments = arguments.iter().map(|a| if *a == "FILE" { file.as_ref() } else { a });
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
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
    let items: Vec<(String, String, bool)> = package
        .split("<item ")
        .skip(1)
        .filter_map(|item| {
            let tag = item.split('>').next()?;
            let is_contents = attribute(tag, "properties").is_some_and(|p| p.contains("nav"));
            Some((attribute(tag, "id")?, attribute(tag, "href")?, is_contents))
        })
        .collect();
    let mut text = String::new();
    let mut seen: Vec<String> = Vec::new();
    for reference in package.split("<itemref ").skip(1) {
        let id = attribute(reference.split('>').next()?, "idref")?;
        let Some((_, href, is_contents)) = items.iter().find(|(own, ..)| *own == id) else {
            continue;
        };
        let name = href.split('#').next()?.replace("%20", " ");
        let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if *is_contents || seen.contains(&name) {
            continue;
        }
        seen.push(name.clone());
        let Some(page) = get(&name) else { continue };
        let around = ["titlepage", "imprint", "colophon", "copyright-page", "\"toc\""];
        let head: String = page.split("<body").nth(1)?.chars().take(600).collect();
        if !around.iter().any(|kind| head.contains(kind)) {
            text.push_str(&crate::pages::without_tags(page.split_once("<body")?.1));
            text.push('\n');
        }
    }
    Some(text)
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split(&format!("{name}=\"")).nth(1)?;
    Some(after.split('"').next()?.to_owned())
}
