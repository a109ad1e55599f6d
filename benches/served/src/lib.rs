//! The same pages over a socket: isle's server beside an axum handler with the reference writer, one with maud, and Astro.

pub mod astro;
pub mod client;
pub mod measured;
pub mod process;
pub mod server;
pub mod wrk;
