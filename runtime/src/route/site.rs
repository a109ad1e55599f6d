//! What is known of a site at compile time, beside its pages.

use super::table::{Info, Kind, Part, Segment};

/// What `isle::site!` says of a site.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    /// The path below which all pages lie, without a slash at its end: `/docs`, or nothing.
    pub base: &'static str,
    /// Whether addresses end with a slash.
    pub trailing_slash: TrailingSlash,
    /// Where the files of islands lie, below the base: `/_isle`.
    pub files: &'static str,
    /// When pages are rendered that don't say so.
    pub output: Output,
}

impl Site {
    /// What holds where a site says nothing.
    pub const DEFAULT: Site = Site {
        base: "",
        trailing_slash: TrailingSlash::Never,
        files: "/_isle",
        output: Output::Server,
    };
}

/// Where generated code finds a site's settings.
pub trait SiteInfo {
    /// The settings.
    const INFO: Site;
}

/// The site that pages belong to where the crate has none.
pub mod default_site {
    /// Stands in the place of the crate's own `SITE`.
    #[derive(Debug)]
    pub struct SITE {}

    impl super::SiteInfo for SITE {
        const INFO: super::Site = super::Site::DEFAULT;
    }

    impl super::super::Routed for SITE {
        const TABLE: super::super::Table = super::super::Table::List(&[]);
    }
}

/// When pages are rendered that say nothing of it: `output: Static` in [`site!`](crate::site).
///
/// It holds for pages and endpoints that answer GET alone; what answers another method is rendered on demand. A page of
/// another crate follows the site of that crate, or is rendered on demand where there is none.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/")]
/// async fn home() -> Page {
///     html! { <h1>Home</h1> }
/// }
///
/// #[page("/search", prerender = false)]
/// async fn search(cookies: Cookies) -> Page {
///     html! { <p>{cookies.has("seen").then_some("Welcome back")}</p> }
/// }
///
/// isle::site! { pub SITE: [home, search], output: Static }
/// # fn main() {}
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Output {
    /// Ahead of time, unless a page has `prerender = false`.
    Static,
    /// On demand, unless a page has `prerender`.
    #[default]
    Server,
}

/// Whether the addresses of pages end with a slash. The root's always does.
///
/// An endpoint whose pattern ends with an extension, such as `/feed.xml`, never has one.
///
/// ```
/// use isle::prelude::*;
///
/// #[page("/about")]
/// async fn about() -> Page {
///     html! { <h1>About</h1> }
/// }
///
/// isle::site! { pub SITE: [about], trailing_slash: Always }
///
/// # fn main() {
/// assert_eq!(about::url().as_str(), "/about/");
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum TrailingSlash {
    /// `/about`; a browser that asks for `/about/` is redirected.
    #[default]
    Never,
    /// `/about/`; a browser that asks for `/about` is redirected.
    Always,
    /// Both are answered, and links have none.
    Ignore,
}

impl Site {
    /// The part of a canonical path that patterns match, which begins with a slash unless it is the root's and ends
    /// with none. Nothing for a path outside the base.
    pub(super) fn strip<'p>(&self, path: &'p str) -> Option<&'p str> {
        let inside = path.strip_prefix(self.base)?;
        let whole = inside.is_empty() || inside.starts_with('/');
        whole.then(|| inside.strip_suffix('/').unwrap_or(inside))
    }

    /// Whether a path at which this page was found is its address: with or without a slash at its end. A redirect
    /// leads on from either spelling.
    pub(super) fn is_address(&self, path: &str, info: &Info) -> bool {
        path.len() <= 1
            || matches!(info.kind, Kind::Redirect(_))
            || match self.trailing_slash {
                TrailingSlash::Never => !path.ends_with('/'),
                TrailingSlash::Always => path.ends_with('/') != is_file(info),
                TrailingSlash::Ignore => true,
            }
    }

    /// The address of a path at which this page was found.
    pub(super) fn address(&self, path: &str, info: &Info) -> String {
        if self.is_address(path, info) {
            return path.to_owned();
        }
        match path.strip_suffix('/') {
            Some(bare) => bare.to_owned(),
            None => format!("{path}/"),
        }
    }
}

/// Whether it is an endpoint whose pattern ends with an extension.
pub(super) fn is_file(info: &Info) -> bool {
    info.kind == Kind::Endpoint && has_extension(info.segments)
}

/// Whether a pattern ends with an extension, such as `.xml`.
pub(super) fn has_extension(segments: &[Segment]) -> bool {
    let end = match segments.last() {
        Some(Segment::Static(text)) => text,
        Some(Segment::Mixed([.., Part::Static(text)])) => text,
        _ => return false,
    };
    let extension = end.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|text| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::{Site, TrailingSlash};
    use crate::route::Kind;
    use crate::route::testing::info;

    #[test]
    fn only_paths_below_the_base_are_the_sites() {
        let docs = Site {
            base: "/docs",
            ..Site::DEFAULT
        };
        for (path, stripped) in [
            ("/docs", Some("")),
            ("/docs/", Some("")),
            ("/docs/new", Some("/new")),
            ("/docs/new/", Some("/new")),
            ("/new", None),
            ("/docsX", None),
            ("/docsX/", None),
            ("/docsX/new", None),
        ] {
            assert_eq!(docs.strip(path), stripped, "{path}");
        }
        assert_eq!(Site::DEFAULT.strip("/"), Some(""));
        assert_eq!(Site::DEFAULT.strip("/a/b"), Some("/a/b"));
    }

    #[test]
    fn the_policy_decides_on_the_slash() {
        use TrailingSlash::{Always, Ignore, Never};
        let page = info("/a.b", Kind::Page);
        let file = info("/[id].json", Kind::Endpoint);
        let cases = [
            (Never, page, "/a/", "/a"),
            (Never, page, "/a", "/a"),
            (Never, page, "/", "/"),
            (Always, page, "/a", "/a/"),
            (Always, page, "/a/", "/a/"),
            (Always, page, "/", "/"),
            (Always, file, "/1.json", "/1.json"),
            (Always, file, "/1.json/", "/1.json"),
            (Ignore, page, "/a", "/a"),
            (Ignore, page, "/a/", "/a/"),
        ];
        for (trailing_slash, info, path, address) in cases {
            let site = Site {
                trailing_slash,
                ..Site::DEFAULT
            };
            assert_eq!(
                site.address(path, info),
                address,
                "{trailing_slash:?} {path}"
            );
        }
    }
}
