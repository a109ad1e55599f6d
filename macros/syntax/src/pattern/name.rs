//! Names of params.

/// Whether an argument of a function can have this name. Keywords are fine, since an argument may be written raw
/// (`r#type`), but for the four that have no raw form.
pub(super) fn is_good(name: &str) -> bool {
    let mut chars = name.chars();
    let first = chars
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    first && chars.all(is_name) && !matches!(name, "_" | "self" | "Self" | "super" | "crate")
}

/// A good name that is near to what was written: `post-id` gives `post_id`, `id: u32` gives `id`.
pub(super) fn nearest(written: &str) -> String {
    let bare = written
        .split([':', '=', '?'])
        .next()
        .unwrap_or_default()
        .trim();
    let mut near = String::new();
    for c in bare.chars() {
        match c {
            c if is_name(c) => near.push(c),
            _ if near.ends_with('_') => {}
            _ => near.push('_'),
        }
    }
    let near = near.trim_matches('_');
    match near {
        "" => "name".to_owned(),
        "self" | "Self" | "super" | "crate" => format!("{near}_"),
        _ if near.starts_with(|c: char| c.is_ascii_digit()) => format!("_{near}"),
        _ => near.to_owned(),
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::{is_good, nearest};

    #[test]
    fn names_are_identifiers() {
        for good in ["slug", "_", "a1", "_x", "postId", "type", "async"] {
            assert_eq!(is_good(good), good != "_", "{good}");
        }
        for bad in [
            "",
            "1st",
            "post-id",
            "a b",
            "caf\u{e9}",
            "self",
            "crate",
            "a$",
        ] {
            assert!(!is_good(bad), "{bad}");
        }
    }

    #[test]
    fn the_nearest_name_is_always_good() {
        let cases = [
            ("post-id", "post_id"),
            ("id: u32", "id"),
            ("id=integer", "id"),
            ("slug?", "slug"),
            (" slug ", "slug"),
            ("1st", "_1st"),
            ("a -- b", "a_b"),
            ("", "name"),
            ("_", "name"),
            ("self", "self_"),
            ("\u{e9}t\u{e9}", "t"),
        ];
        for (written, near) in cases {
            assert_eq!(nearest(written), near);
            assert!(is_good(near), "{near}");
        }
    }
}
