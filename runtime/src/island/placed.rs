//! Where a component placed its slots.

/// Whether markup holds a slot: `<isle-slot name="x" …>`, with what the call put into it behind the tag. The default
/// slot has no name.
///
/// What stands in a slot may be an island with slots of its own, so the tag alone says too little.
pub(super) fn holds(html: &str, name: &str, slot: &str) -> bool {
    let mut tags = html.match_indices("<isle-slot");
    tags.any(|(at, opening)| {
        let rest = &html[at + opening.len()..];
        let Some((tag, content)) = rest.split_once('>') else {
            return false;
        };
        named(tag) == name && behind_comments(content).starts_with(behind_comments(slot))
    })
}

/// The name in a tag's attributes.
fn named(attributes: &str) -> &str {
    let rest = attributes.split_once(" name=\"").map(|(_, rest)| rest);
    let name = rest.and_then(|rest| rest.split_once('"'));
    name.map_or("", |(name, _)| name)
}

/// Frameworks mark with comments where something of theirs begins.
fn behind_comments(mut html: &str) -> &str {
    while let Some((_, rest)) = html
        .strip_prefix("<!--")
        .and_then(|inner| inner.split_once("-->"))
    {
        html = rest;
    }
    html
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_slot_is_found_by_its_name_and_its_content() {
        let html =
            r#"<p><isle-slot style="display:contents"><!--1--><b>a</b><!--2--></isle-slot></p>"#;
        assert!(holds(html, "", "<b>a</b>"));
        assert!(!holds(html, "head", "<b>a</b>"));
        assert!(!holds(html, "", "<b>b</b>"));
        let named = r#"<isle-slot name="head" style="display:contents">x</isle-slot>"#;
        assert!(holds(named, "head", "x"));
        assert!(!holds(named, "", "x"));
        // The slot of another island, which stands in this one's.
        let inner = r#"<isle-slot name="foot"><isle-island><isle-slot>in</isle-slot></isle-island></isle-slot>"#;
        assert!(!holds(
            inner,
            "",
            "<isle-island><isle-slot>in</isle-slot></isle-island>"
        ));
    }
}
