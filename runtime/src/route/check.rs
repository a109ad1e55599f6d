//! The table's check at compile time: no two pages answer the same requests.

use super::message::Message;
use super::order::{compare_rank, compare_start, first_start};
use super::overlap::{meet, same, within};
use super::table::{Info, Kind, Table};
use super::text;

/// Panics, and so ends the compilation, where two pages of the table would answer the same requests.
///
/// Two patterns that differ in the names of their params only may stand beside each other if no method is answered by
/// both. Two of different shape may both match a path if the order of patterns says which is asked first.
///
/// Evaluating it costs about as much as sorting the table.
#[track_caller]
pub const fn check(table: &Table) {
    // The array must be as large as the table, and its size a constant.
    match count(table) {
        0..=32 => sorted::<32>(table),
        33..=256 => sorted::<256>(table),
        257..=1024 => sorted::<1024>(table),
        1025..=4096 => sorted::<4096>(table),
        4097..=16384 => sorted::<16384>(table),
        _ => panic!("a site's table holds at most 16384 pages"),
    }
}

const fn count(table: &Table) -> usize {
    match table {
        Table::Page(_) => 1,
        Table::List(list) => {
            let mut pages = 0;
            let mut at = 0;
            while at < list.len() {
                pages += count(list[at]);
                at += 1;
            }
            pages
        }
    }
}

#[track_caller]
const fn sorted<const N: usize>(table: &Table) {
    let mut pages = [None; N];
    let length = collect(table, &mut pages, 0);
    sort(&mut pages, length);
    let mut at = 0;
    while at < length {
        compare_with_followers(&pages, length, at);
        at += 1;
    }
}

/// Writes the table's pages from `at` on, and returns where they end.
const fn collect(table: &Table, pages: &mut [Option<&'static Info>], at: usize) -> usize {
    match table {
        Table::Page(info) => {
            pages[at] = Some(info);
            at + 1
        }
        Table::List(list) => {
            let mut end = at;
            let mut index = 0;
            while index < list.len() {
                end = collect(list[index], pages, end);
                index += 1;
            }
            end
        }
    }
}

/// A merge sort from small runs to large ones, which leaves equal pages in their order.
const fn sort<const N: usize>(pages: &mut [Option<&'static Info>; N], length: usize) {
    let mut from = *pages;
    let mut run = 1;
    while run < length {
        let mut start = 0;
        while start < length {
            let middle = if start + run < length {
                start + run
            } else {
                length
            };
            let end = if start + 2 * run < length {
                start + 2 * run
            } else {
                length
            };
            let (mut left, mut right, mut at) = (start, middle, start);
            while at < end {
                if right == end
                    || (left < middle && !precedes(page(&from, right), page(&from, left)))
                {
                    pages[at] = from[left];
                    left += 1;
                } else {
                    pages[at] = from[right];
                    right += 1;
                }
                at += 1;
            }
            start = end;
        }
        from = *pages;
        run *= 2;
    }
}

const fn page(pages: &[Option<&'static Info>], at: usize) -> &'static Info {
    pages[at].expect("the table is full up to its length")
}

const fn precedes(one: &Info, other: &Info) -> bool {
    if one.key == other.key {
        compare_start(one.segments, other.segments) < 0
    } else {
        one.key < other.key
    }
}

/// Compares a page with those after it that it can be in conflict with: they have its key, and their first mixed
/// segment begins as its own does.
#[track_caller]
const fn compare_with_followers(pages: &[Option<&'static Info>], length: usize, at: usize) {
    let one = page(pages, at);
    let mut follower = at + 1;
    while follower < length {
        let other = page(pages, follower);
        if other.key != one.key
            || !text::starts_with(first_start(other.segments), first_start(one.segments))
        {
            return;
        }
        compare(one, other);
        follower += 1;
    }
}

#[track_caller]
const fn compare(one: &Info, other: &Info) {
    if same(one.segments, other.segments) {
        if one.methods.meets(other.methods) {
            if text::equal(one.name, other.name) {
                let message = Message::new(kinds(one, one))
                    .text("`")
                    .name(one, other)
                    .text("` stands in the table twice");
                panic!("{}", message.as_str());
            }
            panic!(
                "{}",
                conflict(one, other, "answer the same requests").as_str()
            );
        }
        return;
    }
    // The key is a hash: pages of different rank may share it by chance.
    if compare_rank(one.segments, other.segments) != 0 || !meet(one.segments, other.segments) {
        return;
    }
    if !within(one.segments, other.segments) && !within(other.segments, one.segments) {
        panic!(
            "{}",
            conflict(
                one,
                other,
                "both match some paths, and neither is more specific"
            )
            .as_str()
        );
    }
}

const fn conflict(one: &Info, other: &Info, what: &str) -> Message {
    Message::new(kinds(one, other))
        .text("`")
        .name(one, other)
        .text("` and `")
        .name(other, one)
        .text("` ")
        .text(what)
        .text(": \"")
        .text(one.pattern)
        .text("\" and \"")
        .text(other.pattern)
        .text("\"")
}

const fn kinds(one: &Info, other: &Info) -> &'static str {
    let twice = text::equal(one.name, other.name);
    match (&one.kind, &other.kind) {
        (Kind::Page, Kind::Page) if twice => "the page ",
        (Kind::Page, Kind::Page) => "pages ",
        (Kind::Endpoint, Kind::Endpoint) if twice => "the endpoint ",
        (Kind::Endpoint, Kind::Endpoint) => "endpoints ",
        _ => "the page and the endpoint ",
    }
}
