//! The names that most pages need: `use isle::prelude::*;`.

pub use crate::Secret;
pub use crate::html::{Html, Render, json};
pub use crate::request::{Cookies, Submitted};
pub use crate::response::{
    Exit, Link, Page, Redirect, ResponseHead, not_found, not_found_with, redirect,
    redirect_external, redirect_with, respond,
};
pub use crate::{ClientProps, CookieValue, component, endpoint, html, island, link, page};
pub use axum::extract::{Form, Query, State};
pub use axum::http::StatusCode;
pub use axum::http::header::CACHE_CONTROL;
