use isle::prelude::*;

struct User {
    name: &'static str,
}

fn main() {
    let user = User { name: "a" };
    let _ = html! {
        <script>"let user = " {json(&user.name)} ";"</script>
    };
}
