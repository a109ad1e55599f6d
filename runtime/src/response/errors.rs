/// Whether the browser sees what went wrong behind a 500.
///
/// The log has it in either case. By default a debug build shows errors and a release build hides
/// them.
///
/// ```
/// use isle::response::Errors;
///
/// assert_eq!(Errors::default() == Errors::Shown, cfg!(debug_assertions));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Errors {
    /// The 500 page is followed by the error and what caused it.
    Shown,
    /// The 500 page says no more than that something failed.
    Hidden,
}

impl Default for Errors {
    fn default() -> Errors {
        if cfg!(debug_assertions) {
            Errors::Shown
        } else {
            Errors::Hidden
        }
    }
}
