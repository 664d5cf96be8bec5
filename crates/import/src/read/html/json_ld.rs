//! What a page says of itself in JSON-LD, in the words of schema.org.

use serde_json::Value;

use crate::read::dom::Dom;

/// An article, book or the like.
#[derive(Debug, Default)]
pub(super) struct Described {
    pub(super) title: Option<String>,
    pub(super) name: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) translators: Vec<String>,
    pub(super) date: Option<String>,
    pub(super) language: Option<String>,
    pub(super) site: Option<String>,
}

/// The first text that a page describes.
pub(super) fn find(dom: &Dom) -> Described {
    let scripts = dom.elements(0).filter(|(_, element)| {
        element.is(&["script"])
            && element
                .get("type")
                .is_some_and(|kind| kind.trim().starts_with("application/ld+json"))
    });
    let mut all = Vec::new();
    for (id, _) in scripts {
        let text: String = dom.range(id).filter_map(|id| dom.text_of(id)).collect();
        let text = text.trim().trim_start_matches("<!--").trim_start_matches("<![CDATA[");
        let text = text.trim_end_matches("]]>").trim_end_matches("-->").trim_end_matches(';');
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            all.push(value);
        }
    }
    let mut queue: Vec<&Value> = all.iter().rev().collect();
    while let Some(value) = queue.pop() {
        match value {
            Value::Array(values) => queue.extend(values.iter().rev()),
            Value::Object(fields) => {
                if is_text(value) {
                    return described(value);
                }
                queue.extend(["mainEntity", "@graph"].iter().filter_map(|key| fields.get(*key)));
            }
            _ => {}
        }
    }
    Described::default()
}

fn is_text(value: &Value) -> bool {
    let kinds = strings(value.get("@type"));
    kinds.iter().any(|kind| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
        kind.ends_with("Article")
            || matches!(
                kind,
                "BlogPosting"
                    | "Book"
                    | "Chapter"
                    | "Report"
                    | "CreativeWork"
                    | "Thesis"
                    | "SocialMediaPosting"
                    | "Review"
            )
    })
}

fn described(value: &Value) -> Described {
    let text =
        |keys: &[&str]| keys.iter().find_map(|key| strings(value.get(*key)).into_iter().next());
    Described {
        title: text(&["headline", "name"]),
        name: text(&["name"]),
        authors: strings(value.get("author").or_else(|| value.get("creator"))),
        translators: strings(value.get("translator")),
        date: text(&["datePublished", "dateCreated", "copyrightYear"]),
        language: text(&["inLanguage"]),
        site: text(&["publisher"]),
    }
}

/// The texts of a value: itself, its name, or those of a list.
fn strings(value: Option<&Value>) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(fields) => fields.get("name").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    };
    match value {
        Some(Value::Array(values)) => values.iter().filter_map(one).collect(),
        Some(value) => one(value).into_iter().collect(),
        None => Vec::new(),
    }
}
