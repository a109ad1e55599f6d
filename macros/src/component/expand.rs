//! What a component becomes: a type of its name, with a function per prop, and one that prints.

use super::has_slot;
use super::props::{self, Absent, Prop};
use super::slots::{Slot, Slots};
use crate::error::Errors;
use crate::markup::{self, Writer, slot_variable, walk::Visit};
use crate::tail;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{Expr, GenericParam, Generics, ItemFn, Macro, ReturnType};

pub(super) fn expand(mut function: ItemFn, errors: &mut Errors) -> TokenStream {
    let mut slots = Slots::default();
    has_slot::Replace {
        found: &mut |name, place| slots.asked(name, place),
    }
    .visit_block_mut(&mut function.block);
    if let Some(word) = function.sig.asyncness {
        errors.at(
            word.span,
            "a component renders at once: it can't be `async`",
            "load the data in the page's frontmatter, and hand it in as a prop",
        );
        function.sig.asyncness = None;
    }
    if matches!(function.sig.output, ReturnType::Default) {
        errors.at(
            function.sig.ident.span(),
            "a component returns markup",
            "write `-> Html`, or `-> Page` if it may end the page",
        );
        function.sig.output = syn::parse_quote!(-> ::isle::Html);
    }
    let mut generics = function.sig.generics.clone();
    let props = props::take(&mut function, &mut generics, errors);

    let writer = Writer::new();
    tail::replace(&mut function.block, &mut |call| {
        answer(call, &writer, &mut slots, errors)
    });
    slots.check(errors);
    if !slots.found.is_empty() || props.iter().any(|prop| mentions_call(&prop.ty)) {
        generics.params.insert(
            0,
            GenericParam::Lifetime(syn::LifetimeParam::new(props::lent())),
        );
    }
    Parts {
        function,
        generics,
        props,
        slots: slots.found,
        writer,
    }
    .tokens()
}

