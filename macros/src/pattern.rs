//! Patterns as the runtime's table holds them.

use isle_syntax::pattern::{Param, Part, Pattern, Segment};
use proc_macro2::TokenStream;
use quote::quote;

/// The pattern's segments, as the items of a slice.
pub(crate) fn segments(pattern: &Pattern) -> TokenStream {
    pattern.segments.iter().map(segment).collect()
}

fn segment(segment: &Segment) -> TokenStream {
    match segment {
        Segment::Static(text) => {
            let text = &text.encoded;
            quote!(::isle::__::Segment::Static(#text),)
        }
        Segment::Param(Param {
            name, rest: false, ..
        }) => quote!(::isle::__::Segment::Param(#name),),
        Segment::Param(Param {
            name, rest: true, ..
        }) => quote!(::isle::__::Segment::Rest(#name),),
        Segment::Mixed(parts) => {
            let parts = parts.iter().map(part);
            quote!(::isle::__::Segment::Mixed(&[#(#parts),*]),)
        }
    }
}

fn part(part: &Part) -> TokenStream {
    match part {
        Part::Static(text) => {
            let text = &text.encoded;
            quote!(::isle::__::Part::Static(#text))
        }
        Part::Param(Param {
            name, rest: false, ..
        }) => quote!(::isle::__::Part::Param(#name)),
        Part::Param(Param {
            name, rest: true, ..
        }) => quote!(::isle::__::Part::Rest(#name)),
    }
}
