//! Logging in, the account, logging out.

use isle::prelude::*;
use isle::response::Redirect;
use serde::Deserialize;

use crate::components::Layout;
use crate::pages::films::home;
use crate::shop::Shop;

/// The cookie with the session's token.
const SESSION: &str = "session";

/// What the form asks for.
#[derive(Deserialize)]
pub struct Login {
    name: String,
    password: String,
}

/// The form.
#[page("/login", methods(GET, POST))]
pub async fn login(form: Submitted<Login>, cookies: Cookies, State(shop): State<Shop>) -> Page {
    html! {
        ---
        if let Some(session) = form.accepted(|f| shop.log_in(&f.name, &f.password)).await? {
            cookies.signed().set(SESSION, session);
            return redirect(dashboard::url());
        }
        ---
        <Layout title="Log in" here="Account">
            <h1>Log in</h1>
            <form class="form" method="post">
                <p class="problem" role="alert">{form.error()}</p>
                <div>
                    <label for="name">Name</label>
                    <input id="name" name="name" autocomplete="username" required value={form.value("name")} aria-invalid={form.failed("name")} />
                </div>
                <div>
                    <label for="password">Password</label>
                    <input id="password" name="password" type="password" autocomplete="current-password" required aria-invalid={form.failed("password")} />
                </div>
                <button>Log in</button>
            </form>
            <p class="quiet">"To look around, be "<b>demo</b>" with the password "<b>popcorn</b>"."</p>
        </Layout>
    }
}

/// The visitor's account, for those who are logged in.
#[page("/dashboard")]
pub async fn dashboard(cookies: Cookies, State(shop): State<Shop>) -> Page {
    html! {
        ---
        let Some(token) = cookies.signed().get(SESSION) else {
            return redirect(login::url());
        };
        let Some(user) = shop.user(token.value()).await? else {
            return redirect(login::url());
        };
        let messages = shop.messages(&user).await?;
        ---
        <Layout title="Account" here="Account">
            <h1>Welcome back, {user.name}</h1>
            <p class="lead">You have {user.unread_count} unread messages.</p>
            <ul class="messages">
                {for message in &messages {
                    <li class:list={[(!message.read).then_some("unread")]}>
                        <p class="subject">
                            {if !message.read { <span class="hidden-text">"Unread: "</span> }}
                            {message.subject}
                        </p>
                        <p class="quiet">{message.sender}</p>
                    </li>
                }}
            </ul>
            <form method="post" action={logout::url()}><button class="plain">Log out</button></form>
        </Layout>
    }
}

/// Ends the session, here and in our books.
#[page("/logout", methods(POST))]
pub async fn logout(cookies: Cookies, State(shop): State<Shop>) -> Page {
    if let Some(token) = cookies.signed().get(SESSION) {
        shop.log_out(token.value()).await?;
    }
    cookies.remove(SESSION);
    redirect_with(home::url(), Redirect::SeeOther)
}
