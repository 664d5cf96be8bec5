//! The maps of East Asian fonts that every reader of PDFs brings along: a file only names them.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};

/// The maps that a document has named so far.
#[derive(Default)]
pub(super) struct Maps(HashMap<Vec<u8>, Option<Rc<CMap>>>);

impl Maps {
    fn named(&mut self, name: CMapName<'_>) -> Option<Rc<CMap>> {
        let known = self.0.entry(name.to_bytes().to_vec());
        known
            .or_insert_with(|| Some(Rc::new(CMap::parse(load_embedded(name)?, load_embedded)?)))
            .clone()
    }
}

/// How the codes of a composite font are read that does not say it itself.
pub(super) struct Predefined {
    /// From codes to the numbers of glyphs; none if they are the same.
    glyphs: Option<Rc<CMap>>,
    /// From the numbers of glyphs to their letters.
    letters: Option<Rc<CMap>>,
}

impl Predefined {
    /// By the name of the font's encoding, and the collection of glyphs that it is of.
    pub(super) fn of(encoding: &[u8], ordering: &[u8], maps: &mut Maps) -> Self {
        let glyphs = match CMapName::from_bytes(encoding) {
            CMapName::IdentityH | CMapName::IdentityV | CMapName::Custom(_) => None,
            name => maps.named(name),
        };
        let said = glyphs.as_ref().and_then(|map| map.metadata().character_collection.as_ref());
        let family = said.map_or_else(
            || CidFamily::from_registry_ordering(b"Adobe", ordering),
            |collection| collection.family.clone(),
        );
        let letters = family.ucs2_cmap().and_then(|name| maps.named(name));
        Self { glyphs, letters }
    }

    /// How many bytes the first code of a text has, and the number of its glyph, if the encoding
    /// says so.
    pub(super) fn first(&self, bytes: &[u8]) -> Option<(u8, u32)> {
        let glyphs = self.glyphs.as_ref()?;
        let mut code = 0;
        let found = (1..=4_u8).zip(bytes).find_map(|(length, byte)| {
            code = code << 8 | u32::from(*byte);
            Some((length, glyphs.lookup_cid_code(code, length)?))
        });
        Some(found.unwrap_or((2, 0)))
    }

    /// The letters of a glyph.
    pub(super) fn letters(&self, glyph: u32) -> Option<String> {
        Some(match self.letters.as_ref()?.lookup_bf_string(glyph)? {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        })
    }

    /// Whether it knows no letters.
    pub(super) fn is_empty(&self) -> bool {
        self.letters.is_none()
    }
}
