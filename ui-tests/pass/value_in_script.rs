use isle::prelude::*;

fn main() {
    let user = "a";
    let _ = html! {
        <script>"let user = " {json(&user)} ";"</script>
    };
}
