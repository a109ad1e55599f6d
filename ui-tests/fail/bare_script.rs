use isle::prelude::*;

fn main() {
    let _ = html! {
        <script>let a = 1;</script>
    };
}
