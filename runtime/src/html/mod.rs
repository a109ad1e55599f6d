//! Markup as it is printed: the buffer, what can be printed, and escaping by place.

mod buf;
mod cursor;
#[allow(clippy::module_inception)]
mod html;
mod render;
pub mod value;

pub use buf::Buf;
pub use cursor::Cur;
pub use html::Html;
pub use render::Render;
pub use value::V;
