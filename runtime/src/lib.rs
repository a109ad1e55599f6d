//! isle brings Astro's on-demand rendering to axum.
//!
//! Functions are pages, markup is checked by the compiler, and the result is a plain [`axum::Router`]:
//!
//! ```
//! use isle::prelude::*;
//!
//! #[page("/hello/[name]")]
//! async fn hello(name: String) -> Page {
//!     html! { <h1>Hello, {name}!</h1> }
//! }
//!
//! let app: axum::Router = isle::router![hello];
//! # let _ = app;
//! ```
//!
//! | to write | use |
//! |---|---|
//! | a page or an endpoint | [`macro@page`], [`macro@endpoint`] |
//! | markup | [`html!`] |
//! | a tag of one's own | [`macro@component`] |
//! | a list of pages, a site, a router | [`pages!`], [`site!`], [`router!`] |
//! | paths that have moved | [`redirects!`] |
//! | a link that can't break | `page::url(…)`, [`link!`] |
//! | cookies, forms | [`Cookies`], [`Submitted`] |
//! | redirects, 404s, headers | [`response`] |

// What the macros write names the crate from outside.
extern crate self as isle;

#[doc(hidden)]
#[path = "generated.rs"]
pub mod __;
pub mod ahead;
mod answer;
pub mod component;
mod distance;
pub mod html;
pub mod island;
pub mod prelude;
pub mod request;
pub mod response;
pub mod route;
mod secret;
#[cfg(feature = "serve")]
pub mod serve;
mod settings;

pub use ahead::{Prepared, export};
pub use html::{Html, Render};
pub use request::{Cookies, Submitted};
pub use response::{
    Errors, Exit, Link, Page, ResponseHead, not_found, not_found_with, redirect, redirect_external,
    redirect_with, respond,
};
pub use route::{Canonical, MatchedPattern, Output, TrailingSlash};
pub use secret::{NoSecret, Secret};
#[cfg(feature = "serve")]
pub use serve::serve;
pub use settings::{BadSetting, ProxyHeaders, Settings};

/// Markup: HTML as it is written in an `.astro` file, checked by the compiler.
///
/// A value, [`Html`], that can be put into other markup. Where it is what a [`macro@page`] or a
/// [`macro@component`] ends with, it is compiled into the page or the component itself.
///
/// ```
/// use isle::prelude::*;
///
/// let tags = ["new", "hot & spicy"];
/// let list = html! {
///     ---
///     let count = tags.len();
///     ---
///     <p class="count">{count} tags</p>
///     <ul>{for tag in tags { <li>{tag}</li> }}</ul>
/// };
/// assert_eq!(list.as_str(), r#"<p class="count">2 tags</p><ul><li>new</li><li>hot &amp; spicy</li></ul>"#);
/// ```
///
/// # Values and code
///
/// A value is escaped for the place where it stands: between tags, in an attribute, in a URL, whose scheme is checked.
/// Where its text would be code, no escaping is safe, and it does not compile: in `<script>` and `<style>`, in `on…`
/// and `srcdoc`, and in what Alpine, Vue, htmx, AngularJS, Livewire and Datastar evaluate (`x-…`, `v-…`, `@click`,
/// `:class`, `hx-on…`, `hx-trigger`, `ng-…`, `wire:…`, `data-on:…`). Such code is a fixed text, and values reach it by
/// a `data-…` attribute, or as [`json`](html::json): `<script>"start(" {json(&state)} ")"</script>`,
/// `x-data={json(&state)}`, `:class={json(&classes)}`, `hx-vals={json(&fields)}`.
///
/// ```
/// use isle::prelude::*;
///
/// let note = "it's \"new\"";
/// let alert = html! { <button data-note={note} x-on:click="alert($el.dataset.note)">Read</button> };
/// assert_eq!(
///     alert.as_str(),
///     r#"<button data-note="it&#39;s &quot;new&quot;" x-on:click="alert($el.dataset.note)">Read</button>"#,
/// );
/// ```
///
/// What `hx-get`, `hx-post` and their like name is fetched and put into the page, so it should be the site's own: a
/// page's `url()`. htmx 2 fetches from other sites only if it is told to.
///
/// # What the tables do not know
///
/// Elements, attributes and their fixed values are those of the standards. `attr:name="…"` prints an attribute that
/// they do not name, or a value that they do not allow: `<input attr:type="bank-account">`.
pub use isle_macros::html;

