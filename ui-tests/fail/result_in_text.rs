use isle::prelude::*;

fn main() {
    let _ = html! {
        ---
        let count: Result<u32, String> = Ok(1);
        ---
        <p>{count}</p>
    };
}
