//! The `meta` elements of a page.

use crate::read::dom::Dom;

/// The `meta` elements of a page.
pub(super) struct Meta(Vec<(String, String)>);

impl Meta {
    pub(super) fn of(dom: &Dom) -> Self {
        let all =
            dom.elements(0).filter(|(_, element)| element.is(&["meta"])).filter_map(|(_, meta)| {
                let content = meta.get("content")?.trim();
                (!content.is_empty()).then_some((meta, content))
            });
        let pairs = all.flat_map(|(meta, content)| {
            let names = ["name", "property", "itemprop", "http-equiv"];
            let names = names.iter().filter_map(|key| meta.get(key));
            names.map(|name| (plain(name), content.to_owned())).collect::<Vec<_>>()
        });
        Self(pairs.collect())
    }

    pub(super) fn first(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.0.iter().find(|(key, _)| key == name))
            .map(|(_, value)| value.clone())
    }

    /// The values of the first name that is there and leads to no address.
    pub(super) fn all(&self, names: &[&str]) -> Vec<String> {
        let of = |name: &&str| -> Vec<String> {
            let is_address =
                |value: &str| value.split(" (").next().unwrap_or(value).contains("://");
            let values = self.0.iter().filter(|(key, value)| key == name && !is_address(value));
            values.map(|(_, value)| value.clone()).collect()
        };
        names.iter().map(of).find(|values| !values.is_empty()).unwrap_or_default()
    }
}

/// A name in one spelling: that of Dublin Core stands before a full stop or a colon.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    if name.starts_with("dc:") || name.starts_with("dcterms:") {
        return name.replacen(':', ".", 1);
    }
    name
}
