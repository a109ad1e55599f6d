//! isle.

use isle::prelude::*;

use super::{Engine, written};
use crate::data::{Comment, Product, Teams};

written!("isle");

pub(super) const ENGINE: Engine = Engine {
    name: "isle",
    teams: |it| bytes(teams(it)),
    table: |it| bytes(table(it)),
    product: |it| bytes(product(it)),
    comments: |it| bytes(comments(it)),
    small: written::small::ALL,
};

fn bytes(page: Html) -> Vec<u8> {
    page.into_bytes()
}

fn teams(it: &Teams) -> Html {
    html! {
        <html>
            <head><title>{it.year}</title></head>
            <body>
                <h1>CSL {it.year}</h1>
                <ul>
                    {for (index, team) in it.teams.iter().enumerate() {
                        <li class={if index == 0 { "champion" } else { "" }}><b>{team.name}</b>: {team.score}</li>
                    }}
                </ul>
            </body>
        </html>
    }
}

fn table(rows: &[Vec<usize>]) -> Html {
    html! {
        <table>
            {for row in rows {
                <tr>{for cell in row { <td>{cell}</td> }}</tr>
            }}
        </table>
    }
}

/// The product page.
pub fn product(it: &Product) -> Html {
    written::product::product(it)
}

/// The page of comments.
pub fn comments(comments: &[Comment]) -> Html {
    html! {
        <section class="thread">
            {for it in comments {
                <article class="comment" data-id={it.id}>
                    <header>
                        <a class="author" href={it.url}>{it.author}</a>
                        <time>{it.when}</time>
                    </header>
                    <p class="text">{it.text}</p>
                    <footer><button value={it.id}>"Agree ("{it.votes}")"</button></footer>
                </article>
            }}
        </section>
    }
}
