//! What the elements of HTML are: blocks, parts of lines, or nothing that anybody reads.

use super::dom::Element;

/// Whether an element stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "body"
            | "html"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hgroup"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "table"
            | "tbody"
            | "thead"
            | "tfoot"
            | "tr"
            | "td"
            | "th"
            | "caption"
            | "figure"
            | "figcaption"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "address"
            | "form"
            | "center"
            | "fieldset"
            | "details"
            | "summary"
            | "dialog"
            | "menu"
            | "search"
    )
}

/// Whether an element holds nothing.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "hr"
            | "meta"
            | "link"
            | "img"
            | "input"
            | "area"
            | "base"
            | "col"
            | "embed"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an element stands in a line.
pub(super) fn is_inline(name: &str) -> bool {
    !is_block(name) && name != "br" && name != "hr"
}

/// Whether an element holds what nobody reads.
pub(super) fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "head"
            | "select"
            | "button"
            | "iframe"
            | "object"
            | "textarea"
            | "title"
            | "audio"
            | "video"
            | "canvas"
            | "annotation"
            | "rp"
            | "rt"
            | "del"
            | "datalist"
    )
}

/// Whether an element is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    let style = element.get("style").unwrap_or_default();
    let plain = |c: &char| !c.is_whitespace();
    let style: String = style.chars().filter(plain).map(|c| c.to_ascii_lowercase()).collect();
    element.get("hidden").is_some_and(|hidden| hidden != "until-found")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}
