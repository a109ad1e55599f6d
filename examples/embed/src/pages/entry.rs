//! `/entries/[number]`: what one guest wrote.

use isle::prelude::*;

use super::layout::Layout;
use crate::book::Book;

#[page("/entries/[number]")]
pub(crate) async fn page(number: usize, State(book): State<Book>) -> Page {
    html! {
        ---
        let Some(entry) = book.entry(number) else {
            return not_found_with("nobody wrote that");
        };
        ---
        <Layout title={&entry.guest}><p>{entry.words}</p></Layout>
    }
}
