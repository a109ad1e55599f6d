//! Forms: what was typed, what it means, and what is wrong with it.

mod fields;
mod problem;
mod read;
mod rejection;
#[cfg(test)]
mod tests;
mod value;

use std::fmt;
use std::sync::{Mutex, MutexGuard};

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use serde::de::DeserializeOwned;

use super::context::{Context, unpoisoned};
use fields::Fields;

pub use rejection::NotSubmitted;

/// The form that a page shows and receives: nothing on GET, and on POST what was typed into it, as
/// the type `T` or with what is wrong with it.
///
/// An argument of a page that answers both methods, in any place among its arguments.
///
/// ```
/// # use isle::{Cookies, Html, Page};
/// use isle::request::Submitted;
/// use isle::response::redirect;
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Login {
///     name: String,
///     password: String,
/// }
/// # struct Shop;
/// # impl Shop {
/// #     async fn check(&self, _: &str, _: &str) -> Result<Option<u64>, std::io::Error> { Ok(None) }
/// # }
///
/// async fn login(form: Submitted<Login>, cookies: Cookies, shop: Shop) -> Page {
///     if let Some(user) = form.accepted(|f| shop.check(&f.name, &f.password)).await? {
///         cookies.set("user", user);
///         return redirect("/dashboard");
///     }
///     let name = form.value("name");   // what was typed, to show it again
///     let wrong = form.failed("name"); // for aria-invalid
///     let alert = form.error();        // what to say, if the form was not accepted
/// #   let _ = (name, wrong, alert);
///     Ok(Html::trusted("<form method=\"post\">…</form>"))
/// }
/// ```
///
/// **Types.** The fields of `T` are text (`String`), numbers, `bool`, `char`, enums of plain variants,
/// types that serde makes of such (`#[serde(try_from = "String")]`, whose error is shown at the field), an
/// `Option` of these, or a `Vec` for a name that occurs more than once. A field left empty is `None`
/// to an `Option`, and an error to what can't be empty. Where a name is missing, a `bool` is `false`
/// (a checkbox that is not ticked sends nothing) and a `Vec` is empty. If it occurs twice, the last
/// counts (a hidden field before a checkbox). `#[serde(flatten)]` reads text only.
///
/// **Encoding.** The form is `application/x-www-form-urlencoded`, as the URL standard reads it.
/// Another content type is answered with 415, more than axum's
/// [`DefaultBodyLimit`](axum::extract::DefaultBodyLimit) with 413, more than 1,000 fields with 400.
///
/// **Texts** are in English. To say it otherwise, ask [`failed`](Submitted::failed) and write your
/// own, or [`refuse`](Submitted::refuse).
pub struct Submitted<T>(Option<Form<T>>);

struct Form<T> {
    fields: Fields,
    parsed: Option<T>,
    problems: Mutex<Problems>,
}

#[derive(Default)]
struct Problems {
    form: Option<String>,
    fields: Vec<(String, String)>,
}

impl<T> Submitted<T> {
    /// Whether a form was sent.
    pub fn is_submitted(&self) -> bool {
        self.0.is_some()
    }

    /// The form, if it was sent and every field could be read.
    pub fn get(&self) -> Option<&T> {
        self.0.as_ref()?.parsed.as_ref()
    }

    /// Gives the form to `check`, if it was sent and every field could be read, and returns what
    /// that makes of it.
    ///
    /// Where `check` finds nothing to return, the form was not accepted, and
    /// [`error`](Submitted::error) says so.
    ///
    /// # Errors
    ///
    /// Those of `check`.
    pub async fn accepted<'a, F, R, U, E>(&'a self, check: F) -> Result<Option<U>, E>
    where
        F: FnOnce(&'a T) -> R,
        R: Future<Output = Result<Option<U>, E>>,
    {
        let Some(form) = self.get() else {
            return Ok(None);
        };
        let found = check(form).await?;
        if let (None, Some(mut problems)) = (&found, self.problems()) {
            let text = "This was not accepted. Check what you entered.";
            problems.form.get_or_insert_with(|| text.to_owned());
        }
        Ok(found)
    }

    /// What was typed into this field, so that the form can be shown again with it. The last value,
    /// if there are several.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0
            .as_ref()?
            .fields
            .get(name)?
            .last()
            .map(String::as_str)
    }

    /// All values of this field.
    pub fn values(&self, name: &str) -> &[String] {
        self.0
            .as_ref()
            .and_then(|form| form.fields.get(name))
            .unwrap_or_default()
    }

    /// Whether something is wrong with this field.
    pub fn failed(&self, name: &str) -> bool {
        self.error_of(name).is_some()
    }

    /// What is wrong with this field.
    pub fn error_of(&self, name: &str) -> Option<String> {
        let problems = self.problems()?;
        let of_it = problems.fields.iter().find(|(field, _)| field == name);
        of_it.map(|(_, text)| text.clone())
    }

    /// What is wrong with the form. If only fields are wrong, a sentence that says so; so whatever
    /// is wrong, there is something to say.
    pub fn error(&self) -> Option<String> {
        let problems = self.problems()?;
        let in_fields = || "Check the fields that are marked.".to_owned();
        problems
            .form
            .clone()
            .or_else(|| (!problems.fields.is_empty()).then(in_fields))
    }

    /// Every field that something is wrong with, and what.
    pub fn errors(&self) -> Vec<(String, String)> {
        self.problems()
            .map(|problems| problems.fields.clone())
            .unwrap_or_default()
    }

    /// Says what is wrong with the form. On GET it does nothing.
    pub fn refuse(&self, text: impl Into<String>) {
        if let Some(mut problems) = self.problems() {
            problems.form = Some(text.into());
        }
    }

    /// Says what is wrong with a field. On GET it does nothing.
    pub fn refuse_field(&self, name: impl Into<String>, text: impl Into<String>) {
        if let Some(mut problems) = self.problems() {
            let (name, text) = (name.into(), text.into());
            problems.fields.retain(|(field, _)| *field != name);
            problems.fields.push((name, text));
        }
    }

    fn problems(&self) -> Option<MutexGuard<'_, Problems>> {
        self.0.as_ref().map(|form| unpoisoned(&form.problems))
    }
}