/// Makes a function a page: it answers GET and HEAD of its pattern's paths.
///
/// The pattern is [Astro's](https://docs.astro.build/en/guides/routing/): `/about`, `/products/[slug]`,
/// `/[lang]/docs/[...path]`, `/[from]-[to]`. An argument named like a `[param]` is that param, parsed by
/// [`FromStr`](std::str::FromStr); any other is an axum extractor. A value that does not parse is 404.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/squares/[of]")]
/// async fn square(of: u32) -> Page {
///     html! { <p>{of * of}</p> }
/// }
///
/// assert_eq!(square::url(12).as_str(), "/squares/12");
/// ```
///
/// `#[page("/login", methods(GET, POST))]` also answers a form's post; `#[page("/row", partial)]` is a part of a
/// document and gets no doctype.
///
/// A page that is in no [`router!`], [`pages!`] or [`site!`] is reported as unused.
///
/// # The name of a page
///
/// `#[page]` keeps the function, and adds a type of its name, which lists and links mean. So a page can't be called like a
/// module or a type that stands beside it: `mod cart` and a page `cart` in one place are "defined multiple times", and
/// so is `use cart::cart;` beside `mod cart`. Write the path instead, as in `router![cart::cart]` and
/// `cart::cart::url()`, or, where each page has a file of its own, call the function `page`:
///
/// ```
/// mod cart {
///     use isle::prelude::*;
///
///     #[page("/cart")]
///     pub async fn page() -> Page {
///         html! { <h1>Cart</h1> }
///     }
/// }
///
/// assert_eq!(cart::page::url().as_str(), "/cart");
/// let app: axum::Router = isle::router![cart::page];
/// # let _ = app;
/// ```
pub use isle_macros::page;

/// Makes a function an endpoint: it answers the methods that it names with anything that is `IntoResponse`.
///
/// ```
/// use isle::prelude::*;
///
/// #[endpoint(GET, "/api/[number]/double")]
/// async fn double(number: u32) -> String {
///     (number * 2).to_string()
/// }
///
/// let app: axum::Router = isle::router![double];
/// # let _ = app;
/// ```
///
/// Other sites' pages can't send a POST here, nor anything else that could change something: that is a 403
/// ([`check_origin`](request::check_origin)). Where they must, as where someone comes back from a payment,
/// `#[endpoint(POST, "/paid", cross_site)]` lets them, and the function makes sure who it is. A page can say the same.
/// What is no browser, such as a webhook's sender, needs none of this.
pub use isle_macros::endpoint;

/// Makes a function a tag: its arguments are props, `<slot />` prints what stands between the tags.
///
/// ```
/// use isle::prelude::*;
///
/// #[component]
/// fn Card(title: &str, #[default] wide: bool) -> Html {
///     html! {
///         <article class:list={["card", wide.then_some("wide")]}>
///             <h2>{title}</h2>
///             <slot>"Nothing here yet."</slot>
///         </article>
///     }
/// }
///
/// let card = html! { <Card title="Shoes" wide><p>Red</p></Card> };
/// assert_eq!(card.as_str(), r#"<article class="card wide"><h2>Shoes</h2><p>Red</p></article>"#);
/// ```
///
/// A prop of type `Option<T>`, or with `#[default]` or `#[default(value)]`, may be left out.
///
/// The function becomes a type of its name, which must be in scope where the tag stands: `use crate::ui::Card;` for
/// `<Card />`, or `<ui::Card />`. "expected type, found function" at a tag means that `#[component]` is missing above
/// the function, "cannot find type" that the name is not imported.
pub use isle_macros::component;

