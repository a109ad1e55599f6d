//! maud.

use maud::{Markup, html};

use super::{Engine, written};
use crate::data::{Comment, Teams};

written!("maud");

/// Its pages.
pub const ENGINE: Engine = Engine {
    name: "maud 0.27",
    teams: |it| bytes(teams(it)),
    table: |it| bytes(table(it)),
    product: |it| bytes(written::product::product(it)),
    comments: |it| bytes(comments(it)),
    small: written::small::ALL,
};

fn bytes(page: Markup) -> Vec<u8> {
    page.into_string().into_bytes()
}

fn teams(it: &Teams) -> Markup {
    html! {
        html {
            head { title { (it.year) } }
            body {
                h1 { "CSL " (it.year) }
                ul {
                    @for (index, team) in it.teams.iter().enumerate() {
                        li.champion[index == 0] { b { (team.name) } ": " (team.score) }
                    }
                }
            }
        }
    }
}

fn table(rows: &[Vec<usize>]) -> Markup {
    html! {
        table {
            @for row in rows {
                tr {
                    @for cell in row { td { (cell) } }
                }
            }
        }
    }
}

fn comments(comments: &[Comment]) -> Markup {
    html! {
        section class="thread" {
            @for it in comments {
                article class="comment" data-id=(it.id) {
                    header {
                        a class="author" href=(it.url) { (it.author) }
                        time { (it.when) }
                    }
                    p class="text" { (it.text) }
                    footer { button value=(it.id) { "Agree (" (it.votes) ")" } }
                }
            }
        }
    }
}
