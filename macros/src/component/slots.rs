//! The slots that a component's markup has.

use crate::error::Errors;
use crate::markup::walk::Visit;
use isle_syntax::markup::tree::Node;
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;

/// A slot, found in the component's markup or asked for by `has_slot!`.
pub(crate) struct Slot {
    /// Its name; the default slot's is empty.
    pub(crate) name: String,
    /// Whether it may be printed more than once, so that its content must not be used up by printing.
    pub(crate) repeated: bool,
    /// Whether `<slot>` prints it somewhere.
    printed: bool,
    place: proc_macro2::Span,
}

/// Collects slots.
#[derive(Default)]
pub(crate) struct Slots {
    pub(crate) found: Vec<Slot>,
    in_loop: bool,
}

impl Slots {
    /// Refuses slots where nothing can fill them.
    pub(crate) fn refuse(nodes: &[Node], errors: &mut Errors) {
        let mut slots = Self::default();
        slots.nodes(nodes);
        for slot in slots.found {
            errors.at(
                slot.place,
                "only a component's answer can hold a `<slot>`: nothing fills it here",
                "make the function a `#[component]`, and end it with this `html!`",
            );
        }
    }

    fn add(&mut self, name: &str, place: proc_macro2::Span, printed: bool) {
        match self.found.iter_mut().find(|slot| slot.name == name) {
            Some(slot) => {
                slot.repeated |= self.in_loop || (printed && slot.printed);
                slot.printed |= printed;
            }
            None => self.found.push(Slot {
                name: name.to_owned(),
                repeated: self.in_loop,
                printed,
                place,
            }),
        }
    }

    /// Replaces `has_slot!("name")` by what it means, wherever it stands in the tokens.
    pub(super) fn answer(&mut self, tokens: TokenStream) -> TokenStream {
        if !mentions(&tokens) {
            return tokens;
        }
        let mut out = TokenStream::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(word) if word == "has_slot" => {
                    let bang = tokens.next_if(
                        |next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == '!'),
                    );
                    match (bang, tokens.peek()) {
                        (Some(_), Some(TokenTree::Group(_))) => {
                            let Some(TokenTree::Group(group)) = tokens.next() else {
                                unreachable!("it was just seen")
                            };
                            out.extend(self.asked(&word, &group));
                        }
                        (bang, _) => {
                            out.extend([TokenTree::Ident(word)]);
                            out.extend(bang);
                        }
                    }
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.answer(group.stream()));
                    inner.set_span(group.span());
                    out.extend([TokenTree::Group(inner)]);
                }
                other => out.extend([other]),
            }
        }
        out
    }

    fn asked(&mut self, word: &Ident, group: &Group) -> TokenStream {
        let name = match syn::parse2::<Option<syn::LitStr>>(group.stream()) {
            Ok(name) => name.map(|name| name.value()).unwrap_or_default(),
            Err(error) => return error.to_compile_error(),
        };
        self.add(&name, word.span(), false);
        let variable = crate::markup::slot_variable(&name, word.span());
        let mut value = Group::new(Delimiter::Parenthesis, quote!(#variable.is_some()));
        value.set_span(word.span());
        quote!(#value)
    }

    /// A slot that is asked for and never printed is a mistake in its name.
    pub(super) fn check(&self, errors: &mut Errors) {
        for slot in self.found.iter().filter(|slot| !slot.printed) {
            let names: Vec<String> = self
                .found
                .iter()
                .filter(|slot| slot.printed)
                .map(|slot| format!("{:?}", slot.name))
                .collect();
            let help = match names.as_slice() {
                [] => "print it with `<slot />`".to_owned(),
                names => format!("its slots are: {}", names.join(", ")),
            };
            errors.at(
                slot.place,
                format!("this component prints no slot {:?}", slot.name),
                help,
            );
        }
    }
}

impl Visit for Slots {
    fn node(&mut self, node: &Node) -> bool {
        if let Node::Slot(slot) = node {
            let name = slot
                .name
                .as_ref()
                .map_or("", |name| name.value.as_str())
                .to_owned();
            self.add(&name, slot.span, true);
        }
        true
    }

    fn repeated(&mut self, nodes: &[Node]) {
        let before = std::mem::replace(&mut self.in_loop, true);
        self.nodes(nodes);
        self.in_loop = before;
    }
}

fn mentions(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "has_slot",
        TokenTree::Group(group) => mentions(&group.stream()),
        _ => false,
    })
}
