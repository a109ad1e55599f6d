//! The cart.

use isle::prelude::*;
use isle::response::Redirect;
use serde::Deserialize;

use crate::cart::Cart;
use crate::components::Layout;
use crate::database::DatabaseError;
use crate::islands::LiveCart;
use crate::pages::films::{product, products};
use crate::price::Price;
use crate::shop::Shop;

/// What a form does to the cart.
#[derive(Deserialize)]
pub struct Change {
    film: i64,
    #[serde(rename = "change")]
    kind: Kind,
    quantity: Option<u32>,
}

impl Change {
    /// The film's number.
    pub(crate) fn film(&self) -> i64 {
        self.film
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Add,
    Set,
    Remove,
}

/// What the visitor's cookie says is in it; a form changes it.
#[page("/cart", methods(GET, POST))]
pub async fn cart(form: Submitted<Change>, cookies: Cookies, State(shop): State<Shop>) -> Page {
    html! {
        ---
        let held: Cart = cookies.get("cart").and_then(|cart| cart.parse().ok()).unwrap_or_default();

        let change = async |change: &Change| changed(&held, change, &shop).await.map(Some);
        if let Some(changed) = form.accepted(change).await? {
            cookies.set("cart", changed);
            return redirect_with(cart::url(), Redirect::SeeOther);
        }
        let items = shop.items(&held).await?;
        let total: Price = items.iter().map(|item| item.price).sum();
        ---
        <Layout title="Cart" here="Cart">
            <h1>Your cart</h1>
            <p class="problem" role="alert">{form.error()}</p>
            {if items.is_empty() {
                <p class="lead">It is empty.</p>
                <p><a class="button" href={products::url()}>Browse the shelves</a></p>
            } else {
                <LiveCart client:load>
                <table class="cart">
                    <caption>Prices include tax. Nothing is sent, since nothing is sold.</caption>
                    <thead>
                        <tr><th scope="col">Film</th><th scope="col">Copies</th><th scope="col">Price</th></tr>
                    </thead>
                    <tbody>
                        {for item in &items {
                            <tr>
                                <th scope="row">
                                    <a href={product::url(&item.film.slug)}>{item.film.title}</a>
                                    {" "}<span class="quiet">{item.film.year()}</span>
                                </th>
                                <td>
                                    <form method="post">
                                        <input type="hidden" name="film" value={item.film.id} />
                                        <input type="number" name="quantity" min="0" max={Cart::COPIES} value={item.quantity} aria-label={format!("Copies of {}", item.film.title)} />
                                        <button class="plain" name="change" value="set">Update<span class="hidden-text">" "{item.film.title}</span></button>
                                        <button class="plain remove" name="change" value="remove">Remove<span class="hidden-text">" "{item.film.title}</span></button>
                                    </form>
                                </td>
                                <td>{item.price}</td>
                            </tr>
                        }}
                    </tbody>
                    <tfoot>
                        <tr><th scope="row" colspan="2">Together</th><td><output>{total}</output></td></tr>
                    </tfoot>
                </table>
                </LiveCart>
            }}
        </Layout>
    }
}

/// The cart after a change: never more copies than there are on the shelf.
pub(crate) async fn changed(
    held: &Cart,
    change: &Change,
    shop: &Shop,
) -> Result<Cart, DatabaseError> {
    let stock = shop
        .film_by_id(change.film)
        .await?
        .map_or(0, |film| film.stock);
    let before = held.quantity(change.film);
    let quantity = match change.kind {
        Kind::Add => before + 1,
        Kind::Set => change.quantity.unwrap_or(before),
        Kind::Remove => 0,
    };
    let mut cart = held.clone();
    cart.set(change.film, quantity.min(stock));
    Ok(cart)
}
