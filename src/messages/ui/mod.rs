//! What messages are made of: cards, texts with spans, forms.

mod card;
mod form;
mod subject;
mod text;

pub use card::{Accent, Block, Button, Card, Filed, Menu, MenuEntry, Style};
pub use form::{Field, Form};
pub use subject::Subject;
pub use text::{Clock, Span, Text, clipped, post_name};
