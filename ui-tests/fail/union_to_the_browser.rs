use isle::prelude::*;

#[derive(ClientProps)]
pub union Price {
    cents: u32,
    bytes: [u8; 4],
}

fn main() {}
