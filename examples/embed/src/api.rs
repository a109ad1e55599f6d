//! The interface for programs.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use crate::book::{Book, Entry};

/// `POST /api/entries`
pub(crate) async fn add(State(book): State<Book>, Json(entry): Json<Entry>) -> StatusCode {
    book.add(entry);
    StatusCode::CREATED
}
