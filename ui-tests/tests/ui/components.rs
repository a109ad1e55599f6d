//! The rules of components that a JavaScript engine renders: `fail-tsx/` and `pass-tsx/`, with the feature `tsx` on.
//!
//! What a build would have written down stands in `dist/`, written by hand.

rules! { "../../pass-tsx",
    "What was built" {
        component_without_file: "a component that there is not",
        component_not_built: "a component that no build knows of",
        component_changed: "a component that was changed since it was built",
        component_made_of_a_changed_file: "a component that imports what was changed since",
        component_made_of_a_removed_file: "a component that imports what was removed since",
        component_without_client_module: "a component whose module for the browser is gone",
        component_without_server_module: "a component whose module for the server is gone",
        component_without_style_sheet: "a component whose style sheet is gone",
        component_whose_style_names_a_file: "a style sheet that names a file beside it",
        component_written_down_wrongly: "a component of which something else is written down than a build writes",
    }
    "What it takes" {
        component_that_returns: "a component without a body, with the type of one",
        children_of_a_component_without_slots: "children of a component that declares no slot",
        unknown_slot_of_a_component: "a slot that a component does not declare",
        secret_in_the_props_of_a_component: "a secret in the props of a component",
    }
}
