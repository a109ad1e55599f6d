//! The names that a component takes, compared at compile time with the names at a call.

use crate::distance::distance;
use crate::island::Island;

/// Where the numbers of slots begin; below are the numbers of props.
pub const SLOTS: usize = 1 << 16;

/// The number of a call that leaves out nothing.
pub const COMPLETE: usize = 2 << 16;

/// The number of an island's call with a directive.
pub const ISLAND: usize = 3 << 16;

/// Where the numbers of a component's markup begin, each of which tells the tags in it.
pub const MARKUP: usize = 4 << 16;

/// What a component takes.
#[derive(Debug)]
pub struct Takes {
    /// Its name.
    pub name: &'static str,
    /// Its props, in order.
    pub props: &'static [Taken],
    /// Its slots; the default one has no name.
    pub slots: &'static [&'static str],
    /// What it is in the browser, if it is an island.
    pub island: Option<&'static Island>,
}

/// A prop that a component takes.
#[derive(Debug)]
pub struct Taken {
    /// Its name.
    pub name: &'static str,
    /// Its type, as it is written.
    pub ty: &'static str,
    /// Whether a call must give it.
    pub required: bool,
}

/// The number of a prop. A name that the component does not take is a compile error.
#[track_caller]
pub const fn prop(takes: &Takes, name: &str) -> usize {
    match position(takes, name) {
        Some(index) => index,
        None => {
            let mut text = Text::new();
            text.push("`")
                .push(takes.name)
                .push("` has no prop `")
                .push(name)
                .push("`");
            text.nearest(takes, name).help(takes);
            panic!("{}", text.as_str())
        }
    }
}

/// The number of a slot. A name that the component does not have is a compile error.
#[track_caller]
pub const fn slot(takes: &Takes, name: &str) -> usize {
    let mut index = 0;
    while index < takes.slots.len() {
        if same(takes.slots[index], name) {
            return SLOTS + index;
        }
        index += 1;
    }
    let mut text = Text::new();
    text.push("`").push(takes.name);
    let bare = match takes.island {
        Some(island) => island.server.is_some(),
        None => false,
    };
    if name.is_empty() && bare {
        text.push("` takes no children: its `#[island(\u{2026})]` declares no `slots(children)`");
    } else if name.is_empty() {
        text.push("` takes no children: it has no `<slot />`");
    } else {
        text.push("` has no slot `").push(name).push("`");
    }
    text.help(takes);
    panic!("{}", text.as_str())
}

/// Refuses a call that leaves out a required prop. Names that the component does not take are reported where they stand.
#[track_caller]
pub const fn complete(takes: &Takes, given: &[&str]) -> usize {
    let mut index = 0;
    while index < given.len() {
        if position(takes, given[index]).is_none() {
            return COMPLETE;
        }
        index += 1;
    }
    let mut index = 0;
    while index < takes.props.len() {
        let taken = &takes.props[index];
        if taken.required && !contains(given, taken.name) {
            let mut text = Text::new();
            text.push("`")
                .push(takes.name)
                .push("` needs the prop `")
                .push(taken.name)
                .push("`")
                .help(takes);
            panic!("{}", text.as_str())
        }
        index += 1;
    }
    COMPLETE
}

/// Refuses a directive on what is no island. `complete` is what [`complete`] says of the call.
#[track_caller]
pub const fn island(takes: &Takes, directive: &str, complete: usize) -> usize {
    if takes.island.is_none() {
        let mut text = Text::new();
        text.push("`")
            .push(directive)
            .push("` is for islands, and `")
            .push(takes.name)
            .push("` is a mere component")
            .push(
                "\nhelp: leave it out: a component is rendered on the server, and needs no script",
            );
        panic!("{}", text.as_str())
    }
    ISLAND + (complete - COMPLETE)
}

const fn position(takes: &Takes, name: &str) -> Option<usize> {
    let mut index = 0;
    while index < takes.props.len() {
        if same(takes.props[index].name, name) {
            return Some(index);
        }
        index += 1;
    }
    None
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut index = 0;
    while index < names.len() {
        if same(names[index], name) {
            return true;
        }
        index += 1;
    }
    false
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// A message that is put together at compile time; what does not fit is cut.
pub(crate) struct Text {
    bytes: [u8; 1024],
    length: usize,
}

impl Text {
    pub(crate) const fn new() -> Self {
        Self {
            bytes: [0; 1024],
            length: 0,
        }
    }

    pub(crate) const fn push(&mut self, text: &str) -> &mut Self {
        let text = text.as_bytes();
        let mut index = 0;
        while index < text.len() && self.length < self.bytes.len() {
            self.bytes[self.length] = text[index];
            self.length += 1;
            index += 1;
        }
        self
    }

    /// "; did you mean `tone`?", where a prop's name is near.
    const fn nearest(&mut self, takes: &Takes, name: &str) -> &mut Self {
        let mut best = usize::MAX;
        let mut nearest = "";
        let mut index = 0;
        while index < takes.props.len() {
            let distance = distance(name, takes.props[index].name);
            if distance < best {
                best = distance;
                nearest = takes.props[index].name;
            }
            index += 1;
        }
        if best <= 2 && best < nearest.len() {
            self.push("; did you mean `").push(nearest).push("`?");
        }
        self
    }

    /// What the component takes, on a line of its own.
    const fn help(&mut self, takes: &Takes) -> &mut Self {
        self.push("\nhelp: `").push(takes.name).push("` takes");
        if takes.props.is_empty() {
            self.push(" no props");
        } else {
            self.push(": ");
        }
        let mut index = 0;
        while index < takes.props.len() {
            let taken = &takes.props[index];
            if index > 0 {
                self.push(", ");
            }
            self.push(taken.name).push(": ").push(taken.ty);
            if !taken.required {
                self.push(" (optional)");
            }
            index += 1;
        }
        let mut index = 0;
        while index < takes.slots.len() {
            self.push(if index == 0 { "; slots: " } else { ", " });
            self.push(if takes.slots[index].is_empty() {
                "children"
            } else {
                takes.slots[index]
            });
            index += 1;
        }
        self
    }

    pub(crate) const fn as_str(&self) -> &str {
        // A cut within a letter leaves out the whole letter.
        let mut length = self.length;
        loop {
            if let Ok(text) = str::from_utf8(self.bytes.split_at(length).0) {
                return text;
            }
            length -= 1;
        }
    }
}
