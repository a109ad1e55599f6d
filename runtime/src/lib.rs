//! isle brings Astro's on-demand rendering to axum.

pub mod html;
pub mod request;
pub mod response;
pub mod route;
