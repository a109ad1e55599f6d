//! isle brings Astro's on-demand rendering to axum.

pub mod html;
pub mod request;
pub mod response;
pub mod route;
mod settings;

pub use html::Html;
pub use request::Cookies;
pub use response::{Errors, Page, ResponseHead};
pub use settings::{BadSetting, Settings};
