//! `/`: the book.

use isle::prelude::*;

use super::entry;
use super::layout::Layout;
use crate::book::Book;

#[page("/")]
pub(crate) async fn page(State(book): State<Book>) -> Html {
    html! {
        <Layout title="Guest book">
            <ol>
                {for (at, entry) in book.entries().iter().enumerate() {
                    <li><a href={entry::page::url(at + 1)}>{entry.guest}</a></li>
                }}
            </ol>
        </Layout>
    }
}
