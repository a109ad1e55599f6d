//! From operations to Rust: plain statements against one cursor, `c`.

use super::code::Printed;
use super::operation::{Operation, Print};
use super::{call, code, lower};
use crate::error::Errors;
use isle_syntax::markup::tree::{Code, Node};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

/// The names that generated code uses; they can't meet the user's.
pub(crate) struct Writer {
    /// The cursor.
    pub(crate) cursor: Ident,
    /// The buffer behind it.
    pub(crate) buffer: Ident,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self {
            cursor: Ident::new("c", Span::mixed_site()),
            buffer: Ident::new("out", Span::mixed_site()),
        }
    }
}

/// Markup as an owned `Html`.
pub(crate) fn owned(nodes: &[Node], errors: &mut Errors) -> TokenStream {
    let writer = Writer::new();
    let buffer = &writer.buffer;
    // A doctype at the front of a buffer that is empty is the first.
    let document = matches!(nodes.first(), Some(Node::Doctype(_)));
    let body = writes(nodes, &writer, document, errors);
    quote! {{
        static CAPACITY: ::isle::__::Capacity = ::isle::__::Capacity::new();
        let mut #buffer = CAPACITY.buf();
        #body
        ::isle::__::finish(#buffer, &CAPACITY)
    }}
}

/// Markup as statements that print it into the writer's buffer, a `Buf` or a `&mut Buf`.
///
/// A `document` begins with a doctype.
pub(crate) fn writes(
    nodes: &[Node],
    writer: &Writer,
    document: bool,
    errors: &mut Errors,
) -> TokenStream {
    let before = errors.count();
    let mut operations = lower::lower(nodes, errors);
    let waits = errors.count() > before;
    if document {
        if let Some(Operation::Doctype) = operations.first() {
            operations.remove(0);
        }
        match operations.first_mut() {
            Some(Operation::Raw(text)) => text.insert_str(0, DOCTYPE),
            _ => operations.insert(0, Operation::Raw(DOCTYPE.to_owned())),
        }
    }
    let body = body(&operations, writer, errors);
    if waits {
        // That was reported; where waiting is allowed, the compiler has nothing to add.
        return quote!(let _ = async { #body ::core::result::Result::<(), ::isle::Exit>::Ok(()) };);
    }
    body
}

/// Markup as an expression, which prints it with the writer's cursor and gives that back.
pub(crate) fn goes_on(nodes: &[Node], writer: &Writer, errors: &mut Errors) -> TokenStream {
    let operations = lower::lower(nodes, errors);
    let cursor = &writer.cursor;
    let statements = statements(&operations, writer, errors);
    quote! {
        #[allow(unused_braces, unused_parens)]
        {
            #[allow(unused_imports)]
            use ::isle::__::printing::*;
            #statements
            #cursor
        }
    }
}

const DOCTYPE: &str = "<!DOCTYPE html>";

/// Operations as statements that print into the writer's buffer.
fn body(operations: &[Operation], writer: &Writer, errors: &mut Errors) -> TokenStream {
    let Writer { cursor, buffer } = writer;
    let statements = statements(operations, writer, errors);
    // The braces and parentheses of a template need not be those of Rust.
    quote! {
        #[allow(unused_braces, unused_parens)]
        {
            #[allow(unused_imports)]
            use ::isle::__::printing::*;
            let mut #cursor = #buffer.cur();
            #statements
            #cursor.commit();
        }
    }
}

pub(super) fn statements(
    operations: &[Operation],
    writer: &Writer,
    errors: &mut Errors,
) -> TokenStream {
    operations
        .iter()
        .map(|operation| statement(operation, writer, errors))
        .collect()
}

fn statement(operation: &Operation, writer: &Writer, errors: &mut Errors) -> TokenStream {
    let c = &writer.cursor;
    match operation {
        Operation::Raw(text) if text.is_empty() => TokenStream::new(),
        Operation::Raw(text) => quote!(#c = #c.raw(#text);),
        Operation::Doctype => quote!(#c = #c.doctype();),
        Operation::Print(it) => print(it, c, errors),
        Operation::Flag { method, name, code } => {
            printed(method, code, c, Some(&quote!(, #name)), errors)
        }
        Operation::Spread { code, written } if written.is_empty() => {
            printed("spread", code, c, None, errors)
        }
        Operation::Spread { code, written } => printed(
            "spread_beside",
            code,
            c,
            Some(&quote!(, &[#(#written),*])),
            errors,
        ),
        Operation::Classes { open, items } => {
            let items: TokenStream = items
                .iter()
                .map(|item| printed("class", item, c, None, errors))
                .collect();
            assign(
                c,
                &quote! {{
                    let mut #c = ::isle::__::Classes::open(#c, #open);
                    #items
                    #c.close()
                }},
            )
        }
        Operation::Styles { items } => {
            let items: TokenStream = items
                .iter()
                .map(|(property, value)| style(property.as_ref(), value, c, errors))
                .collect();
            assign(
                c,
                &quote! {{
                    let mut #c = ::isle::__::Styles::open(#c);
                    #items
                    #c.close()
                }},
            )
        }
        Operation::If {
            branches,
            otherwise,
        } => {
            let mut tokens = TokenStream::new();
            for (index, (condition, body)) in branches.iter().enumerate() {
                let condition = code::tokens(condition, errors);
                let body = statements(body, writer, errors);
                let word = if index == 0 {
                    quote!(if)
                } else {
                    quote!(else if)
                };
                tokens.extend(quote!(#word #condition { #body }));
            }
            if let Some(body) = otherwise {
                let body = statements(body, writer, errors);
                tokens.extend(quote!(else { #body }));
            }
            tokens
        }
        Operation::For {
            pattern,
            iterator,
            body,
        } => {
            let iterator = code::tokens(iterator, errors);
            let body = statements(body, writer, errors);
            quote! {
                #[allow(for_loops_over_fallibles)]
                for #pattern in #iterator { #body }
            }
        }
        Operation::While { condition, body } => {
            let condition = code::tokens(condition, errors);
            let body = statements(body, writer, errors);
            quote!(while #condition { #body })
        }
        Operation::Match { subject, arms } => {
            let subject = code::tokens(subject, errors);
            let arms: TokenStream = arms
                .iter()
                .map(|(pattern, body)| {
                    let body = statements(body, writer, errors);
                    quote!(#pattern => { #body })
                })
                .collect();
            quote!(match #subject { #arms })
        }
        Operation::Statements(code) => code::tokens(code, errors),
        Operation::Block(body) => {
            let body = statements(body, writer, errors);
            quote!({ #body })
        }
        Operation::FirstLine(body) => {
            let body = statements(body, writer, errors);
            let start = Ident::new("start", Span::mixed_site());
            quote!({
                let #start = #c.position();
                #body
                #c = #c.first_line(#start);
            })
        }
        Operation::Call(it) => call::call(it, writer, errors),
        Operation::Slot {
            name,
            span,
            fallback,
        } => {
            let slot = call::slot(name, *span);
            let buffer = &writer.buffer;
            let fallback = statements(fallback, writer, errors);
            let otherwise = if fallback.is_empty() {
                quote!()
            } else {
                quote!(else { #fallback })
            };
            quote! {
                if let ::core::option::Option::Some(fill) = #slot {
                    let #buffer = #c.commit();
                    fill(#buffer);
                    #c = #buffer.cur();
                } #otherwise
            }
        }
    }
}

/// `c = V(value).text(c, "<b>");`
fn print(it: &Print, c: &Ident, errors: &mut Errors) -> TokenStream {
    let more = match (&it.open, it.before.as_str()) {
        (None, before) => quote!(, #before),
        (Some(open), before) => {
            let at = Literal::usize_unsuffixed(before.len());
            let open = format!("{before}{open}");
            quote!(, #open, #at)
        }
    };
    printed(it.method, &it.code, c, Some(&more), errors)
}

/// `c = V(value).method(c, more);`, so spanned that a mistake about the value shows the value.
fn printed(
    method: &str,
    code: &Code,
    c: &Ident,
    more: Option<&TokenStream>,
    errors: &mut Errors,
) -> TokenStream {
    // The compiler blames the receiver or the method: both stand where the value does.
    let Printed { value, blame } = code::printed(code, errors);
    let method = Ident::new(method, blame);
    let receiver = quote_spanned!(blame=> ::isle::__::V(#value));
    quote!(#c = #receiver.#method(#c #more);)
}

fn style(property: Option<&Code>, value: &Code, c: &Ident, errors: &mut Errors) -> TokenStream {
    match property {
        Some(property) => {
            let property = code::tokens(property, errors);
            printed("style", value, c, Some(&quote!(, #property)), errors)
        }
        None => printed("styles", value, c, None, errors),
    }
}

fn assign(c: &Ident, value: &TokenStream) -> TokenStream {
    quote!(#c = #value;)
}
