use isle::prelude::*;

#[island("islands/cart.js")]
pub struct Cart {
    total: u32,
}

fn main() {}
