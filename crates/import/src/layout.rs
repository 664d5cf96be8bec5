//! From the pages of a file to blocks in reading order.

use super::block::{Block, Page};
use super::boilerplate::{self, Apart};
use super::doubt::Doubt;
use super::read::Body;
use super::{page_notes, pages, reflow};

/// The blocks of a file, in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) blocks: Vec<Block>,
    pub(super) apart: Vec<Apart>,
    /// The pages of the file in reading order, from 1, if that is another order.
    pub(super) page_order: Option<Vec<usize>>,
    pub(super) doubts: Vec<Doubt>,
}

/// Puts what was read into blocks.
pub(super) fn lay_out(body: Body<'_>) -> Layout {
    match body {
        Body::Blocks(blocks) => Layout { blocks, ..Layout::default() },
        Body::Pages(pages) => of_pages(pages),
    }
}

fn of_pages(mut pages: Vec<Page<'_>>) -> Layout {
    let notes = page_notes::starts(&pages);
    let (apart, numbers) = boilerplate::strip_heads(&mut pages, &notes);
    let order = pages::reading_order(&pages, &numbers);
    let mut doubts: Vec<Doubt> = order.doubt.map(Doubt::PageOrder).into_iter().collect();
    let page_order = order.layout.map(|layout| {
        tracing::debug!(layout, "pages put into reading order");
        pages = order.order.iter().filter_map(|index| pages.get(*index).cloned()).collect();
        order.order.iter().map(|index| index + 1).collect()
    });
    let notes = page_notes::take(&mut pages);
    let (mut blocks, more) = reflow::reflow(pages);
    doubts.extend(more);
    blocks.extend(notes);
    Layout { blocks, apart, page_order, doubts }
}
