//! The canonical spelling of a literal path, in a constant.

/// A path as it travels, or what is wrong with it.
pub(super) struct Spelled {
    bytes: [u8; 2048],
    length: usize,
    wrong: Option<&'static str>,
}

impl Spelled {
    /// The path of a link, without its query and fragment. What a path can't hold as it is, such as `é`, is escaped.
    pub(super) const fn path_of(link: &str) -> Spelled {
        let link = link.as_bytes();
        let mut spelled = Spelled {
            bytes: [0; 2048],
            length: 0,
            wrong: None,
        };
        if link.is_empty() || link[0] != b'/' {
            return spelled.with("does not begin with a slash\nhelp: write it from the root of the site, such as \"/about\"");
        }
        let mut at = 0;
        while at < link.len() && link[at] != b'?' && link[at] != b'#' {
            let byte = link[at];
            if spelled.length + 3 > spelled.bytes.len() {
                return spelled.with(
                    "is longer than 2048 bytes\nhelp: no browser takes so long a path to a page",
                );
            }
            if byte < b' ' || byte == 0x7f || byte == b'\\' {
                return spelled.with("holds what no path can: a control character or a backslash\nhelp: leave it out");
            }
            if byte == b'/' && !spelled.ends_segment() {
                return spelled.with("has an empty segment, or one that is `.` or `..`\nhelp: write the path as the browser will show it");
            }
            if byte == b'%' && !is_canonical_escape(link, at) {
                return spelled.with("holds a `%` that begins no canonical escape\nhelp: escape only what must be, in upper case; a `%` itself is `%25`");
            }
            if byte == b'%' || stays(byte) {
                spelled = spelled.push(byte);
            } else {
                spelled = spelled
                    .push(b'%')
                    .push(digit(byte >> 4))
                    .push(digit(byte & 15));
            }
            at += 1;
        }
        if spelled.length == 1 {
            spelled.length = 0;
        } else if spelled.bytes[spelled.length - 1] == b'/' {
            return spelled.with("ends with a slash\nhelp: leave it out: where addresses end with one, the site adds it");
        } else if !spelled.ends_segment() {
            return spelled.with("has an empty segment, or one that is `.` or `..`\nhelp: write the path as the browser will show it");
        }
        spelled
    }

    /// The path, empty for the root.
    pub(super) const fn path(&self) -> Result<&str, &'static str> {
        let (bytes, _) = self.bytes.split_at(self.length);
        match (self.wrong, std::str::from_utf8(bytes)) {
            (Some(wrong), _) => Err(wrong),
            (None, Ok(path)) => Ok(path),
            (None, Err(_)) => Err("is not UTF-8"),
        }
    }

    const fn with(mut self, wrong: &'static str) -> Spelled {
        self.wrong = Some(wrong);
        self
    }

    const fn push(mut self, byte: u8) -> Spelled {
        self.bytes[self.length] = byte;
        self.length += 1;
        self
    }

    /// Whether a segment may end here: it is not empty, and neither `.` nor `..`. Nothing has begun one yet.
    const fn ends_segment(&self) -> bool {
        let mut dots = 0;
        while dots < self.length && self.bytes[self.length - 1 - dots] == b'.' {
            dots += 1;
        }
        let begins = self.length > dots && self.bytes[self.length - 1 - dots] == b'/';
        self.length == 0 || !begins || dots > 2
    }
}

const fn stays(byte: u8) -> bool {
    byte > b' ' && byte < 0x7f && !matches!(byte, b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'}')
}

const fn is_canonical_escape(text: &[u8], at: usize) -> bool {
    if at + 2 >= text.len() {
        return false;
    }
    let (high, low) = match (value(text[at + 1]), value(text[at + 2])) {
        (Some(high), Some(low)) => (high, low),
        _ => return false,
    };
    let byte = high * 16 + low;
    let unreserved = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    byte >= b' ' && byte != 0x7f && byte != b'\\' && !unreserved
}

const fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

const fn digit(value: u8) -> u8 {
    if value < 10 {
        b'0' + value
    } else {
        b'A' + value - 10
    }
}
