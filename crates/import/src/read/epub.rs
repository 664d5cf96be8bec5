//! An electronic book: its pages of the web in the order of its spine.

mod package;

use std::collections::HashSet;

use super::dom::{Dom, Element};
use super::unzip::{Archive, resolve, shown};
use super::{Body, Format, Source, encoding, html};
use crate::block::{Block, BlockKind};
use crate::boilerplate::{Boilerplate, Matter};
use crate::doubt::Doubt;
use crate::refusal::Refusal;
use package::Package;

/// Reads a book.
pub(super) fn read(bytes: &[u8]) -> Result<Source<'static>, Refusal> {
    let mut archive = Archive::open(bytes)?;
    if let Some(what) = other_kind(&mut archive)? {
        return Err(Refusal::OtherFormat(what));
    }
    let package_name = package_name(&mut archive)?;
    let locked = locked(&mut archive)?;
    let Some(package) = archive.get(&package_name)? else {
        return Err(damaged("it has no package file"));
    };
    let package = Package::read(&tree(&package)?);
    let (pages, mut doubts) = pages(&mut archive, &package, &package_name, &locked)?;
    let (blocks, notes) = blocks(&pages, &package);
    if blocks.iter().all(|block| matches!(block.kind, BlockKind::Apart(_))) {
        return Err(Refusal::NoWords);
    }
    doubts.dedup();
    let (label, body) = (package.label, Body::Blocks(blocks));
    Ok(Source { format: Format::Epub, encoding: "UTF-8", label, body, notes, doubts })
}

/// A page of the book: its name in it, and what is on it.
struct BookPage {
    name: String,
    dom: Dom,
}

/// The pages of the spine, each once.
fn pages(
    archive: &mut Archive<'_>,
    package: &Package,
    package_name: &str,
    locked: &[String],
) -> Result<(Vec<BookPage>, Vec<Doubt>), Refusal> {
    let (mut pages, mut doubts, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for href in package.spine() {
        let name = resolve(package_name, href)?;
        // One page may stand in the spine once for each of its parts.
        if !seen.insert(name.clone()) {
            continue;
        }
        if locked.contains(&name) {
            return Err(Refusal::Encrypted);
        }
        match archive.get(&name)? {
            Some(page) => pages.push(BookPage { dom: tree(&page)?, name }),
            None => doubts.push(Doubt::MissingPage(shown(&name))),
        }
    }
    Ok((pages, doubts))
}

fn tree(bytes: &[u8]) -> Result<Dom, Refusal> {
    html::tree(encoding::decode(bytes).text.trim_start(), true)
}

/// The blocks of all pages, and the labels of their notes.
fn blocks(pages: &[BookPage], package: &Package) -> (Vec<Block>, Vec<String>) {
    let trees: Vec<(String, &Dom)> =
        pages.iter().map(|page| (page.name.clone(), &page.dom)).collect();
    let links = html::link(&trees);
    let mut blocks = Vec::new();
    for (index, (page, mut plan)) in pages.iter().zip(links.plans).enumerate() {
        html::prepare(&page.dom, &mut plan);
        for (id, element) in page.dom.elements(0) {
            if let Some(kind) = said_kind(element) {
                plan.apart.insert(id, kind);
            }
        }
        let mut found = html::blocks(&page.dom, &plan, blocks.len() + 1);
        let matter = Matter {
            blocks: &found,
            linked: linked(&page.dom),
            before: index,
            after: pages.len() - index - 1,
            title: package.label.title.as_deref(),
        };
        let kind = matter.judge().or_else(|| package.said(&page.name, &found));
        if let Some(kind) = kind {
            for block in &mut found {
                block.kind = BlockKind::Apart(kind);
            }
        }
        blocks.append(&mut found);
    }
    (blocks, links.labels)
}

/// What an element says it is, in the words of EPUB 3 and ARIA.
fn said_kind(element: &Element) -> Option<Boilerplate> {
    let is = |types: &[&str], roles: &[&str]| {
        element.has_word("epub:type", types) || element.has_word("role", roles)
    };
    if is(&["cover", "titlepage", "halftitlepage", "seriespage"], &["doc-cover"]) {
        Some(Boilerplate::Title)
    } else if is(
        &["copyright-page", "colophon", "imprint", "imprimatur", "other-credits"],
        &["doc-colophon", "doc-credits"],
    ) {
        Some(Boilerplate::Imprint)
    } else if is(
        &["toc", "landmarks", "loi", "lot", "loa", "lov", "page-list", "toc-brief"],
        &["doc-toc", "doc-pagelist"],
    ) {
        Some(Boilerplate::Contents)
    } else {
        None
    }
}

/// Which part of the letters of a page stands in links to elsewhere.
fn linked(dom: &Dom) -> f64 {
    let letters = |id| dom.words(id).chars().filter(|c| c.is_alphanumeric()).count();
    let body = dom.find("body").unwrap_or(0);
    let links = dom.elements(body).filter(|(_, element)| {
        element.is(&["a"]) && element.get("href").is_some_and(|href| !href.starts_with('#'))
    });
    let links: Vec<usize> = links.map(|(id, _)| letters(id)).collect();
    if links.len() < 2 {
        return 0.0;
    }
    links.iter().sum::<usize>() as f64 / letters(body).max(1) as f64
}

fn damaged(reason: &str) -> Refusal {
    Refusal::Damaged { format: "EPUB", reason: reason.to_owned() }
}

/// What an archive is that is no book.
fn other_kind(archive: &mut Archive<'_>) -> Result<Option<&'static str>, Refusal> {
    const KINDS: &[(&str, &str)] = &[
        ("word/document.xml", "a Word file"),
        ("xl/workbook.xml", "an Excel file"),
        ("ppt/presentation.xml", "a PowerPoint file"),
        ("Index/Document.iwa", "a Pages file"),
        ("index.apxl", "a Keynote file"),
    ];
    if let Some((_, what)) = KINDS.iter().find(|(name, _)| archive.has(name)) {
        return Ok(Some(what));
    }
    if archive.has("META-INF/container.xml") {
        return Ok(None);
    }
    let kind =
        archive.get("mimetype")?.map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned());
    Ok(Some(match kind.as_deref() {
        Some(kind) if kind.contains("opendocument.text") => "a LibreOffice document",
        Some(kind) if kind.contains("opendocument") => "a LibreOffice file",
        Some(kind) if kind.contains("epub") => return Ok(None),
        _ => return Err(Refusal::Archive),
    }))
}

/// The name of the file that lists all others.
fn package_name(archive: &mut Archive<'_>) -> Result<String, Refusal> {
    let Some(container) = archive.get("META-INF/container.xml")? else {
        return Err(damaged("it is an archive, but no book"));
    };
    let container = tree(&container)?;
    let path = container
        .elements(0)
        .find_map(|(_, element)| element.get("full-path").filter(|_| element.is(&["rootfile"])));
    resolve("", path.ok_or_else(|| damaged("it names no package file"))?)
}

/// The names of the files that are encrypted, but for fonts.
fn locked(archive: &mut Archive<'_>) -> Result<Vec<String>, Refusal> {
    let Some(list) = archive.get("META-INF/encryption.xml")? else {
        return Ok(Vec::new());
    };
    let list = tree(&list)?;
    let uris = list
        .elements(0)
        .filter_map(|(_, element)| element.get("uri").filter(|_| element.is(&["cipherreference"])));
    uris.map(|uri| resolve("", uri)).collect()
}
