use isle::prelude::*;

fn main() {
    let _ = html! {
        <table><tr>One<td>Two</td></tr></table>
    };
}
