//! What a page can print: from tag to tag, so that a router knows the islands of its pages.
//!
//! Each template tells its tags where its names mean what they mean, in the function that it stands in; the page or the
//! component that owns the function puts them together. A template that nobody owns may hold no island.

use crate::markup::walk::Visit;
use isle_syntax::markup::tree::{Component, Node, Template};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use std::cell::Cell;
use std::collections::BTreeSet;
use syn::parse::{Parse, ParseStream};
use syn::{Block, LitInt};

/// Whose markup a function prints.
pub(crate) struct Owner {
    name: Ident,
    kind: Kind,
    /// How many of its templates told what they print.
    count: Cell<usize>,
    /// How many `html!` were compiled into the function itself.
    answers: Cell<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Page,
    Component,
    /// What the function is was not understood: that is told elsewhere.
    Unknown,
}

impl Owner {
    pub(crate) fn page(name: &Ident) -> Self {
        Self::new(name, Kind::Page)
    }

    pub(crate) fn component(name: &Ident) -> Self {
        Self::new(name, Kind::Component)
    }

    /// The owner of a function that is nothing yet, for a mistake that was reported.
    pub(crate) fn nobody() -> Self {
        Self::new(&Ident::new("nobody", Span::call_site()), Kind::Unknown)
    }

    fn new(name: &Ident, kind: Kind) -> Self {
        Self {
            name: name.clone(),
            kind,
            count: Cell::new(0),
            answers: Cell::new(0),
        }
    }

    /// What one of the owner's answers prints, as an item that stands beside its markup.
    pub(crate) fn answer(&self, template: &Template) -> TokenStream {
        self.answers.set(self.answers.get() + 1);
        let tags = Tags::of(&template.nodes);
        if tags.found.is_empty() {
            return TokenStream::new();
        }
        let at = self.count.replace(self.count.get() + 1);
        self.told(at, &tags.statements())
    }

