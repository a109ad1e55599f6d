//! Content codings: what a request accepts, and bodies made smaller once and for all.

use axum::http::header::ACCEPT_ENCODING;
use axum::http::{HeaderMap, HeaderValue};

/// A coding that bodies are kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    /// Those that this build knows, the one that saves most first.
    pub(crate) const ALL: &[Coding] = if cfg!(feature = "compression") {
        &[Coding::Brotli, Coding::Gzip]
    } else {
        &[]
    };

    /// Its name in headers.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Coding::Brotli => "br",
            Coding::Gzip => "gzip",
        }
    }

    pub(crate) fn header(self) -> HeaderValue {
        HeaderValue::from_static(self.name())
    }

    /// The body in this coding, where it is smaller so.
    ///
    /// Of the same bytes it makes the same bytes. A debug build takes less trouble, since the encoders are slow there.
    #[cfg(feature = "compression")]
    pub(crate) fn smaller(self, body: &[u8]) -> Option<Vec<u8>> {
        let quick = cfg!(debug_assertions);
        let mut coded = Vec::with_capacity(body.len() / 2);
        match self {
            Coding::Brotli => {
                let params = brotli::enc::BrotliEncoderParams {
                    quality: if quick { 4 } else { 10 },
                    size_hint: body.len(),
                    ..Default::default()
                };
                brotli::BrotliCompress(&mut &*body, &mut coded, &params).ok()?;
            }
            Coding::Gzip => {
                use std::io::Write;
                let level = flate2::Compression::new(if quick { 4 } else { 9 });
                let mut encoder = flate2::write::GzEncoder::new(coded, level);
                encoder.write_all(body).ok()?;
                coded = encoder.finish().ok()?;
            }
        }
        (coded.len() < body.len()).then_some(coded)
    }

    #[cfg(not(feature = "compression"))]
    pub(crate) fn smaller(self, _: &[u8]) -> Option<Vec<u8>> {
        None
    }
}

/// How much a request wants each coding, in thousandths; 0 is not at all
/// ([RFC 9110, section 12.5.3](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3)).
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Accepted {
    brotli: u16,
    gzip: u16,
    plain: u16,
}

impl Accepted {
    pub(crate) fn of(headers: &HeaderMap) -> Accepted {
        let (mut brotli, mut gzip, mut plain, mut others) = (None, None, None, None);
        for value in headers.get_all(ACCEPT_ENCODING) {
            for entry in value.to_str().unwrap_or_default().split(',') {
                let (name, parameters) = entry.split_once(';').unwrap_or((entry, ""));
                let name = name.trim();
                let place = if name.eq_ignore_ascii_case("br") {
                    &mut brotli
                } else if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
                    &mut gzip
                } else if name.eq_ignore_ascii_case("identity") {
                    &mut plain
                } else if name == "*" {
                    &mut others
                } else {
                    continue;
                };
                *place = Some(quality(parameters));
            }
        }
        Accepted {
            brotli: brotli.or(others).unwrap_or(0),
            gzip: gzip.or(others).unwrap_or(0),
            // What is not named may be sent plain, but is wanted less than what is.
            plain: plain.or(others).unwrap_or(1),
        }
    }

    /// How much the body is wanted so; `None` is plain.
    pub(crate) fn quality(&self, coding: Option<Coding>) -> u16 {
        match coding {
            Some(Coding::Brotli) => self.brotli,
            Some(Coding::Gzip) => self.gzip,
            None => self.plain,
        }
    }
}

/// The weight among an entry's parameters; one that can't be read is none, and so refuses nothing.
fn quality(parameters: &str) -> u16 {
    let mut weights = parameters.split(';').filter_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then(|| value.trim())
    });
    let weight = weights.next().and_then(|value| value.parse::<f32>().ok());
    let weight = weight.filter(|weight| (0.0..=1.0).contains(weight));
    // At most three digits stand behind the point.
    weight.map_or(1000, |weight| (weight * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(value: &'static str) -> [u16; 3] {
        let mut headers = HeaderMap::new();
        if !value.is_empty() {
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(value));
        }
        let Accepted {
            brotli,
            gzip,
            plain,
        } = Accepted::of(&headers);
        [brotli, gzip, plain]
    }

    #[test]
    fn what_a_request_accepts() {
        for (value, expected) in [
            ("", [0, 0, 1]),
            ("gzip, deflate, br, zstd", [1000, 1000, 1]),
            ("GZip;q=0.5 , br ; Q=0.25", [250, 500, 1]),
            ("br;q=0, gzip;q=0.001", [0, 1, 1]),
            ("identity", [0, 0, 1000]),
            ("*", [1000, 1000, 1000]),
            ("*;q=0", [0, 0, 0]),
            ("*;q=0, gzip", [0, 1000, 0]),
            ("identity;q=0, *;q=0.5", [500, 500, 0]),
            ("x-gzip", [0, 1000, 1]),
            ("brotli, gzipped", [0, 0, 1]),
            ("br;q=7, gzip;q=x", [1000, 1000, 1]),
            ("br;level=4;q=0.3", [300, 0, 1]),
        ] {
            assert_eq!(accepted(value), expected, "{value:?}");
        }
    }

    #[cfg(feature = "compression")]
    #[test]
    fn what_is_made_smaller_comes_back() {
        use std::io::Read;
        let text = "<li>a film</li>".repeat(200);
        let gzip = Coding::Gzip.smaller(text.as_bytes()).unwrap();
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*gzip)
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, text);
        let coded = Coding::Brotli.smaller(text.as_bytes()).unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*coded, &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        assert!(coded.len() < gzip.len());
        assert_eq!(Coding::Brotli.smaller(text.as_bytes()), Some(coded));
    }

    #[test]
    fn what_can_not_be_smaller_stays() {
        for coding in [Coding::Brotli, Coding::Gzip] {
            assert_eq!(coding.smaller(b""), None);
            assert_eq!(coding.smaller(b"ab"), None);
        }
    }
}