/// The `html!` that the component answers with: printed where the component stands.
fn answer(call: &Macro, writer: &Writer, slots: &mut Slots, errors: &mut Errors) -> Expr {
    let template = markup::parse(call.tokens.clone(), call.delimiter.span().join(), errors);
    slots.nodes(&template.nodes);
    if let Some(fence) = &template.fence {
        has_slot::each(fence, &mut |name, place| slots.asked(name, place));
    }
    let body = markup::writes(&template.nodes, writer, false, errors);
    let fence = markup::fence(&template, &mut |call| answer(call, writer, slots, errors));
    Expr::Verbatim(quote! {{
        #fence
        { #body }
        ::isle::__::tail(::isle::__::Html::default())
    }})
}

fn mentions_call(ty: &syn::Type) -> bool {
    struct Finds(bool);
    impl syn::visit_mut::VisitMut for Finds {
        fn visit_lifetime_mut(&mut self, it: &mut syn::Lifetime) {
            self.0 |= *it == props::lent();
        }
    }
    let mut finds = Finds(false);
    syn::visit_mut::VisitMut::visit_type_mut(&mut finds, &mut ty.clone());
    finds.0
}

/// Everything that the expansion is made of.
struct Parts {
    function: ItemFn,
    generics: Generics,
    props: Vec<Prop>,
    slots: Vec<Slot>,
    writer: Writer,
}

impl Parts {
    fn tokens(&self) -> TokenStream {
        let name = &self.function.sig.ident;
        let visibility = &self.function.vis;
        let (on_type, on_body) = self.attributes();
        let holder = self.holder();
        let takes = self.takes();
        let props = self.new_props();
        let render = self.render(&on_body);
        let has_slots = self.has_slots();
        let sets = self
            .props
            .iter()
            .enumerate()
            .map(|(index, prop)| self.set(index, prop));
        let slots = self
            .slots
            .iter()
            .enumerate()
            .map(|(index, slot)| self.slot(index, slot));
        quote! {
            #(#on_type)*
            #[allow(non_camel_case_types, dead_code)]
            #visibility struct #name<const PART: usize = { ::core::primitive::usize::MAX }> {}

            #[allow(
                private_interfaces,
                unreachable_pub,
                missing_docs,
                non_camel_case_types,
                clippy::too_many_arguments,
                clippy::type_complexity,
                clippy::needless_lifetimes,
                clippy::extra_unused_lifetimes
            )]
            #[allow(dead_code)]
            const _: () = {
                #holder
                impl #name {
                    #takes
                    #props
                }
                impl #name<{ ::isle::__::COMPLETE }> {
                    #render
                }
                #has_slots
                #(#sets)*
                #(#slots)*
            };
        }
    }

    /// The function's attributes: those of the name that people use, and those of the code.
    fn attributes(&self) -> (Vec<&syn::Attribute>, Vec<&syn::Attribute>) {
        let of_type = |attribute: &&syn::Attribute| {
            ["doc", "deprecated"]
                .iter()
                .any(|name| attribute.path().is_ident(name))
        };
        self.function.attrs.iter().partition(of_type)
    }

    /// The struct that holds the props of one call.
    fn holder(&self) -> TokenStream {
        let (parameters, _, bounds) = self.generics.split_for_impl();
        let parameters = parameters.to_token_stream();
        let names = self.props.iter().map(|prop| &prop.name);
        let types = self.props.iter().map(|prop| &prop.ty);
        let slots = self
            .slots_name()
            .zip(self.slots_type())
            .map(|(name, ty)| quote!(#name: #ty,));
        quote! {
            pub struct Props #parameters #bounds {
                #(#names: ::core::option::Option<#types>,)*
                #slots
            }
        }
    }

    /// The slots' field, where there is a slot.
    fn slots_name(&self) -> Option<Ident> {
        (!self.slots.is_empty()).then(|| Ident::new("slots", Span::call_site()))
    }

    fn slots_type(&self) -> Option<TokenStream> {
        let count = self.slots.len();
        let lent = props::lent();
        (count > 0).then(|| quote!([::core::option::Option<&#lent dyn ::core::ops::Fn(&mut ::isle::__::Buf)>; #count]))
    }

    fn takes(&self) -> TokenStream {
        let name = self.function.sig.ident.to_string();
        let names = self.props.iter().map(|prop| prop.name.to_string());
        let types = self.props.iter().map(|prop| &prop.written);
        let required = self.props.iter().map(Prop::required);
        let slots = self.slots.iter().map(|slot| &slot.name);
        quote! {
            pub const TAKES: ::isle::__::Takes = ::isle::__::Takes {
                name: #name,
                props: &[#(::isle::__::Taken { name: #names, ty: #types, required: #required }),*],
                slots: &[#(#slots),*],
            };
        }
    }

    fn new_props(&self) -> TokenStream {
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let names = self.props.iter().map(|prop| &prop.name);
        let slots = self.slots_name();
        let count = self.slots.len();
        let empty = slots
            .as_ref()
            .map(|slots| quote!(#slots: [::core::option::Option::None; #count]));
        quote! {
            #[inline(always)]
            pub fn props #parameters () -> Props #arguments #bounds {
                Props { #(#names: ::core::option::Option::None,)* #empty }
            }
        }
    }

    fn set(&self, index: usize, prop: &Prop) -> TokenStream {
        let component = &self.function.sig.ident;
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let (name, ty) = (&prop.name, &prop.ty);
        let (argument, value) = match prop.converts() {
            true => (
                quote!(impl ::isle::__::IntoProp<#ty>),
                quote!(::isle::__::IntoProp::into_prop(value)),
            ),
            false => (quote!(#ty), quote!(value)),
        };
        quote! {
            impl #component<#index> {
                #[inline(always)]
                pub fn set #parameters (props: &mut Props #arguments, value: #argument) #bounds {
                    props.#name = ::core::option::Option::Some(#value);
                }
            }
        }
    }

    /// What turns a call's children into what a slot holds; `Fn` where they may be printed again.
    fn slot(&self, index: usize, slot: &Slot) -> TokenStream {
        let component = &self.function.sig.ident;
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let lent = props::lent();
        let bound = if slot.repeated {
            quote!(Fn)
        } else {
            quote!(FnOnce)
        };
        let value = if slot.repeated {
            quote!(children)
        } else {
            quote!(::isle::__::once(children))
        };
        quote! {
            impl #component<{ ::isle::__::SLOTS + #index }> {
                #[inline(always)]
                pub fn slot(
                    children: impl ::core::ops::#bound(&mut ::isle::__::Buf),
                ) -> ::isle::__::Held<#index, impl ::core::ops::Fn(&mut ::isle::__::Buf)> {
                    ::isle::__::Held(#value)
                }

                #[inline(always)]
                pub fn forward #parameters (
                    props: &mut Props #arguments,
                    slot: ::core::option::Option<&#lent dyn ::core::ops::Fn(&mut ::isle::__::Buf)>,
                ) #bounds {
                    props.slots[#index] = slot;
                }
            }
        }
    }

    /// How the slots of a call are reached.
    fn has_slots(&self) -> Option<TokenStream> {
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let lent = props::lent();
        (!self.slots.is_empty()).then(|| {
            quote! {
                impl #parameters ::isle::__::HasSlots<#lent> for Props #arguments #bounds {
                    #[inline(always)]
                    fn slots(&mut self) -> &mut [::core::option::Option<&#lent dyn ::core::ops::Fn(&mut ::isle::__::Buf)>] {
                        &mut self.slots
                    }
                }
            }
        })
    }

    fn render(&self, on_body: &[&syn::Attribute]) -> TokenStream {
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let out = &self.writer.buffer;
        let patterns = self.props.iter().map(|prop| &prop.pattern);
        let types = self.props.iter().map(|prop| &prop.ty);
        let values = self.props.iter().map(value);
        let output = &self.function.sig.output;
        let block = &self.function.block;
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
        let write = quote_spanned!(span=> ::isle::__::Written::write);
        let unused = self.props.is_empty() && self.slots.is_empty();
        let ignore = unused.then(|| quote!(let _ = props;));
        quote! {
            pub fn render #parameters (props: Props #arguments, #out: &mut ::isle::__::Buf) #bounds {
                #(#on_body)*
                #[inline(always)]
                fn body #parameters (
                    #(#patterns: #types,)*
                    #(#variables: ::core::option::Option<&#lent dyn ::core::ops::Fn(&mut ::isle::__::Buf)>,)*
                    #out: &mut ::isle::__::Buf,
                ) #output #bounds #block
                #take_slots
                #ignore
                let answer = body(#(#values,)* #(#variables,)* #out);
                #write(answer, #out);
            }
        }
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
