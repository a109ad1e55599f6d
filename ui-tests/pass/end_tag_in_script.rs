use isle::prelude::*;

fn main() {
    let _ = html! {
        <script>r#"let end = "<\/script>";"#</script>
    };
}
