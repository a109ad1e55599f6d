//! What a call uses to fill in props and slots: a function for each, found by its number.

use super::expand::Parts;
use super::props::{self, Prop};
use super::slots::Slot;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

impl Parts {
    pub(super) fn set(&self, index: usize, prop: &Prop) -> TokenStream {
        let component = &self.function.sig.ident;
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let (name, ty) = (&prop.name, &prop.ty);
        // All of it stands where the prop is declared, so that a value of another type shows the declaration.
        let declared = name.span();
        let value = Ident::new("value", declared);
        let (argument, converted) = match prop.converts() {
            true => (
                quote_spanned!(declared=> impl ::isle::__::IntoProp<#ty>),
                quote_spanned!(declared=> ::isle::__::IntoProp::into_prop(#value)),
            ),
            false => (quote!(#ty), quote!(#value)),
        };
        quote! {
            impl #component<#index> {
                #[inline(always)]
                pub fn #name #parameters (props: &mut Props #arguments, #value: #argument) #bounds {
                    props.#name = ::core::option::Option::Some(#converted);
                }
            }
        }
    }

    /// What turns a call's children into what a slot holds; `Fn` where they may be printed again.
    pub(super) fn slot(&self, index: usize, slot: &Slot) -> TokenStream {
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
                    slot: ::isle::__::Slot<#lent>,
                ) #bounds {
                    props.slots[#index] = slot;
                }
            }
        }
    }

    /// How the slots of a call are reached.
    pub(super) fn has_slots(&self) -> Option<TokenStream> {
        let (parameters, arguments, bounds) = self.generics.split_for_impl();
        let lent = props::lent();
        (!self.slots.is_empty()).then(|| {
            quote! {
                impl #parameters ::isle::__::HasSlots<#lent> for Props #arguments #bounds {
                    #[inline(always)]
                    fn slots(&mut self) -> &mut [::isle::__::Slot<#lent>] {
                        &mut self.slots
                    }
                }
            }
        })
    }
}
