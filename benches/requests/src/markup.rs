//! A page of some 1 kB by the reference writer.

use crate::reference::{Capacity, Out, text};

/// What `page` shows by isle, by hand.
pub fn product(slug: &str, theme: &str) -> Vec<u8> {
    static CAPACITY: Capacity = Capacity::new();
    let (mut out, mut c) = Out::new(&CAPACITY);
    let out = &mut out;
    // SAFETY: every store is in the room that was made for its block.
    unsafe {
        c = out.room(c, 128);
        c = c.raw(b"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
        c = text(out, c, slug);
        c = out.room(c, 64);
        c = c.raw(b"</title></head><body class=\"");
        c = text(out, c, theme);
        c = out.room(c, 1024);
        c = c.raw(b"\"><header><a href=\"/\">Shop</a><nav><a href=\"/new\">New</a><a href=\"/sale\">Sale</a><a href=\"/about\">About us</a></nav></header><main><h1>");
        c = text(out, c, slug);
        c = out.room(c, 1024);
        c = c.raw(b"</h1><p>A shoe for every day: light, quiet, and made to be mended. The sole is of natural rubber and comes off with a screw, so that one pair of uppers outlives four of soles.</p><ul><li>Leather from the region, tanned with bark</li><li>Soles in three hardnesses</li><li>Sizes from 34 to 48, each in two widths</li></ul><h2>Care</h2><p>Brush them when they are dry. Feed the leather twice a year with the balm that comes in the box, and let it rest over night before you wear them again. Wet shoes dry best with paper in them, away from the stove.</p><p>Send them to us when the sole is thin. The first one is free.</p></main><footer><p>Made in the valley, sold everywhere.</p><p><a href=\"/terms\">Terms</a><a href=\"/privacy\">Privacy</a></p></footer></body></html>");
        out.finish(c, &CAPACITY)
    }
}
