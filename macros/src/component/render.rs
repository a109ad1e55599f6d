//! How a component prints: its body, with the props and slots of one call.

use super::expand::Parts;
use super::props::{self, Absent, Prop};
use crate::markup::slot_variable;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{GenericParam, Generics, LifetimeParam, ReturnType};

impl Parts {
    pub(super) fn render(&self, on_body: &[&syn::Attribute]) -> TokenStream {
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let out = &self.writer.buffer;
        let patterns = self.props.iter().map(|prop| &prop.pattern);
        let types = self.props.iter().map(|prop| &prop.ty);
        let values = self.props.iter().map(value);
        let output = &self.function.sig.output;
        let block = &self.block;
        let variables: Vec<Ident> = self
            .slots
            .iter()
            .map(|slot| slot_variable(&slot.name, Span::call_site()))
            .collect();
        let lent = props::lent();
        let take_slots = self
            .slots_name()
            .map(|slots| quote!(let [#(#variables),*] = props.#slots;));
        let span = match output {
            ReturnType::Type(_, ty) => ty
                .to_token_stream()
                .into_iter()
                .next()
                .map_or_else(Span::call_site, |t| t.span()),
            ReturnType::Default => Span::call_site(),
        };
        let answer = Ident::new("answer", span);
        let write = quote_spanned!(span=> ::isle::__::Written::write(#answer, #out));
        // What the browser alone reads is no mistake.
        let unread = self.props.iter().map(|_| {
            self.island
                .as_ref()
                .map(|_| quote!(#[allow(unused_variables)]))
        });
        let unused = self.props.is_empty() && self.slots.is_empty();
        let ignore = unused.then(|| quote!(let _ = props;));
        let generics = self.with_cursor();
        let (with_cursor, ..) = generics.split_for_impl();
        let c = &self.writer.cursor;
        let cursor = props::cursor();
        let cursor = quote!(::isle::__::Cur<#cursor>);
        if self.handed_on {
            let ReturnType::Type(_, answered) = output else {
                return TokenStream::new();
            };
            return quote! {
                #[cfg_attr(not(debug_assertions), inline(always))]
                pub fn render #with_cursor (props: Props #arguments, #c: #cursor) -> #cursor #bounds {
                    #(#on_body)*
                    fn body #with_cursor (
                        #(#unread #patterns: #types,)*
                        #(#variables: ::isle::__::Slot<#lent>,)*
                        mut #c: #cursor,
                    ) -> #cursor #bounds #block
                    let _ = ::isle::__::tail::<#answered>;
                    #take_slots
                    #ignore
                    body(#(#values,)* #(#variables,)* #c)
                }
            };
        }
        quote! {
            pub fn render #with_cursor (props: Props #arguments, #c: #cursor) -> #cursor #bounds {
                #(#on_body)*
                #[inline(always)]
                fn body #parameters (
                    #(#unread #patterns: #types,)*
                    #(#variables: ::isle::__::Slot<#lent>,)*
                    #out: &mut ::isle::__::Buf,
                ) #output #bounds #block
                let #out = #c.commit();
                #take_slots
                #ignore
                let #answer = body(#(#values,)* #(#variables,)* #out);
                #write;
                #out.cur()
            }
        }
    }

    /// The generics of what takes a cursor.
    pub(super) fn with_cursor(&self) -> Generics {
        let mut generics = self.generics.clone();
        let cursor = GenericParam::Lifetime(LifetimeParam::new(props::cursor()));
        generics.params.insert(0, cursor);
        generics
    }
}

/// A prop's value for the body.
fn value(prop: &Prop) -> TokenStream {
    let name = &prop.name;
    match &prop.absent {
        Absent::Refused => quote!(::isle::__::required(props.#name)),
        Absent::Nothing => quote!(props.#name.flatten()),
        Absent::Default => quote!(props.#name.unwrap_or_default()),
        Absent::Value(value) => {
            let value = match prop.converts() {
                true => quote!(::isle::__::IntoProp::into_prop(#value)),
                false => quote!(#value),
            };
            quote!(match props.#name { ::core::option::Option::Some(value) => value, ::core::option::Option::None => #value })
        }
    }
}
