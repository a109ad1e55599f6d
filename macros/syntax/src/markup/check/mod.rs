//! What HTML refuses.

mod attribute;

use super::tree::Template;
use crate::diagnostic::Diagnostic;

/// Adds what is wrong with a template's tree.
pub(super) fn check(_template: &Template, _mistakes: &mut Vec<Diagnostic>) {}
