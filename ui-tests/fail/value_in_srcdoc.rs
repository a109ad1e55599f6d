use isle::prelude::*;

fn main() {
    let page = "/";
    let _ = html! {
        <iframe srcdoc={page}></iframe>
    };
}
