use isle::prelude::*;

fn main() {
    let page = "/";
    let _ = html! {
        <iframe src={page}></iframe>
    };
}
