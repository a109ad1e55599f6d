//! What generated code calls. Nothing here is for people: it changes with the macros.

pub use crate::ahead::{Fits, NotPrepared, Prepared, Rendered, Unlisted, fits, rendered};
pub use crate::answer::{Tail, finish, tail};
pub use crate::component::{
    COMPLETE, HasSlots, Held, ISLAND, IntoProp, MARKUP, SLOTS, Slot, Taken, Takes, Written,
    attempt, complete, given, island, once, prop, required, slot,
};
pub use crate::html::{Buf, Capacity, Classes, Cur, Html, Styles, V};
pub use crate::island::{
    Directive, File, Island, Nested, Object, PageMarkup, PropsWriter, Reached, ServerModule,
    nothing,
};
#[cfg(feature = "tsx")]
pub use crate::island::{Shape, TypeScript, Typed, saying};
pub use crate::request::cookies::field::{Field, Fields};
pub use crate::request::cookies::typed::{Encoded, Plain};
#[cfg(feature = "signed")]
pub use crate::request::cookies::typed::{Private, Signed};
pub use crate::route::{
    AnyAnswer, AtOnce, Destination, Extractor, HeadReader, Info, Kind, Last, LastReader, Methods,
    Mount, NoSuchPage, NotFound, OwnParam, OwnReader, ParamReader, Params, Part, Place, Routed,
    Routes, Segment, Site, SiteInfo, Table, UrlParam, answering, check, default_site, find,
    literal, param, url,
};
pub use axum::Router;
pub use axum::extract::{FromRequestParts, OptionalFromRequestParts};
pub use axum::http::request::Parts;
pub use axum::response::IntoResponse;
pub use isle_macros::part;
pub use serde;

/// How a value is printed that has no way of its own: in scope wherever one is.
pub mod printing {
    pub use crate::html::{EachRender as _, EachShown as _, Shown as _, ShownOne as _};
    pub use crate::html::{
        NoBoolAttribute as _, NoBoolClass as _, NoBoolStyle as _, NoBoolText as _,
        NoHtmlAttribute as _, NoResultText as _, NoSecretValue as _,
    };
}