/// Makes a component an island: in the browser, its JavaScript module brings it to life.
///
/// The path is that of a file of the crate, from beside `Cargo.toml`. Its default export is called with the element around
/// the markup, the props, and a signal that tells when the island is gone; see [`island`](mod@island).
///
/// ```
/// use isle::prelude::*;
///
/// #[island("src/island/examples/counter.js")]
/// fn Counter(start: u32) -> Html {
///     html! { <button type="button">{start}</button> }
/// }
///
/// #[page("/")]
/// async fn home() -> Html {
///     html! {
///         <Counter start={1} client:load />
///         <Counter start={2} />
///     }
/// }
/// # let page = home::url();
/// ```
///
/// The first counter counts; the second is what the server rendered, and needs no script. At its tag an island takes:
///
/// | directive | comes alive |
/// |---|---|
/// | `client:load` | at once |
/// | `client:idle`, `client:idle={500}` | when the browser has nothing to do, or after 500 ms at the latest |
/// | `client:visible`, `client:visible="200px"` | when it is seen, or nearer than 200 px to being seen |
/// | `client:media="(min-width: 40em)"` | when the query matches |
/// | `client:event`, `client:event="pointerover"` | when somebody begins to use it; what they did is done again then |
/// | `client:only` | at once; the server renders nothing of it but the children for `slot="fallback"` |
///
/// Several are awaited in the order in which they stand. Props go to the browser, so each must be
/// [`ClientSafe`](island::ClientSafe); where their JSON is longer than 16 KiB, or the attribute's `budget = 32_768`, a
/// warning says so. The file and all that it imports (from its folder, by relative paths) are embedded, and served under
/// names that hold their content's hash.
///
/// A router serves the files of all islands that its pages can print. So an island stands in the markup of a page or a
/// component; in a function that is neither, nobody would know of it, and it does not compile.
///
/// # Components of JavaScript frameworks
///
/// With the feature `tsx`, a function without a body names a component (`.tsx`, `.jsx`, `.svelte`, `.vue`), which is
/// rendered on the server as it is, and taken up by its framework in the browser:
///
/// ```ignore
/// #[island("components/Cart.tsx")]
/// fn Cart(items: Vec<Item>);
///
/// #[island("components/Panel.svelte", slots(children, footer))]
/// fn Panel(title: &str);
///
/// <Cart items={items} client:load />     // alive at once
/// <Cart items={items} />                 // HTML, and no JavaScript
/// ```
///
/// `npm run build`, with isle's plugin for Vite, makes a module for the browser and one for the server of each component,
/// and writes them down in `dist/islands.json`. Where that is missing or older than a source, the program does not compile.
/// Node is needed for that build alone: the program holds a JavaScript engine, QuickJS, and all modules.
///
/// - A component renders from its props alone: it finds the language, without `Intl`, and no file, network or clock. What
///   people read, such as a price or a date, is formatted in Rust, or in the browser, in an effect: `toLocaleString` throws. `Date`
///   stands still and `Math.random` begins anew with each component, so that every thread and process prints the same.
/// - All components of a page have 250 ms together, and 16 MiB of memory for each of the server's threads. One that
///   throws, or takes more, is logged with its name, and `client:only` in this page, whatever stands at its tag; one that
///   took too long or too much is so for a second, and for longer each time that it does it again. Where a page is rendered
///   ahead of time, it must not fail. What a component took too much of is freed; glibc keeps it for the thread, unless
///   `MALLOC_TRIM_THRESHOLD_=262144` in the program's environment has it give that back to the system.
/// - Its markup goes into the page as it is: it is the site's own code, like what stands in `html!`. A debug build warns
///   where it ends an element that it did not begin.
/// - Children go into the slots that the attribute declares; `children` is the one without a name.
/// - A debug build has an engine without optimisation, which is four times slower, but for
///   `[profile.dev.package.rquickjs-sys] opt-level = 3` in `Cargo.toml`.
/// - Its style sheets are linked in each page that shows it. Props are as for other islands, and
#[cfg_attr(
    feature = "tsx",
    doc = "  [`TypeScript`](island::TypeScript) writes them down for its type check."
)]
#[cfg_attr(
    not(feature = "tsx"),
    doc = "  `isle::island::TypeScript` writes them down for its type check."
)]
pub use isle_macros::island;

/// Says that a visitor may read a type: it can be an island's prop. Each field must be
/// [`ClientSafe`](island::ClientSafe) itself.
///
/// ```
/// use isle::prelude::*;
///
/// #[derive(ClientProps)]
/// struct Item {
///     name: String,
///     count: u32,
/// }
/// ```
///
/// A struct is an object with its fields' names; of a tuple struct, one field is the value itself, several are an array. A
/// variant without fields is its name, another an object with the name as its only key.
pub use isle_macros::ClientProps;

/// An [`axum::Router`] of pages, checked as one table: two pages that answer the same requests do not compile.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/")]
/// async fn home() -> Page {
///     html! { <h1>Home</h1> }
/// }
///
/// let app: axum::Router = axum::Router::new()
///     .route("/healthz", axum::routing::get(|| async { "ok" }))
///     .merge(isle::router![home]);
/// # let _ = app;
/// ```
pub use isle_macros::router;

