//! A component's call: props by name, children as functions that print into the component's place.

use super::emit::{self, Writer};
use super::operation::{Call, Content, Filled};
use super::{code, directive, refuse};
use crate::error::Errors;
use isle_syntax::markup::tree::{Attribute, Code, Element, Node, Prop, Value};
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

/// The variable that holds a slot of the component that is being defined: an `Option<&dyn Fn(&mut Buf)>`.
pub(crate) fn slot(name: &str, span: Span) -> Ident {
    let readable: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    format_ident!(
        "slot_{readable}",
        span = span.resolved_at(Span::mixed_site())
    )
}

/// The statements of a call.
pub(super) fn call(call: &Call, writer: &Writer, errors: &mut Errors) -> TokenStream {
    let Writer { cursor, buffer } = writer;
    let span = call.component.span;
    let path = Path {
        written: &call.component.path,
        span,
    };
    let props = Ident::new("props", Span::mixed_site());

    let mut names: Vec<String> = call
        .component
        .props
        .iter()
        .map(|prop| prop.name.to_string())
        .collect();
    if call.component.mistaken {
        // A prop may be missing because of a mistake that was reported; a name that is none ends the comparison.
        names.push(String::new());
    }
    let sets: TokenStream = call
        .component
        .props
        .iter()
        .enumerate()
        .map(|(index, prop)| set(index, prop, &path, &props, errors))
        .collect();
    let fills: TokenStream = call
        .slots
        .iter()
        .enumerate()
        .map(|(index, slot)| fill(index, slot, &path, &props, errors))
        .collect();
    let takes = path.takes();
    // Evaluated wherever the call is checked, inside generic functions too; it reports what is left out.
    let complete = quote_spanned!(span=> ::isle::__::complete(&#takes, &[#(#names),*]));
    let written = path.written;
    let new = quote_spanned!(span=> <#written>::props());
    let print = match call.component.directives.first() {
        None => {
            let complete = path.part(&complete, span);
            quote_spanned!(span=> #cursor = #complete::render(#props, #cursor);)
        }
        Some((first, _)) => {
            let place = first.start;
            let name = &first.text;
            let island = quote_spanned!(place=> ::isle::__::island(&#takes, #name, #complete));
            let island = path.part(&island, place);
            let directives = directive::list(&call.component.directives, errors);
            let print = match &call.only {
                None => quote_spanned!(place=> #island::island(#props, #directives, #buffer);),
                Some(fallback) => {
                    let open =
                        quote_spanned!(place=> #island::open(&mut #props, #directives, #buffer););
                    let fallback = emit::writes(fallback, writer, false, errors);
                    quote!(#open { #fallback } ::isle::__::Island::close(#buffer);)
                }
            };
            quote! {
                let #buffer = #cursor.commit();
                #print
                #cursor = #buffer.cur();
            }
        }
    };
    quote!({
        let mut #props = #new;
        #sets
        #fills
        #print
    })
}

/// The component's name at a call. Whatever is said of it stands in the same place, so that a name which means no
/// component is reported once.
struct Path<'c> {
    written: &'c TokenStream,
    span: Span,
}

impl Path<'_> {
    /// What the component takes.
    fn takes(&self) -> TokenStream {
        let Self { written, span } = self;
        quote_spanned!(*span=> <#written>::TAKES)
    }

    /// The part of the component that has this number, asked for at `place`.
    fn part(&self, number: &TokenStream, place: Span) -> TokenStream {
        let Self { written, span } = self;
        let part = quote_spanned!(*span=> #written<{ #number }>);
        quote_spanned!(place=> <#part>)
    }
}

/// `<Card<{ the prop's number }>>::label(&mut props, value);`
fn set(
    index: usize,
    prop: &Prop,
    path: &Path<'_>,
    props: &Ident,
    errors: &mut Errors,
) -> TokenStream {
    let (name, text) = (&prop.name, prop.name.to_string());
    let span = name.span();
    let value = match &prop.value {
        Value::Bare => quote_spanned!(span=> true),
        Value::Text(text) => {
            let mut value = Literal::string(&text.value);
            value.set_span(text.start);
            value.into_token_stream()
        }
        Value::Code(code) => code::tokens(code, errors),
    };
    let takes = path.takes();
    let number = quote_spanned!(span=> ::isle::__::prop(&#takes, #text));
    let part = path.part(&number, span);
    let trees: Vec<TokenTree> = value.clone().into_iter().collect();
    if !is_borrow(&trees) {
        return quote_spanned!(span=> #part::#name(&mut #props, #value););
    }
    // What `&format!(..)` points to must live until the component has printed it: `let` sees to that.
    let held = format_ident!(
        "value{index}",
        span = code::blame(&trees).resolved_at(Span::mixed_site())
    );
    let set = quote_spanned!(span=> #part::#name(&mut #props, #held););
    quote!(let #held = #value; #set)
}

/// Whether a value begins with `&`.
fn is_borrow(value: &[TokenTree]) -> bool {
    matches!(value.first(), Some(TokenTree::Punct(sign)) if sign.as_char() == '&')
}

/// The function behind a slot's content, and its place among the props.
fn fill(
    index: usize,
    slot: &Filled,
    path: &Path<'_>,
    props: &Ident,
    errors: &mut Errors,
) -> TokenStream {
    let (name, takes) = (&slot.name, path.takes());
    let number = quote_spanned!(slot.span=> ::isle::__::slot(&#takes, #name));
    let part = path.part(&number, slot.span);
    match &slot.content {
        Content::Forwarded(outer) => {
            let outer = self::slot(outer, slot.span);
            quote!(#part::forward(&mut #props, #outer);)
        }
        Content::Nodes(nodes) => {
            let function = function(nodes, errors);
            let held = format_ident!("children{index}", span = Span::mixed_site());
            quote! {
                let #held = #part::slot(#function);
                #held.fill(&mut #props);
            }
        }
    }
}

/// A closure that prints the nodes; a `?` in them parks the error in the buffer.
fn function(nodes: &[Node], errors: &mut Errors) -> TokenStream {
    let writer = Writer::new();
    let buffer = &writer.buffer;
    let (mut fallible, mut leaves) = (false, false);
    each_code(nodes, &mut |code| {
        fallible |= refuse::questions(code);
        leaves |= refuse::leaves(code);
    });
    let mut body = emit::writes(nodes, &writer, false, errors);
    if leaves {
        body = refuse::exits(body, errors);
    }
    if !fallible {
        return quote!(|#buffer: &mut ::isle::__::Buf| { #body });
    }
    quote! {
        |#buffer: &mut ::isle::__::Buf| ::isle::__::attempt(#buffer, |#buffer: &mut ::isle::__::Buf| {
            #body
            ::core::result::Result::Ok(())
        })
    }
}

/// Visits the code that runs in this function; the children of inner components are functions of their own.
fn each_code(nodes: &[Node], visit: &mut impl FnMut(&Code)) {
    for node in nodes {
        match node {
            Node::Doctype(_) | Node::Comment(_) | Node::Text(_) => {}
            Node::Value(code) | Node::Statements(code) => visit(code),
            Node::Element(element) => {
                each_attribute(element, visit);
                each_code(&element.children, visit);
            }
            Node::Component(component) => {
                for prop in &component.props {
                    if let Value::Code(code) = &prop.value {
                        visit(code);
                    }
                }
            }
            Node::Fragment(it) => each_code(&it.children, visit),
            Node::Slot(it) => each_code(&it.fallback, visit),
            Node::Block(nodes) => each_code(nodes, visit),
            Node::If(it) => {
                for (condition, body) in &it.branches {
                    visit(condition);
                    each_code(body, visit);
                }
                each_code(it.otherwise.as_deref().unwrap_or_default(), visit);
            }
            Node::For(it) => {
                visit(&it.iterator);
                each_code(&it.body, visit);
            }
            Node::While(it) => {
                visit(&it.condition);
                each_code(&it.body, visit);
            }
            Node::Match(it) => {
                visit(&it.subject);
                it.arms.iter().for_each(|(_, body)| each_code(body, visit));
            }
        }
    }
}

fn each_attribute(element: &Element, visit: &mut impl FnMut(&Code)) {
    for attribute in &element.attributes {
        match attribute {
            Attribute::Plain {
                value: Value::Code(code),
                ..
            }
            | Attribute::Spread(code)
            | Attribute::SetHtml(code)
            | Attribute::SetText(code) => visit(code),
            Attribute::Plain { .. } => {}
            Attribute::ClassList { items, .. } => items.iter().for_each(&mut *visit),
            Attribute::Style { items, .. } => {
                for (property, value) in items {
                    property.iter().for_each(&mut *visit);
                    visit(value);
                }
            }
        }
    }
}
