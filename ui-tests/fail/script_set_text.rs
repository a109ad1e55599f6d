use isle::prelude::*;

fn main() {
    let user = "a";
    let _ = html! {
        <script set:text={user}></script>
    };
}
