//! A page in memory, ready to be sent.

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, ACCEPT_RANGES, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE,
    ETAG, TRANSFER_ENCODING, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

use super::coding::{Accepted, Coding};
use super::condition::{Condition, coded, tag};
use crate::route::Info;

/// What a page answered, once, in each coding that makes it smaller.
#[derive(Debug)]
pub(crate) struct Stored {
    info: &'static Info,
    status: StatusCode,
    /// The plain one last; at equal want the first is sent.
    forms: Vec<Form>,
}

/// A page in one coding.
#[derive(Debug)]
struct Form {
    coding: Option<Coding>,
    tag: HeaderValue,
    headers: HeaderMap,
    body: Bytes,
}

impl Stored {
    /// Keeps an answer: its status, its headers and its body.
    ///
    /// It gets a strong `ETag`, unless it has one; and where it says nothing on caching, that a cache asks before it
    /// uses what it holds, which costs a 304.
    pub(super) fn new(
        info: &'static Info,
        status: StatusCode,
        mut headers: HeaderMap,
        body: Bytes,
    ) -> Stored {
        for name in [CONTENT_LENGTH, TRANSFER_ENCODING, ACCEPT_RANGES] {
            headers.remove(name);
        }
        let asks = HeaderValue::from_static("no-cache");
        headers.entry(CACHE_CONTROL).or_insert(asks);
        let own = headers.get(ETAG).and_then(|tag| tag.to_str().ok());
        let own = own.map_or_else(|| tag(&body), str::to_owned);
        // What the page has encoded itself stays so.
        let codings = if headers.contains_key(CONTENT_ENCODING) {
            &[]
        } else {
            Coding::ALL
        };
        let mut bodies: Vec<(Option<Coding>, Bytes)> = Vec::with_capacity(codings.len() + 1);
        for &coding in codings {
            bodies.extend(
                coding
                    .smaller(&body)
                    .map(|body| (Some(coding), Bytes::from(body))),
            );
        }
        if !bodies.is_empty() {
            headers.append(VARY, HeaderValue::from_name(ACCEPT_ENCODING));
        }
        bodies.push((None, body));
        let forms = bodies.into_iter().map(|(coding, body)| {
            let mut headers = headers.clone();
            let tag = coding.map_or_else(|| own.clone(), |coding| coded(&own, coding.name()));
            let tag = HeaderValue::try_from(tag).expect("a tag is ASCII");
            headers.insert(ETAG, tag.clone());
            if let Some(coding) = coding {
                headers.insert(CONTENT_ENCODING, coding.header());
            }
            Form {
                coding,
                tag,
                headers,
                body,
            }
        });
        Stored {
            info,
            status,
            forms: forms.collect(),
        }
    }

    /// Answers a GET with these headers, by what it accepts and what it has already.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Response {
        let form = self.form(request);
        let condition = if self.status.is_success() {
            Condition::of(request, &form.tag)
        } else {
            Condition::Holds
        };
        let (status, body) = match condition {
            Condition::Holds => (self.status, Body::from(form.body.clone())),
            Condition::NotModified => (StatusCode::NOT_MODIFIED, Body::empty()),
            Condition::Failed => (StatusCode::PRECONDITION_FAILED, Body::empty()),
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = form.headers.clone();
        if status == StatusCode::PRECONDITION_FAILED {
            for name in [CONTENT_TYPE, CONTENT_ENCODING, CACHE_CONTROL, ETAG] {
                response.headers_mut().remove(name);
            }
        }
        response
    }

    /// The answer as the page gave it, in no coding and under no condition.
    pub(crate) fn plain(&self) -> Response {
        self.answer(&HeaderMap::new())
    }

    /// The page.
    pub(crate) fn info(&self) -> &'static Info {
        self.info
    }

    /// The body as the page gave it.
    pub(super) fn body(&self) -> &Bytes {
        &self.last().body
    }

    /// The headers of the plain body.
    pub(super) fn headers(&self) -> &HeaderMap {
        &self.last().headers
    }

    fn last(&self) -> &Form {
        self.forms.last().expect("the plain form is always there")
    }

    fn form(&self, request: &HeaderMap) -> &Form {
        if self.forms.len() == 1 || !request.contains_key(ACCEPT_ENCODING) {
            return self.last();
        }
        let accepted = Accepted::of(request);
        let mut best = (self.last(), 0);
        for form in &self.forms {
            let quality = accepted.quality(form.coding);
            if quality > best.1 {
                best = (form, quality);
            }
        }
        best.0
    }
}

