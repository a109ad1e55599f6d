//! What a page answers: markup, early exits, the response head.

/// What ends a page early. The markup's buffer parks one; what is in it is being written beside.
#[derive(Debug)]
pub struct Exit(());
