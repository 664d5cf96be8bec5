//! Draws the pictures of cards: without a browser, and with no font but its own.
//!
//! [`layout`] gives each thing its place, a template makes an SVG of it, and resvg a PNG of that.

mod font;
mod layout;
#[cfg(test)]
mod tests;

use std::sync::{Arc, LazyLock};

use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use self::layout::Sheet;
use crate::messages::Picture;

/// Why a picture was not drawn: a mistake of ours.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The template.
    #[error("the template of a picture has a mistake: {0}")]
    Template(#[from] minijinja::Error),
    /// The SVG that it made.
    #[error("the drawing of a picture has a mistake: {0}")]
    Svg(#[from] usvg::Error),
    /// The size of the picture.
    #[error("a picture has no size")]
    Size,
    /// The bytes of the picture.
    #[error("a picture was not written: {0}")]
    Png(String),
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for data in [font::REGULAR, font::BOLD] {
        fonts.load_font_data(data.to_vec());
    }
    Arc::new(fonts)
});

/// Draws a picture as a PNG. The same picture gives the same bytes; it takes some ten milliseconds of
/// a core.
///
/// # Errors
/// If we have made a mistake.
pub fn png(picture: &Picture) -> Result<Vec<u8>, PictureError> {
    let options = usvg::Options {
        font_family: font::FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(&svg(picture)?, &options)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PictureError::Size)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PictureError::Png(error.to_string()))
}

/// The picture as an SVG.
fn svg(picture: &Picture) -> Result<String, PictureError> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_trim_blocks(true);
    templates.set_lstrip_blocks(true);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.add_template("map", include_str!("map.svg"))?;
    let drawn = templates.get_template("map")?.render(Sheet::new(&picture.map))?;
    // The font has no narrow no-break space, with which French groups digits.
    Ok(drawn.replace('\u{202f}', "\u{a0}"))
}
