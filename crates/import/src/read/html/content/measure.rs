//! How much prose the elements of a page hold.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::boilerplate::Boilerplate;
use crate::read::dom::{Dom, Element, NodeId};
use crate::read::elements::{is_block, is_hidden, is_skipped};
use crate::read::html::Plan;

/// What has more prose does not stand in a page twice.
const REPEATED: f32 = 1.5;
/// A shorter run of text is no paragraph.
const SHORTEST: usize = 25;

/// Sums over everything before a node, so that what an element holds is one subtraction.
pub(super) struct Measure {
    letters: Vec<u32>,
    linked: Vec<u32>,
    prose: Vec<f32>,
    ends: Vec<u32>,
    apart: Vec<bool>,
    own: Vec<f32>,
}

impl Measure {
    pub(super) fn of(dom: &Dom, plan: &Plan) -> Self {
        let count = dom.len();
        let mut own_letters = vec![0_u32; count];
        let mut own_linked = vec![0_u32; count];
        let mut own_commas = vec![0_u32; count];
        let mut letters = vec![0_u32];
        let mut linked = vec![0_u32];
        let mut apart = vec![false; count];
        let mut states: HashMap<NodeId, State> = HashMap::new();
        for id in 0..count {
            let up = dom.parent(id).and_then(|up| states.get(&up)).copied().unwrap_or_default();
            let (mut here, mut here_linked) = (0, 0);
            if let Some(element) = dom.element(id) {
                let state = up.inside(id, element, &plan.apart, plan.dropped.contains(&id));
                if let Some(flag) = apart.get_mut(id) {
                    *flag = state.out;
                }
                states.insert(id, state);
            } else if let Some(text) = dom.text_of(id).filter(|_| !up.out) {
                here = text.split_whitespace().map(|word| word.chars().count() as u32 + 1).sum();
                here_linked = if up.link { here } else { 0 };
                if let Some(slot) = own_letters.get_mut(up.block).filter(|_| !up.caption) {
                    *slot += here;
                }
                if let Some(slot) = own_linked.get_mut(up.block) {
                    *slot += here_linked;
                }
                if let Some(slot) = own_commas.get_mut(up.block) {
                    *slot += text.matches([',', '.', ';', '،', '、', '。', '，']).count() as u32;
                }
            }
            letters.push(letters.last().copied().unwrap_or(0) + here);
            linked.push(linked.last().copied().unwrap_or(0) + here_linked);
        }
        let sums = own_letters.iter().zip(&own_linked).zip(&own_commas);
        let mut own: Vec<f32> = sums
            .map(|((letters, linked), commas)| {
                prose(*letters as usize, *linked as usize, *commas as usize)
            })
            .collect();
        // What stands in a page again says nothing new.
        let mut seen: HashSet<String> = HashSet::new();
        for (id, own) in own.iter_mut().enumerate().filter(|(_, own)| **own > REPEATED) {
            if !seen.insert(dom.words(id)) {
                *own = 0.0;
            }
        }
        let mut sum = 0.0;
        let mut prose = vec![0.0];
        prose.extend(own.iter().map(|one| {
            sum += one;
            sum
        }));
        let ends = (0..count).map(|id| dom.range(id).end as u32).collect();
        Self { letters, linked, prose, ends, apart, own }
    }

    fn within<T: Copy + std::ops::Sub<Output = T> + Default>(&self, sums: &[T], id: NodeId) -> T {
        let end = self.ends.get(id).map_or(id, |end| *end as usize);
        let at = |index: usize| sums.get(index).copied().unwrap_or_default();
        at(end) - at(id)
    }

    /// How many letters there are in an element.
    pub(super) fn letters(&self, id: NodeId) -> u32 {
        self.within(&self.letters, id)
    }

    /// Which part of them stands in links.
    pub(super) fn link_share(&self, id: NodeId) -> f64 {
        f64::from(self.within(&self.linked, id)) / f64::from(self.letters(id).max(1))
    }

    /// How much prose there is in an element.
    pub(super) fn prose(&self, id: NodeId) -> f64 {
        f64::from(self.within(&self.prose, id))
    }

    pub(super) fn is_apart(&self, id: NodeId) -> bool {
        self.apart.get(id).copied().unwrap_or(false)
    }

    /// The runs of prose: the block that each stands in, and how much it is.
    pub(super) fn units(&self) -> impl Iterator<Item = (NodeId, f32)> {
        self.own.iter().copied().enumerate().filter(|(_, own)| *own > 0.0)
    }

    /// Those that stand among these nodes.
    pub(super) fn units_in(&self, nodes: Range<NodeId>) -> impl Iterator<Item = (NodeId, f32)> {
        let own = self.own.get(nodes.clone()).unwrap_or_default();
        nodes.zip(own.iter().copied()).filter(|(_, own)| *own > 0.0)
    }

    /// What each element weighs by the paragraphs in it; those that are nearer weigh more.
    pub(super) fn weights(&self, dom: &Dom) -> Vec<f64> {
        let mut weights = vec![0.0; dom.len()];
        for (id, own) in self.units() {
            // A block without blocks in it is a paragraph, whatever it is called.
            let itself = (!is_leaf(dom, id)).then_some(id);
            let holders = itself.into_iter().chain(dom.ancestors(id));
            for (level, holder) in (0_u32..5).zip(holders) {
                let share = match level {
                    0 => 1.0,
                    1 => 0.5,
                    level => 1.0 / (f64::from(level) * 3.0),
                };
                if let Some(weight) = weights.get_mut(holder) {
                    *weight += f64::from(own) * share;
                }
            }
        }
        weights
    }
}

/// Whether no block stands in an element.
pub(super) fn is_leaf(dom: &Dom, id: NodeId) -> bool {
    !dom.elements(id).skip(1).any(|(_, element)| is_block(&element.name))
}

/// What is known of the place of a node.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    out: bool,
    link: bool,
    caption: bool,
    block: NodeId,
}

impl State {
    fn inside(
        self,
        id: NodeId,
        element: &Element,
        apart: &HashMap<NodeId, Boilerplate>,
        dropped: bool,
    ) -> Self {
        Self {
            out: self.out
                || dropped
                || is_skipped(&element.name)
                || is_hidden(element)
                || apart.contains_key(&id),
            link: self.link
                || (element.is(&["a"])
                    && element.get("href").is_some_and(|href| !href.starts_with('#'))),
            caption: self.caption || element.is(&["figcaption"]),
            block: if is_block(&element.name) { id } else { self.block },
        }
    }
}

/// How much a run of text is prose: long, with commas and full stops, and no link.
fn prose(letters: usize, linked: usize, commas: usize) -> f32 {
    if letters < SHORTEST || linked * 2 > letters {
        return 0.0;
    }
    let plain = (letters - linked) as f32;
    // A short line without a full stop is a label or a heading.
    if commas == 0 && letters < 60 {
        return 0.1;
    }
    1.0 + (commas as f32).min(plain / 30.0) + (plain / 100.0).min(3.0) + (plain / 1000.0)
}
