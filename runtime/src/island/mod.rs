//! Islands: the components that come alive in the browser.
//!
//! An island is a component with a JavaScript module. Rust renders it; with a `client:` directive at its tag, the browser
//! loads the module and hands it the element and the props:
//!
//! ```js
//! // islands/counter.js
//! export default (el, props, { signal }) => {
//!     const button = el.querySelector("button");
//!     let count = props.start;
//!     button.addEventListener("click", () => button.textContent = ++count, { signal });
//! };
//! ```
//!
//! [`#[island]`](macro@crate::island) says how it is written, [`ClientSafe`] what a prop may be.
//!
//! | file | what it is for |
//! |---|---|
//! | `client_safe`, `props` | what may go to the browser, and how it is written |
//! | `file`, `reached` | what the compiler knows of islands: their files, and which a page reaches |
//! | `directive`, `printed` | an island in markup |
//! | `component`, `placed` | an island that is a component of a JavaScript framework, and its slots |
//! | `server` | the JavaScript engines that render such components |
//! | `types` | their props as TypeScript |
//! | `head`, `tags` | what a finished page loads |
//! | `reload` | live reload, in debug builds |
//! | `client`, `answer` | the client script, and the answers to requests for files |

mod answer;
mod client;
mod client_safe;
mod component;
mod directive;
mod file;
mod head;
mod placed;
mod printed;
mod props;
mod reached;
#[cfg(debug_assertions)]
pub(crate) mod reload;
#[cfg(feature = "tsx")]
mod server;
pub(crate) mod tags;
#[cfg(feature = "tsx")]
mod types;

pub use client_safe::{ClientSafe, Key};
pub use props::{Array, Object, PropsWriter};
#[cfg(feature = "tsx")]
pub use types::{Drift, TypeScript, Typed};
#[doc(hidden)]
#[cfg(feature = "tsx")]
pub use types::{Shape, saying};
pub(crate) use {
    answer::Files,
    printed::{LeftToBrowser, Printed},
};
#[doc(hidden)]
pub use {
    directive::Directive,
    file::{File, Island, ServerModule},
    props::Nested,
    reached::{PageMarkup, Reached, nothing},
};
