//! The islands: what comes alive in the browser. Each works without JavaScript too.

use isle::prelude::*;

use crate::pages::api::{change_cart, like, titles};

/// The cart's table: quantities change, films go, and the total follows.
#[island("islands/cart.js")]
pub fn LiveCart(#[default(change_cart::url())] change: Link) -> Html {
    html! { <slot /> }
}

/// A heart that counts.
#[island("islands/like.js")]
pub fn Like(film: i64, likes: u32, liked: bool) -> Html {
    html! {
        <form method="post" action={like::url()}>
            <input type="hidden" name="film" value={film} />
            <button class="plain like" aria-pressed={liked}>
                <span aria-hidden="true">"♥"</span>" "<span class="hidden-text">"Like this film. Likes: "</span><span>{likes}</span>
            </button>
        </form>
    }
}

/// A field for words, which suggests titles once someone uses it.
#[island("islands/suggest.js")]
pub fn Search(words: &str, #[default(titles::url())] titles: Link) -> Html {
    html! {
        <div>
            <label for="q">Title or director</label>
            <input id="q" name="q" type="search" value={words} list="titles" autocomplete="off" />
            <datalist id="titles"></datalist>
        </div>
    }
}

/// A list that folds behind a button.
#[island("islands/menu.js")]
pub fn Menu(name: &str) -> Html {
    html! {
        <nav class="menu" aria-label={name}>
            <button class="plain" type="button" aria-expanded="false">{name}</button>
            <slot />
        </nav>
    }
}
