use isle::prelude::*;

fn main() {
    let text = "<b>bold</b>";
    let _ = html! {
        <div set:html={Html::trusted(text)}></div>
    };
}