impl<T: DeserializeOwned> Submitted<T> {
    fn of(fields: Fields) -> Submitted<T> {
        let mut problems = Problems::default();
        let parsed = match read::read(&fields) {
            Ok(parsed) => Some(parsed),
            Err(found) => {
                for (field, text) in found {
                    match field {
                        Some(field) => problems.fields.push((field, text)),
                        None => problems.form = Some(text),
                    }
                }
                None
            }
        };
        Submitted(Some(Form {
            fields,
            parsed,
            problems: Mutex::new(problems),
        }))
    }
}

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for Submitted<T> {
    type Rejection = NotSubmitted;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Submitted<T>, NotSubmitted> {
        let context = Context::of(parts, "Submitted").map_err(NotSubmitted::NoContext)?;
        if matches!(parts.method, Method::GET | Method::HEAD) {
            return Ok(Submitted(None));
        }
        if !is_form(&parts.headers) {
            return Err(NotSubmitted::ContentType);
        }
        let mut request = Request::new(context.take_body().ok_or(NotSubmitted::Taken)?);
        // axum's limit on bodies is among them.
        *request.extensions_mut() = parts.extensions.clone();
        let body = Bytes::from_request(request, &())
            .await
            .map_err(NotSubmitted::Body)?;
        Ok(Submitted::of(
            Fields::parse(&body).ok_or(NotSubmitted::TooManyFields)?,
        ))
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = value
        .and_then(|value| value.split(';').next())
        .unwrap_or_default()
        .trim();
    media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Shows nothing of the form: it may hold a password.
impl<T> fmt::Debug for Submitted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let submitted = self.is_submitted();
        f.debug_struct("Submitted")
            .field("is_submitted", &submitted)
            .finish_non_exhaustive()
    }
}
