//! topcoat's `view!`, whose markup is a future. Nothing here waits, so that one poll is enough.

use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

use topcoat::Result;
use topcoat::context::Cx;
use topcoat::view::view;

use super::{Engine, written};
use crate::data::{Comment, Teams};

written!("topcoat");

pub(super) const ENGINE: Engine = Engine {
    name: "topcoat 0.6.2",
    teams: |it| bytes(teams(it)),
    table: |it| bytes(table(it)),
    product: |it| bytes(written::product::product(it)),
    comments: |it| bytes(comments(it)),
    small: written::small::ALL,
};

/// What a request brings with it; one is enough for all pages.
pub(super) fn cx() -> &'static Cx {
    static CX: LazyLock<Cx> = LazyLock::new(Cx::default);
    &CX
}

fn bytes(page: impl Future<Output = Result>) -> Vec<u8> {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(page).poll(&mut context) {
        Poll::Ready(Ok(view)) => view.render(cx()).into_bytes(),
        Poll::Ready(Err(error)) => panic!("{error:?}"),
        Poll::Pending => panic!("nothing waits"),
    }
}

async fn teams(it: &Teams) -> Result {
    let cx = cx();
    view! { cx =>
        <html>
            <head><title>(it.year)</title></head>
            <body>
                <h1>"CSL " (it.year)</h1>
                <ul>
                    for (index, team) in it.teams.iter().enumerate() {
                        <li class=(if index == 0 { "champion" } else { "" })><b>(&team.name)</b>": " (team.score)</li>
                    }
                </ul>
            </body>
        </html>
    }
}

async fn table(rows: &[Vec<usize>]) -> Result {
    let cx = cx();
    view! { cx =>
        <table>
            for row in rows {
                <tr>for cell in row { <td>(*cell)</td> }</tr>
            }
        </table>
    }
}

async fn comments(comments: &[Comment]) -> Result {
    let cx = cx();
    view! { cx =>
        <section class="thread">
            for it in comments {
                <article class="comment" data-id=(it.id)>
                    <header>
                        <a class="author" href=(&it.url)>(&it.author)</a>
                        <time>(&it.when)</time>
                    </header>
                    <p class="text">(&it.text)</p>
                    <footer><button value=(it.id)>"Agree (" (it.votes) ")"</button></footer>
                </article>
            }
        </section>
    }
}
