//! vy.

use vy::prelude::*;

use super::{Engine, written};
use crate::data::{Comment, Teams};

written!("vy");

pub(super) const ENGINE: Engine = Engine {
    name: "vy 0.2",
    teams: |it| bytes(teams(it)),
    table: |it| bytes(table(it)),
    product: |it| bytes(written::product::product(it)),
    comments: |it| bytes(comments(it)),
    small: written::small::ALL,
};

fn bytes(page: String) -> Vec<u8> {
    page.into_bytes()
}

#[expect(unused_braces, reason = "the macro prints its argument back so")]
fn teams(it: &Teams) -> String {
    html!(
        head!(title!(it.year)),
        body!(
            h1!("CSL ", it.year),
            ul!(it.teams.iter().enumerate().map(|(index, team)| li!(
                class = if index == 0 { "champion" } else { "" },
                b!(team.name.as_str()),
                ": ",
                team.score,
            ))),
        ),
    )
    .into_string()
}

fn table(rows: &[Vec<usize>]) -> String {
    table!(
        rows.iter()
            .map(|row| tr!(row.iter().map(|&cell| td!(cell))))
    )
    .into_string()
}

fn comments(comments: &[Comment]) -> String {
    section!(
        class = "thread",
        comments.iter().map(|it| article!(
            class = "comment",
            "data-id" = it.id,
            header!(
                a!(class = "author", href = it.url.as_str(), it.author.as_str()),
                time!(it.when.as_str())
            ),
            p!(class = "text", it.text.as_str()),
            footer!(button!(value = it.id, "Agree (", it.votes, ")")),
        )),
    )
    .into_string()
}
