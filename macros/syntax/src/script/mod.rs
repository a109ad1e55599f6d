//! What a JavaScript module imports.
//!
//! Islands' modules are read for their imports alone: which files they need, and where to write the names under which these
//! are served. [`imports`] finds them by the language's grammar of tokens
//! ([ECMA-262, section 12](https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar)); it does not check the rest.

mod find;
mod lex;
mod token;

pub use find::{Import, imports};
pub use lex::Unread;
