//! What a page reads of its request: cookies, forms, addresses.

mod authorization;
mod client_addr;
pub(crate) mod context;
pub(crate) mod cookies;
mod forwarded;
mod forwarded_header;
pub(crate) mod host;
pub(crate) mod network;
pub(crate) mod origin;
mod page_url;
#[cfg(test)]
pub(crate) mod rehearsal;
mod submitted;

pub use authorization::{Authorization, NotAuthorized};
pub use client_addr::{ClientAddr, NoClientAddr};
#[doc(hidden)]
pub use context::Context;
pub use context::NoContext;
pub use cookies::{BadCookie, Cookie, CookieField, CookieValue, Cookies, SameSite, TypedCookie};
#[cfg(feature = "signed")]
pub use cookies::{Keys, PrivateCookies, SealedCookies};
pub(crate) use host::UsualHost;
pub use host::{BadHost, check_host};
pub use origin::{CrossSite, check_origin};
pub use page_url::PageUrl;
pub use submitted::{NotSubmitted, Submitted};
