//! isle's pages, as a user writes them, in `axum::serve` like those of the others. With the argument `whole` isle's own
//! server serves them, with all of its limits.

use axum::extract::State;
use isle::prelude::*;
use isle_benches::data::Data;
use isle_benches::engine::isle as engine;
use served::server;

// `partial`, where the public benchmark's page has no doctype.

#[page("/teams", partial)]
async fn teams(State(data): State<&'static Data>) -> Page {
    let it = &data.teams;
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

#[page("/table", partial)]
async fn table(State(data): State<&'static Data>) -> Page {
    html! {
        <table>
            {for row in &data.table {
                <tr>{for cell in row { <td>{cell}</td> }}</tr>
            }}
        </table>
    }
}

#[page("/product")]
async fn product(State(data): State<&'static Data>) -> Html {
    engine::product(&data.product)
}

#[page("/comments", partial)]
async fn comments(State(data): State<&'static Data>) -> Html {
    engine::comments(&data.comments)
}

#[page("/comments/[count]", partial)]
async fn sized(count: usize) -> Html {
    engine::comments(server::comments(count))
}

fn main() -> std::io::Result<()> {
    let app = isle::router![teams, table, product, comments, sized].with_state(server::data());
    if std::env::args().nth(1).as_deref() == Some("whole") {
        return server::runtime().block_on(isle::serve(app, server::address()));
    }
    server::serve(app);
    Ok(())
}
