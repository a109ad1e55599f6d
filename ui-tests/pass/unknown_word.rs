use isle::prelude::*;

fn main() {
    let _ = html! {
        <input type="email" name="to" />
        <input attr:type="bank-account" name="iban" />
    };
}
