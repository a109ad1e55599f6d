//! `/staff`: how busy it is.

use isle::prelude::*;

use super::layout::Layout;
use crate::visits::Visits;

#[page("/staff")]
pub(crate) async fn page(State(visits): State<Visits>) -> Html {
    html! { <Layout title="Staff"><p>{visits.so_far()} visits so far</p></Layout> }
}
