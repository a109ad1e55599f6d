use isle::prelude::*;

#[derive(ClientProps)]
pub enum Price {
    Cents(u32),
    Bytes([u8; 4]),
}

fn main() {}
