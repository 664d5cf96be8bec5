//! The source as the rules read it: files, their literals and their paths, without their tests.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{
    Attribute, ExprMethodCall, ItemConst, ItemFn, ItemMod, Lit, LitInt, LitStr, Macro, UseTree,
};

/// One file of `src`, without its tests.
pub(crate) struct Source {
    /// "store/rounds/mod.rs".
    pub(crate) path: String,
    pub(crate) lines: usize,
    pub(crate) texts: Vec<Literal>,
    pub(crate) numbers: Vec<(usize, u64)>,
    /// "crate::store::rounds", "super::row": what the file imports, without what it is called by.
    pub(crate) imports: Vec<String>,
    /// The methods that are called, with their lines.
    pub(crate) calls: Vec<(usize, String)>,
}

/// One string.
pub(crate) struct Literal {
    pub(crate) line: usize,
    pub(crate) text: String,
    /// The constant that it is.
    pub(crate) constant: Option<String>,
    /// The macro that it is an argument of.
    pub(crate) macro_name: Option<String>,
}

/// The files under a folder of this repository, without those that are tests.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let relative = |file: &Path| file.strip_prefix(&root).unwrap().display().to_string();
    let own = files.iter().filter(|file| !is_test(Path::new(&relative(file))));
    own.map(|file| Source::read(&relative(file), &fs::read_to_string(file).unwrap())).collect()
}

/// Every file under a folder with the ending `.rs`.
pub(crate) fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Whether a file or its folder holds tests or what only tests use.
pub(crate) fn is_test(path: &Path) -> bool {
    const TEST_FILES: &[&str] = &["tests", "testing", "fixture", "plain"];
    let mut parts = path.components().map(|part| Path::new(part.as_os_str()));
    let is_one = |stem: &str| TEST_FILES.contains(&stem) || stem.ends_with("_tests");
    parts.any(|part| part.file_stem().and_then(|stem| stem.to_str()).is_some_and(is_one))
}

impl Source {
    pub(crate) fn read(path: &str, text: &str) -> Self {
        let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut source = Self {
            path: path.to_owned(),
            lines: text.lines().count(),
            texts: Vec::new(),
            numbers: Vec::new(),
            imports: Vec::new(),
            calls: Vec::new(),
        };
        let mut reader = Reader { source: &mut source, constant: None, macro_name: None };
        reader.visit_file(&parsed);
        source
    }

    /// Whether it is that file, or in that folder.
    pub(crate) fn is_in(&self, place: &str) -> bool {
        self.path == place || self.path.strip_prefix(place).is_some_and(|it| it.starts_with('/'))
    }
}

struct Reader<'s> {
    source: &'s mut Source,
    constant: Option<String>,
    macro_name: Option<String>,
}

impl Reader<'_> {
    fn text(&mut self, literal: &LitStr) {
        self.source.texts.push(Literal {
            line: line(literal.span()),
            text: literal.value(),
            constant: self.constant.clone(),
            macro_name: self.macro_name.clone(),
        });
    }

    fn number(&mut self, literal: &LitInt) {
        if let Ok(value) = literal.base10_parse() {
            self.source.numbers.push((line(literal.span()), value));
        }
    }

    /// The arguments of a macro, which nobody parses as expressions.
    fn tokens(&mut self, tokens: TokenStream) {
        let (mut last, mut hash) = (None, false);
        for token in tokens {
            let after_hash = std::mem::replace(&mut hash, false);
            match token {
                TokenTree::Literal(literal) => match Lit::new(literal) {
                    Lit::Str(text) => self.text(&text),
                    Lit::Int(number) => self.number(&number),
                    _ => {}
                },
                // An attribute: a comment of the documentation, for one.
                TokenTree::Group(_) if after_hash => {}
                TokenTree::Group(group) => {
                    let outer = self.macro_name.clone();
                    self.macro_name = last.take().or(outer.clone());
                    self.tokens(group.stream());
                    self.macro_name = outer;
                }
                TokenTree::Ident(name) => last = Some(name.to_string()),
                TokenTree::Punct(mark) if mark.as_char() == '!' => {}
                TokenTree::Punct(mark) => {
                    last = None;
                    hash = mark.as_char() == '#';
                }
            }
        }
    }

    fn import(&mut self, before: &str, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => {
                let path_so_far = format!("{before}{}::", path.ident);
                self.import(&path_so_far, &path.tree);
            }
            UseTree::Group(group) => group.items.iter().for_each(|it| self.import(before, it)),
            UseTree::Name(name) => self.source.imports.push(format!("{before}{}", name.ident)),
            UseTree::Rename(name) => self.source.imports.push(format!("{before}{}", name.ident)),
            UseTree::Glob(_) => self.source.imports.push(before.trim_end_matches(':').to_owned()),
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !is_for_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_item_fn(self, function);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_const(&mut self, constant: &'ast ItemConst) {
        let outer = self.constant.replace(constant.ident.to_string());
        visit::visit_item_const(self, constant);
        self.constant = outer;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import("", &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        if names.len() > 1 && matches!(names[0].as_str(), "crate" | "super") {
            self.source.imports.push(names.join("::"));
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        let name = called.path.segments.last().map(|it| it.ident.to_string());
        let outer = std::mem::replace(&mut self.macro_name, name);
        self.tokens(called.tokens.clone());
        self.macro_name = outer;
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        self.source.calls.push((line(call.method.span()), call.method.to_string()));
        self.visit_expr(&call.receiver);
        let outer = self.macro_name.clone();
        // What a broken promise of our own says is for the log.
        if call.method == "expect" {
            self.macro_name = Some("expect".to_owned());
        }
        call.args.iter().for_each(|it| self.visit_expr(it));
        self.macro_name = outer;
    }

    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.text(literal);
    }

    fn visit_lit_int(&mut self, literal: &'ast LitInt) {
        self.number(literal);
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| {
        it.path().is_ident("test")
            || it.path().is_ident("cfg")
                && it.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
    })
}

fn line(span: Span) -> usize {
    span.start().line
}
