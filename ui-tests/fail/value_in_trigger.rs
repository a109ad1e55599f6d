use isle::prelude::*;

fn main() {
    let trigger = "load";
    let _ = html! {
        <div hx-get="/news" hx-trigger={trigger}></div>
    };
}
