//! Whether the components are checked against the props that they get.

use isle::island::TypeScript;

/// `ISLE_TYPES=write cargo test` writes the file.
#[test]
fn the_components_know_the_types_of_their_props() {
    TypeScript::of::<crate::SITE>()
        .check("components/props.d.ts")
        .unwrap();
}