    fn told(&self, at: usize, statements: &TokenStream) -> TokenStream {
        let name = &self.name;
        let allowed =
            quote!(#[allow(non_local_definitions, dead_code, unreachable_pub, clippy::all)]);
        match self.kind {
            Kind::Page => quote! {
                #allowed
                impl ::isle::__::PageMarkup<#at> for #name {
                    fn reach(reached: &mut ::isle::__::Reached) { let _ = &reached; #statements }
                }
            },
            Kind::Component => quote! {
                #allowed
                impl #name<{ ::isle::__::MARKUP + #at }> {
                    pub const fn reach(reached: &mut ::isle::__::Reached) { let _ = &reached; #statements }
                }
            },
            Kind::Unknown => TokenStream::new(),
        }
    }

    /// Makes each `html!` of the function that is not compiled into it the owner's own.
    pub(crate) fn claim(&self, block: &Block, source: Option<&str>) -> TokenStream {
        let tokens = block.to_token_stream();
        let written = source.map(|text| text.matches("html!").count());
        if written.is_some_and(|count| count <= self.answers.get()) {
            return tokens;
        }
        self.claimed(tokens).unwrap_or_else(|tokens| tokens)
    }

    /// The tokens with `html!` replaced; as they are, where there is none.
    fn claimed(&self, tokens: TokenStream) -> Result<TokenStream, TokenStream> {
        let mut out: Vec<TokenTree> = Vec::new();
        let mut changed = false;
        let mut trees = tokens.clone().into_iter().peekable();
        while let Some(tree) = trees.next() {
            match tree {
                TokenTree::Ident(word) if word == "html" && is_call(&trees) => {
                    let group = trees.nth(1);
                    path_before(&mut out);
                    out.extend(self.part(&word, group));
                    changed = true;
                }
                TokenTree::Group(group) => match self.claimed(group.stream()) {
                    Ok(inner) => {
                        let mut again = Group::new(group.delimiter(), inner);
                        again.set_span(group.span());
                        out.push(TokenTree::Group(again));
                        changed = true;
                    }
                    Err(_) => out.push(TokenTree::Group(group)),
                },
                other => out.push(other),
            }
        }
        if changed {
            Ok(out.into_iter().collect())
        } else {
            Err(tokens)
        }
    }

    /// The call of `part!` in the place of a call of `html!`.
    fn part(&self, word: &Ident, group: Option<TokenTree>) -> TokenStream {
        let at = self.count.replace(self.count.get() + 1);
        let kind = match self.kind {
            Kind::Page => quote!(page),
            Kind::Component => quote!(component),
            Kind::Unknown => quote!(unknown),
        };
        let name = &self.name;
        let group = group.map(|group| match group {
            TokenTree::Group(group) => match self.claimed(group.stream()) {
                Ok(inner) => {
                    let mut again = Group::new(group.delimiter(), inner);
                    again.set_span(group.span());
                    TokenTree::Group(again)
                }
                Err(_) => TokenTree::Group(group),
            },
            other => other,
        });
        quote_spanned!(word.span()=> ::isle::__::part! { #kind #name #at #group })
    }

    /// The statements that walk through all of the owner's templates.
    pub(crate) fn statements(&self) -> TokenStream {
        let name = &self.name;
        (0..self.count.get())
            .map(|at| match self.kind {
                Kind::Page => quote!(<#name as ::isle::__::PageMarkup<#at>>::reach(reached);),
                Kind::Component => {
                    quote!(<#name<{ ::isle::__::MARKUP + #at }>>::reach(reached);)
                }
                Kind::Unknown => TokenStream::new(),
            })
            .collect()
    }
}

/// Whether `!` and brackets follow.
fn is_call(rest: &std::iter::Peekable<proc_macro2::token_stream::IntoIter>) -> bool {
    let mut rest = rest.clone();
    matches!(rest.next(), Some(TokenTree::Punct(sign)) if sign.as_char() == '!')
        && matches!(rest.next(), Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::None)
}

/// Takes the path in front of a name away: `isle::`, `::isle::`.
fn path_before(out: &mut Vec<TokenTree>) {
    let is_colon = |tree: Option<&TokenTree>| matches!(tree, Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
    while out.len() >= 2 && is_colon(out.last()) && is_colon(out.get(out.len() - 2)) {
        out.truncate(out.len() - 2);
        if matches!(out.last(), Some(TokenTree::Ident(_))) {
            out.pop();
        }
    }
}

/// What stands in `part! { page product 3 { … } }`.
pub(crate) struct Part {
    owner: Owner,
    at: usize,
    pub(crate) tokens: TokenStream,
    pub(crate) place: Span,
}

impl Parse for Part {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let kind: Ident = input.parse()?;
        let kind = match kind.to_string().as_str() {
            "page" => Kind::Page,
            "component" => Kind::Component,
            _ => Kind::Unknown,
        };
        let name: Ident = input.parse()?;
        let at: LitInt = input.parse()?;
        let group: Group = input.parse()?;
        Ok(Self {
            owner: Owner::new(&name, kind),
            at: at.base10_parse()?,
            tokens: group.stream(),
            place: group.span(),
        })
    }
}

impl Part {
    /// What it prints, as an item.
    pub(crate) fn told(&self, template: &Template) -> TokenStream {
        let statements = Tags::of(&template.nodes).statements();
        self.owner.told(self.at, &statements)
    }
}

/// Refuses islands in markup that nobody owns.
pub(crate) fn refuse(template: &Template) -> TokenStream {
    let tags = Tags::of(&template.nodes);
    let checks: TokenStream = tags
        .found
        .iter()
        .map(|(tag, directive)| tag.check(*directive))
        .collect();
    if checks.is_empty() {
        return checks;
    }
    quote! {
        const _: () = {
            let mut reached = ::isle::__::Reached::new();
            #checks
        };
    }
}

/// The components that a template calls, each path once, with its first directive where it has one.
#[derive(Default)]
struct Tags {
    found: Vec<(Tag, Option<Span>)>,
    known: BTreeSet<(String, bool)>,
    /// Whether a directive has an island wait.
    waits: bool,
}

struct Tag {
    path: TokenStream,
    span: Span,
}

impl Tag {
    fn of(component: &Component) -> Self {
        Self {
            path: component.path.clone(),
            span: component.span,
        }
    }

    fn reach(&self) -> TokenStream {
        let path = &self.path;
        quote_spanned!(self.span=> <#path>::reach(reached);)
    }

    /// Refuses the tag, if it is an island's with a directive, or prints one.
    fn check(&self, directive: Option<Span>) -> TokenStream {
        let path = &self.path;
        let takes = quote_spanned!(self.span=> &<#path>::TAKES);
        let reach = quote_spanned!(self.span=> <#path>::reach(&mut reached););
        let refuse = match directive {
            Some(directive) => quote_spanned!(directive=> reached.refuse_itself(#takes);),
            None => quote_spanned!(self.span=> reached.refuse(#takes);),
        };
        quote!(#reach #refuse)
    }

    fn island(&self) -> TokenStream {
        let path = &self.path;
        quote_spanned!(self.span=> reached.island(&<#path>::TAKES);)
    }
}

impl Tags {
    fn of(nodes: &[Node]) -> Self {
        let mut tags = Self::default();
        tags.nodes(nodes);
        tags
    }

    /// Walks through the tags.
    fn statements(&self) -> TokenStream {
        let waits = self.waits.then(|| quote!(reached.waits();));
        let each = self.found.iter().map(|(tag, directive)| {
            let island = directive.is_some().then(|| tag.island());
            let reach = tag.reach();
            quote!(#island #reach)
        });
        waits.into_iter().chain(each).collect()
    }
}

impl Visit for Tags {
    fn node(&mut self, node: &Node) -> bool {
        if let Node::Component(component) = node {
            let directive = component.directives.first().map(|(name, _)| name.start);
            let mut directives = component.directives.iter();
            self.waits |=
                directives.any(|(name, _)| !matches!(&*name.text, "client:load" | "client:only"));
            let key = (component.path.to_string(), directive.is_some());
            if self.known.insert(key) {
                self.found.push((Tag::of(component), directive));
            }
        }
        true
    }
}
