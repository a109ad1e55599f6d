//! An island without a body: a component of a JavaScript framework, rendered by its own module.

use super::expand::{self, Island, Parts};
use super::island::{self, mixed};
use super::props;
use super::slots::Slot;
use crate::error::Errors;
use crate::markup::Writer;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{ItemFn, ReturnType};

/// `fn Cart(items: Vec<Item>);`, given as a function whose block is empty.
pub(crate) fn expand_bare(
    mut function: ItemFn,
    island: Island,
    slots: Vec<Slot>,
    errors: &mut Errors,
) -> TokenStream {
    expand::refuse_async(&mut function, errors);
    if let ReturnType::Type(_, ty) = &function.sig.output {
        let name = &function.sig.ident;
        let first = ty.to_token_stream().into_iter().next();
        errors.at(
            first.map_or_else(|| name.span(), |token| token.span()),
            "a component without a body returns what its module renders",
            format!("leave out the type: `fn {name}(…);`"),
        );
    }
    let mut generics = function.sig.generics.clone();
    let props = props::take(&mut function, &mut generics, errors);
    island::refuse_closures(&function.sig, errors);
    expand::lend(&mut generics, &slots, &props);
    Parts {
        function,
        generics,
        props,
        slots,
        writer: Writer::new(),
        block: TokenStream::new(),
        handed_on: false,
        island: Some(island),
        // Its style sheets are needed without a directive too, and its module where it can't be rendered.
        reach: quote!(reached.island(&Self::TAKES);),
    }
    .tokens()
}

impl Parts {
    /// How it prints without a directive.
    pub(super) fn render_bare(&self) -> TokenStream {
        let (_, arguments, bounds) = self.generics.split_for_impl();
        let generics = self.with_cursor();
        let (parameters, ..) = generics.split_for_impl();
        let (c, out, cursor) = (mixed("c"), mixed("out"), props::cursor());
        let print = self.print_bare(&quote!(&[]), &out);
        quote! {
            pub fn render #parameters (
                mut props: Props #arguments,
                #c: ::isle::__::Cur<#cursor>,
            ) -> ::isle::__::Cur<#cursor> #bounds {
                let #out = #c.commit();
                #print
                #out.cur()
            }
        }
    }

    pub(super) fn print_bare(&self, directives: &TokenStream, out: &Ident) -> TokenStream {
        let object = mixed("object");
        let fields = self.fields(&object);
        let names = self.slots.iter().map(|slot| &slot.name);
        let slots = match self.slots_name() {
            Some(slots) => {
                let each = (0..self.slots.len()).map(|at| quote!(props.#slots[#at]));
                quote!([#((#names, #each)),*])
            }
            None => quote!([]),
        };
        quote! {
            let _ = &mut props;
            let filled = #slots;
            ISLAND.render(#directives, #out, |#object| {
                let _ = &#object;
                #fields
            }, &filled);
        }
    }
}
