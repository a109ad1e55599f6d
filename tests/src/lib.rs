//! What the tests of isle share.
#![forbid(unsafe_code)]

pub mod browser;
pub mod conformance;
pub mod oracle;
pub mod payloads;
pub mod raw;
pub mod request;
pub mod rows;
pub mod user_agent;
