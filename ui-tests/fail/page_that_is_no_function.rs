use isle::prelude::*;

#[page("/product")]
struct Product;

fn main() {}
