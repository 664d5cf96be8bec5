//! What messages are made of: cards, texts with spans, forms.

mod card;
mod form;
mod subject;
mod text;

pub use card::{Accent, Block, Button, ButtonStyle, Card, Filed, Menu, MenuEntry};
pub use form::{Field, Form};
pub use subject::Subject;
pub use text::{Span, Text, TimeStyle, clipped, post_name};
