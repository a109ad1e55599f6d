//! hypertext.

use hypertext::{Rendered, prelude::*};

use super::{Engine, written};
use crate::data::{Comment, Teams};

written!("hypertext");

pub(super) const ENGINE: Engine = Engine {
    name: "hypertext 0.12",
    teams: |it| bytes(teams(it)),
    table: |it| bytes(table(it)),
    product: |it| bytes(written::product::product(it)),
    comments: |it| bytes(comments(it)),
    small: written::small::ALL,
};

fn bytes(page: Rendered<String>) -> Vec<u8> {
    page.into_inner().into_bytes()
}

fn teams(it: &Teams) -> Rendered<String> {
    rsx! {
        <html>
            <head><title>(it.year)</title></head>
            <body>
                <h1>"CSL " (it.year)</h1>
                <ul>
                    @for (index, team) in it.teams.iter().enumerate() {
                        <li class=(if index == 0 { "champion" } else { "" })><b>(team.name)</b> ": " (team.score)</li>
                    }
                </ul>
            </body>
        </html>
    }
    .render()
}

fn table(rows: &[Vec<usize>]) -> Rendered<String> {
    rsx! {
        <table>
            @for row in rows {
                <tr>
                    @for cell in row { <td>(cell)</td> }
                </tr>
            }
        </table>
    }
    .render()
}

fn comments(comments: &[Comment]) -> Rendered<String> {
    rsx! {
        <section class="thread">
            @for it in comments {
                <article class="comment" data-id=(it.id)>
                    <header>
                        <a class="author" href=(it.url)>(it.author)</a>
                        <time>(it.when)</time>
                    </header>
                    <p class="text">(it.text)</p>
                    <footer><button value=(it.id)>"Agree (" (it.votes) ")"</button></footer>
                </article>
            }
        </section>
    }
    .render()
}
