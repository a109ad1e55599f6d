//! A buffer's way to an answer.

use axum::body::HttpBody;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

use super::super::{Buf, Capacity, Html, V};
use super::printed;
use crate::response::Exit;

#[test]
fn markup_is_sent_whole_with_its_type_and_length() {
    let response = Html::trusted("<p>é</p>").into_response();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
    assert_eq!(response.body().size_hint().exact(), Some(9));
}

#[test]
fn the_first_parked_exit_answers() {
    let mut out = Buf::new();
    out.text("a");
    out.exit(Exit::not_found());
    out.exit(Exit::redirect("/b"));
    out.text("c");
    assert_eq!(out.finish().into_response().status(), 404);
}

#[test]
fn an_exit_goes_from_inner_markup_to_the_page() {
    let gone = || {
        let mut out = Buf::new();
        out.exit(Exit::not_found());
        out.finish()
    };
    let by_reference = gone();
    let mut out = Buf::new();
    V(&by_reference).text(out.cur(), "").commit();
    assert_eq!(out.finish().into_response().status(), 404);

    let mut out = Buf::new();
    V(Some(gone())).html(out.cur(), "").commit();
    assert_eq!(out.finish().into_response().status(), 404);

    let mut out = Buf::new();
    out.put(gone());
    assert_eq!(out.finish().into_response().status(), 404);
}

#[test]
fn markup_that_ended_one_page_ends_the_next_too() {
    let mut out = Buf::new();
    out.exit(Exit::not_found());
    let kept = out.finish();
    assert_eq!(kept.clone().into_response().status(), 404);
    let mut out = Buf::new();
    V(&kept).text(out.cur(), "").commit();
    assert_eq!(out.finish().into_response().status(), 500);
}

#[test]
fn a_document_has_one_doctype() {
    assert_eq!(printed(|c| c.doctype().raw("<p>")), "<!DOCTYPE html><p>");
    assert_eq!(printed(|c| c.doctype().doctype()), "<!DOCTYPE html>");
    assert_eq!(
        printed(|c| c.raw("\n<!doctype HTML>").doctype()),
        "\n<!doctype HTML>"
    );
    assert_eq!(printed(|c| c.raw("<p>").doctype()), "<p><!DOCTYPE html>");
}

#[test]
fn capacity_follows_the_page() {
    let capacity = Capacity::new();
    let room = || capacity.buf().bytes.capacity();
    assert_eq!(room(), 0);
    capacity.learn(1000);
    let learned = room();
    assert!(learned > 1000 && learned < 1400, "{learned}");
    // A little less or the same teaches nothing; a huge page is believed, and forgotten by and by.
    capacity.learn(990);
    assert_eq!(room(), learned);
    capacity.learn(1_000_000);
    assert!(room() > 1_000_000);
    for _ in 0..100 {
        capacity.learn(1000);
    }
    assert!(room() < 10_000, "{}", room());
}

#[test]
fn a_page_that_fits_is_never_moved() {
    let capacity = Capacity::new();
    for _ in 0..2 {
        let mut out = capacity.buf();
        let room = out.bytes.capacity();
        for _ in 0..50 {
            V("a text of some length, with < and >")
                .text(out.cur(), "<li>")
                .raw("</li>")
                .commit();
        }
        capacity.learn(out.len());
        if room > 0 {
            assert_eq!(out.bytes.capacity(), room);
        }
    }
}

#[test]
fn markup_can_be_kept_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Html>();
    shared::<Buf>();
}