#[cfg(test)]
mod tests {
    use axum::http::header::{IF_MATCH, IF_NONE_MATCH};

    use super::*;

    fn page() -> &'static Info {
        crate::route::testing::info("/a", crate::route::Kind::Page)
    }

    fn stored(headers: &[(axum::http::HeaderName, &'static str)]) -> Stored {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name, HeaderValue::from_static(value));
        }
        let body = Bytes::from("<p>a page</p>".repeat(50));
        Stored::new(page(), StatusCode::OK, map, body)
    }

    fn asked(headers: &[(axum::http::HeaderName, &str)]) -> HeaderMap {
        let pairs = headers.iter();
        pairs
            .map(|(name, value)| (name.clone(), HeaderValue::from_str(value).unwrap()))
            .collect()
    }

    fn header<'r>(response: &'r Response, name: &str) -> &'r str {
        let value = response.headers().get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn what_the_page_set_is_kept_and_what_frames_it_is_not() {
        let page = stored(&[
            (CONTENT_TYPE, "text/plain"),
            (CACHE_CONTROL, "max-age=9"),
            (CONTENT_LENGTH, "1"),
        ]);
        let response = page.plain();
        assert_eq!(header(&response, "content-type"), "text/plain");
        assert_eq!(header(&response, "cache-control"), "max-age=9");
        assert_eq!(header(&response, "content-length"), "");
        assert_eq!(header(&stored(&[]).plain(), "cache-control"), "no-cache");
    }

    #[test]
    fn who_has_it_gets_304_with_the_headers_of_a_cache() {
        let page = stored(&[(CACHE_CONTROL, "max-age=9")]);
        let tag = header(&page.plain(), "etag").to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"'));
        let response = page.answer(&asked(&[(IF_NONE_MATCH, &tag)]));
        assert_eq!(response.status(), 304);
        assert_eq!(header(&response, "etag"), tag);
        assert_eq!(header(&response, "cache-control"), "max-age=9");
        let response = page.answer(&asked(&[(IF_MATCH, "\"another\"")]));
        assert_eq!(response.status(), 412);
    }

    #[test]
    fn a_page_for_what_is_not_there_is_sent_whole() {
        let page = Stored::new(
            page(),
            StatusCode::NOT_FOUND,
            HeaderMap::new(),
            "lost".into(),
        );
        let tag = header(&page.plain(), "etag").to_owned();
        let response = page.answer(&asked(&[(IF_NONE_MATCH, &tag)]));
        assert_eq!(response.status(), 404);
    }

    #[cfg(feature = "compression")]
    #[test]
    fn each_coding_has_a_tag_of_its_own_and_the_wanted_one_is_sent() {
        let page = stored(&[(VARY, "Cookie")]);
        let mut tags = Vec::new();
        for (accept, coding) in [
            ("br, gzip", "br"),
            ("gzip, br;q=0.5", "gzip"),
            ("identity, br;q=0.5", ""),
            ("deflate", ""),
            ("*;q=0", ""),
        ] {
            let response = page.answer(&asked(&[(ACCEPT_ENCODING, accept)]));
            assert_eq!(header(&response, "content-encoding"), coding, "{accept}");
            let vary: Vec<_> = response.headers().get_all(VARY).iter().collect();
            assert_eq!(vary, ["Cookie", "accept-encoding"]);
            tags.push(header(&response, "etag").to_owned());
        }
        tags.dedup();
        assert_eq!(tags.len(), 3);
        let mixed = asked(&[(IF_NONE_MATCH, &tags[0]), (ACCEPT_ENCODING, "gzip")]);
        assert_eq!(page.answer(&mixed).status(), 200);
    }

    #[test]
    fn what_the_page_encoded_or_tagged_itself_stays_so() {
        let page = stored(&[(CONTENT_ENCODING, "br"), (ETAG, "W/\"own\"")]);
        let response = page.answer(&asked(&[(ACCEPT_ENCODING, "gzip")]));
        assert_eq!(header(&response, "content-encoding"), "br");
        assert_eq!(header(&response, "etag"), "W/\"own\"");
        assert_eq!(header(&response, "vary"), "");
    }
}
