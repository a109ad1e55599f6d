//! `html!`: a checked tree becomes operations, and these become Rust.

mod attribute;
mod call;
mod choice;
mod code;
mod directive;
mod emit;
mod escape;
mod lower;
mod operation;
mod refuse;
#[cfg(test)]
mod round_trip;
pub(crate) mod walk;

use crate::component::{has_slot, slots::Slots};
use crate::error::Errors;
use crate::reach::{self, Part};
use crate::tail;
use isle_syntax::markup::{self, Source, tree::Template};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::Parser;
use syn::{Block, Expr, Macro};

pub(crate) use call::slot as slot_variable;
pub(crate) use emit::{Writer, goes_on, writes};

/// `html! { … }` as a value.
pub(crate) fn html(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let template = parse(input, Span::call_site(), &mut errors);
    let checks = reach::refuse(&template);
    value(&template, &checks, errors)
}

/// `html!` within a page or a component, which knows what this prints.
pub(crate) fn part(input: TokenStream) -> TokenStream {
    let part: Part = match syn::parse2(input) {
        Ok(part) => part,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let template = parse(part.tokens.clone(), part.place, &mut errors);
    let told = part.told(&template);
    value(&template, &told, errors)
}

fn value(template: &Template, items: &TokenStream, mut errors: Errors) -> TokenStream {
    let slots = Slots::refuse(template, &mut errors);
    let fence = template.fence.clone().map(has_slot::replace);
    let value = emit::owned(&template.nodes, &mut errors);
    let errors = errors.tokens();
    quote!({ #errors #items #slots #fence #value })
}

/// Reads a template; `place` covers the text of the macro's call.
pub(crate) fn parse(input: TokenStream, place: Span, errors: &mut Errors) -> Template {
    let (template, diagnostics) = markup::parse(input, source(place));
    errors.extend(diagnostics);
    template
}

/// The statements between the fences, the markup that they `return` replaced by what `expand` makes of it.
pub(crate) fn fence(template: &Template, expand: &mut dyn FnMut(&Macro) -> Expr) -> TokenStream {
    let Some(fence) = &template.fence else {
        return TokenStream::new();
    };
    let fence = has_slot::replace(fence.clone());
    // What doesn't parse is passed on as it is: the compiler says what is wrong with it.
    match Block::parse_within.parse2(fence.clone()) {
        Ok(statements) => {
            let mut block = Block {
                brace_token: Default::default(),
                stmts: statements,
            };
            // A block of statements alone has no tail.
            block.stmts.push(syn::Stmt::Expr(
                Expr::Verbatim(TokenStream::new()),
                Some(Default::default()),
            ));
            tail::replace(&mut block, expand);
            let statements = &block.stmts;
            quote!(#(#statements)*)
        }
        Err(_) => fence,
    }
}

/// The text that a span covers, and where it stands.
fn source(place: Span) -> Option<Source> {
    Some(Source::new(place.source_text()?, place.start()))
}