/// A list of pages, such as those of a module. It goes into other lists, [`site!`] and [`router!`].
///
/// ```
/// mod blog {
///     use isle::prelude::*;
///
///     #[page("/blog")]
///     async fn index() -> Page {
///         html! { <h1>Blog</h1> }
///     }
///
///     isle::pages! { pub PAGES = [index] }
/// }
///
/// let app: axum::Router = isle::router![blog::PAGES];
/// # let _ = app;
/// ```
pub use isle_macros::pages;

/// Paths that lead to others: an entry in the list of a [`site!`] or a [`router!`].
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/blog/[...path]")]
/// async fn blog(path: String) -> Page {
///     html! { <h1>{path}</h1> }
/// }
///
/// isle::redirects! {
///     pub MOVED = [
///         "/journal/[...path]" => "/blog/[...path]",
///         "/today" => Found("/blog/today#news"),
///         "/logo.png" => unchecked("/assets/logo.svg"),
///         "/source" => "https://example.com/isle",
///     ]
/// }
///
/// isle::site! { pub SITE: [blog, MOVED] }
/// # fn main() {}
/// ```
///
/// They can also stand in the list itself: `isle::site! { SITE: [blog, isle::redirects!["/old" => "/blog"]] }`.
///
/// - The left side is a pattern; the right side takes params from it by name. Each value is encoded once.
/// - The status is 301 for GET and HEAD and 308 for the rest, or one of [`Redirect`](response::Redirect)'s, written
///   around the destination. The request's query is kept, behind the destination's own. The body is empty.
/// - The left sides are in the same table as the pages: a page that answers there too does not compile.
/// - A path on the right side must be a page's, and not that of another redirect; else it does not compile. The base
///   path of the site is put before it, and a slash behind it where the site wants one. What is no page of the
///   table, such as a file or a route of axum's, is `unchecked`, and sent as it is written.
/// - A redirect never leads off the site but by a literal `http:` or `https:` address, whatever the params hold.
pub use isle_macros::redirects;

/// A site: its pages, and what must be known of it at compile time. It stands at the crate's root.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/about")]
/// async fn about() -> Page {
///     html! { <h1>About</h1> }
/// }
///
/// isle::site! { pub SITE: [about], base: "/docs", trailing_slash: Never }
///
/// # fn main() {
/// let app: axum::Router = SITE::router(isle::Settings::default());
/// assert_eq!(about::url().as_str(), "/docs/about");
/// # let _ = app;
/// # }
/// ```
pub use isle_macros::site;

/// A link to a path of the site, checked at compile time against the table of the `SITE` at the crate's root.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/products/[slug]")]
/// async fn product(slug: String) -> Page {
///     html! { <h1>{slug}</h1> }
/// }
///
/// isle::site! { pub SITE: [product] }
///
/// # fn main() {
/// let shoe: isle::Link = link!("/products/red-shoe");
/// assert_eq!(shoe.as_str(), "/products/red-shoe");
/// # }
/// ```
pub use isle_macros::link;

/// Makes a struct a cookie: read as an argument of a page, `Option<T>`, set by
/// [`set_typed`](Cookies::set_typed).
///
/// `signed` and `private` need the feature `signed`. A value whose seal does not hold, or that can't be read, is
/// `None` and logged. The value is kept as JSON.
///
#[cfg_attr(feature = "signed", doc = "```")]
#[cfg_attr(not(feature = "signed"), doc = "```ignore")]
/// use isle::prelude::*;
///
/// #[derive(CookieValue)]
/// #[cookie(name = "session", signed)]
/// struct Session {
///     user: u64,
/// }
///
/// #[page("/dashboard")]
/// async fn dashboard(session: Option<Session>) -> Page {
///     let Some(session) = session else {
///         return redirect("/login");
///     };
///     html! { <p>User {session.user}</p> }
/// }
///
/// #[page("/login", methods(GET, POST))]
/// async fn login(cookies: Cookies) -> Page {
///     cookies.set_typed(&Session { user: 1 });
///     redirect(dashboard::url())
/// }
///
/// let app: axum::Router = isle::router![dashboard, login];
/// # let _ = app;
/// ```
pub use isle_macros::CookieValue;
