//! The reference writer's pages, by hand.

use super::{Engine, written};
use crate::data::{Comment, Teams};
use crate::reference::{Capacity, Out, number, text};

written!("reference");

/// Its pages.
pub const ENGINE: Engine = Engine {
    name: "reference",
    teams,
    table,
    product: written::product::product,
    comments,
    small: written::small::ALL,
};

fn bytes(page: Vec<u8>) -> Vec<u8> {
    page
}

fn teams(it: &Teams) -> Vec<u8> {
    static CAPACITY: Capacity = Capacity::new();
    let (mut out, mut c) = Out::new(&CAPACITY);
    let out = &mut out;
    // SAFETY: every store is in the room that was made for its block.
    unsafe {
        c = out.room(c, 128);
        c = c.raw(b"<html><head><title>");
        c = number(c, it.year.into());
        c = c.raw(b"</title></head><body><h1>CSL ");
        c = number(c, it.year.into());
        c = c.raw(b"</h1><ul>");
        for (index, team) in it.teams.iter().enumerate() {
            c = out.room(c, 32 + team.name.len());
            c = if index == 0 {
                c.raw(b"<li class=\"champion\"><b>")
            } else {
                c.raw(b"<li class=\"\"><b>")
            };
            c = text(out, c, &team.name);
            c = out.room(c, 32);
            c = c.raw(b"</b>: ");
            c = number(c, team.score.into());
            c = c.raw(b"</li>");
        }
        c = out.room(c, 32);
        c = c.raw(b"</ul></body></html>");
        out.finish(c, &CAPACITY)
    }
}

fn table(rows: &[Vec<usize>]) -> Vec<u8> {
    static CAPACITY: Capacity = Capacity::new();
    let (mut out, mut c) = Out::new(&CAPACITY);
    let out = &mut out;
    // SAFETY: every store is in the room that was made for its block.
    unsafe {
        c = out.room(c, 7);
        c = c.raw(b"<table>");
        for row in rows {
            c = out.room(c, 4);
            c = c.raw(b"<tr>");
            for &cell in row {
                c = out.room(c, 32);
                c = c.raw(b"<td>");
                c = number(c, cell as u64);
                c = c.raw(b"</td>");
            }
            c = out.room(c, 5);
            c = c.raw(b"</tr>");
        }
        c = out.room(c, 8);
        c = c.raw(b"</table>");
        out.finish(c, &CAPACITY)
    }
}

fn comments(comments: &[Comment]) -> Vec<u8> {
    static CAPACITY: Capacity = Capacity::new();
    let (mut out, mut c) = Out::new(&CAPACITY);
    let out = &mut out;
    // SAFETY: every store is in the room that was made for its block.
    unsafe {
        c = out.room(c, 24);
        c = c.raw(b"<section class=\"thread\">");
        for it in comments {
            c = out.room(c, 112 + it.url.len());
            c = c.raw(b"<article class=\"comment\" data-id=\"");
            c = number(c, it.id.into());
            c = c.raw(b"\"><header><a class=\"author\" href=\"");
            c = text(out, c, &it.url);
            c = out.room(c, 2 + it.author.len());
            c = c.raw(b"\">");
            c = text(out, c, &it.author);
            c = out.room(c, 10 + it.when.len());
            c = c.raw(b"</a><time>");
            c = text(out, c, &it.when);
            c = out.room(c, 33 + it.text.len());
            c = c.raw(b"</time></header><p class=\"text\">");
            c = text(out, c, &it.text);
            c = out.room(c, 128);
            c = c.raw(b"</p><footer><button value=\"");
            c = number(c, it.id.into());
            c = c.raw(b"\">Agree (");
            c = number(c, it.votes.into());
            c = c.raw(b")</button></footer></article>");
        }
        c = out.room(c, 10);
        c = c.raw(b"</section>");
        out.finish(c, &CAPACITY)
    }
}
