//! Every place in the source that asks for a message.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Ident, ItemFn, ItemMod, LitStr, Macro, Token};

/// One request for a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    pub(crate) id: String,
    pub(crate) arguments: BTreeSet<String>,
    /// Whether it asks for plain words, in which markup would be lost.
    pub(crate) plain: bool,
    /// `file:line`.
    pub(crate) at: String,
}

/// The requests in a file, without those of its tests.
pub(crate) fn uses(file: &str, source: &str) -> Result<Vec<Use>, String> {
    let parsed = syn::parse_file(source).map_err(|error| format!("{file}: {error}"))?;
    let mut found = Found { file, uses: Vec::new(), mistakes: Vec::new() };
    found.visit_file(&parsed);
    match found.mistakes.into_iter().next() {
        Some(mistake) => Err(mistake),
        None => Ok(found.uses),
    }
}

struct Found<'f> {
    file: &'f str,
    uses: Vec<Use>,
    mistakes: Vec<String>,
}

/// What is between the brackets of `text!` and `string!`.
struct Request {
    id: LitStr,
    arguments: Punctuated<Named, Token![,]>,
}

struct Named {
    name: Ident,
}

impl Parse for Request {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let id = input.parse()?;
        if input.is_empty() {
            return Ok(Self { id, arguments: Punctuated::new() });
        }
        input.parse::<Token![,]>()?;
        Ok(Self { id, arguments: Punctuated::parse_terminated(input)? })
    }
}

impl Parse for Named {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = Ident::parse_any(input)?;
        input.parse::<Token![=]>()?;
        input.parse::<Expr>()?;
        Ok(Self { name })
    }
}

impl Found<'_> {
    fn request(&mut self, name: &Ident, tokens: TokenStream) {
        let at = format!("{}:{}", self.file, name.span().start().line);
        match syn::parse2::<Request>(tokens) {
            Ok(request) => {
                let arguments = request.arguments.iter().map(|it| it.name.to_string()).collect();
                let plain = name == "string";
                self.uses.push(Use { id: request.id.value(), arguments, plain, at });
            }
            Err(error) => self.mistakes.push(format!("{at}: {error}")),
        }
    }

    /// The requests among the tokens of another macro, which nobody parses as expressions.
    fn search(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(name) if is_request(&name) => {
                    let bang = |token: &TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == '!');
                    if tokens.next_if(bang).is_some()
                        && let Some(TokenTree::Group(group)) = tokens.peek()
                    {
                        self.request(&name, group.stream());
                    }
                }
                TokenTree::Group(group) => self.search(group.stream()),
                _ => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Found<'_> {
    fn visit_macro(&mut self, called: &'ast Macro) {
        if let Some(last) = called.path.segments.last()
            && is_request(&last.ident)
        {
            self.request(&last.ident, called.tokens.clone());
        }
        if !called.path.is_ident("macro_rules") {
            self.search(called.tokens.clone());
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        if !is_test(&function.attrs) {
            visit::visit_item_fn(self, function);
        }
    }
}

fn is_request(name: &Ident) -> bool {
    name == "text" || name == "string"
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| {
        it.path().is_ident("cfg")
            && it.parse_args::<Ident>().is_ok_and(|condition| condition == "test")
    })
}
