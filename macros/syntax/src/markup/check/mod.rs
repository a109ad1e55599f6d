//! What HTML refuses, as far as one template shows it.

mod ancestor;
mod attribute;
mod element;
mod island;
mod nesting;
mod value;
mod walk;

use self::walk::Walk;
use super::tree::Template;
use crate::diagnostic::Diagnostic;

/// Adds what is wrong with a template's tree.
pub(super) fn check(template: &Template, mistakes: &mut Vec<Diagnostic>) {
    Walk::new(mistakes).template(&template.nodes);
}
