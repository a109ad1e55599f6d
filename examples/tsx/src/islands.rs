//! The islands: components of frameworks. Their props are Rust's; `components/props.d.ts` is written of them.

use isle::prelude::*;

/// A film in the cart.
#[derive(ClientProps)]
pub(crate) struct CartItem {
    pub(crate) film: u32,
    pub(crate) title: &'static str,
    pub(crate) year: u16,
    pub(crate) hue: u16,
    /// In euro cents, a copy.
    pub(crate) price: u32,
    pub(crate) copies: u32,
}

/// The cart.
#[island("components/Cart.tsx", slots(children))]
pub(crate) fn Cart(items: Vec<CartItem>, change: Link);

/// Films to put into it.
#[island("components/Films.tsx")]
pub(crate) fn Films(films: Vec<CartItem>, change: Link);

/// What the cart costs; all amounts are in euro cents.
#[island("components/Summary.svelte", slots(children))]
pub(crate) fn Summary(copies: u32, subtotal: u32, delivery: u32, free: u32);

/// When this browser was here before.
#[island("components/Visit.svelte")]
pub(crate) fn Visit();
