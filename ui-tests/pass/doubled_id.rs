use isle::prelude::*;

fn main() {
    let wide = true;
    let _ = html! {
        <p id="first">One</p>
        {if wide { <p id="second">Two</p> } else { <p id="second">Three</p> }}
    };
}
