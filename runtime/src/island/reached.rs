//! What a page can print: its components from tag to tag, and the islands among them.

use super::file::Island;
use crate::component::{Takes, Text};

/// How many components one page may reach.
const COMPONENTS: usize = 1024;
/// How many islands one page may reach.
const ISLANDS: usize = 256;

const HELP: &str =
    "\nhelp: make the function around this `html!` a `#[component]`, and call it as a tag";

/// A walk from tag to tag, at compile time or at a site's start. Each component is entered once, so that recursion ends.
#[derive(Debug)]
pub struct Reached {
    entered: [&'static str; COMPONENTS],
    count: usize,
    islands: [Option<&'static Island>; ISLANDS],
    island_count: usize,
    waits: bool,
}

impl Reached {
    /// A walk that begins.
    pub const fn new() -> Self {
        Self {
            entered: [""; COMPONENTS],
            count: 0,
            islands: [None; ISLANDS],
            island_count: 0,
            waits: false,
        }
    }

    /// Enters a component, and says whether this is the first time.
    ///
    /// # Panics
    ///
    /// Where a page reaches more components than any should.
    pub const fn enter(&mut self, id: &'static str) -> bool {
        let mut index = 0;
        while index < self.count {
            if same(self.entered[index], id) {
                return false;
            }
            index += 1;
        }
        assert!(
            self.count < COMPONENTS,
            "a page reaches more than 1,024 components: divide it"
        );
        self.entered[self.count] = id;
        self.count += 1;
        true
    }

    /// Notes the island behind a tag with a `client:` directive. That it is one is checked where the tag is printed.
    ///
    /// # Panics
    ///
    /// Where a page reaches more islands than any should.
    pub const fn island(&mut self, takes: &Takes) {
        if let Some(island) = takes.island {
            let mut index = 0;
            while index < self.island_count {
                if let Some(known) = self.islands[index]
                    && same(known.file.name, island.file.name)
                {
                    return;
                }
                index += 1;
            }
            assert!(
                self.island_count < ISLANDS,
                "a page reaches more than 256 islands: divide it"
            );
            self.islands[self.island_count] = takes.island;
            self.island_count += 1;
        }
    }

    /// Notes a tag whose directives have the island wait for something.
    pub const fn waits(&mut self) {
        self.waits = true;
    }

    /// Whether there is such a tag.
    pub const fn is_waiting(&self) -> bool {
        self.waits
    }

    /// Refuses islands in markup that belongs to no page: nothing would serve their files.
    #[track_caller]
    pub const fn refuse(&self, takes: &Takes) {
        if let Some(island) = self.islands[0] {
            let mut text = Text::new();
            text.push("`")
                .push(takes.name)
                .push("` prints the island `")
                .push(island.name)
                .push("`, and no page knows of this markup: nothing would serve the island's file")
                .push(HELP);
            panic!("{}", text.as_str())
        }
    }

    /// The same for the tag of an island with a directive.
    #[track_caller]
    pub const fn refuse_itself(&self, takes: &Takes) {
        if takes.island.is_some() {
            let mut text = Text::new();
            text.push("no page knows of this markup: nothing would serve the file of the island `")
                .push(takes.name)
                .push("`")
                .push(HELP);
            panic!("{}", text.as_str())
        }
    }

    /// The islands that were found, one for each file.
    pub(crate) fn islands(&self) -> impl Iterator<Item = &'static Island> {
        self.islands[..self.island_count].iter().copied().flatten()
    }
}

impl Default for Reached {
    fn default() -> Self {
        Self::new()
    }
}

/// What a page reaches that has no tags.
pub const fn nothing(_: &mut Reached) {}

/// Compared from the end, where names of one crate differ.
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = a.len();
    while index > 0 {
        index -= 1;
        if a[index] != b[index] {
            return false;
        }
    }
    true
}

/// The markup of a page's function number `AT` that the page is made of, and what it prints.
#[diagnostic::on_unimplemented(
    message = "markup of this function is compiled only sometimes, so what it prints isn't known",
    note = "a `#[cfg]` around `html!` in a page's function hides it: move that markup into a component of its own"
)]
pub trait PageMarkup<const AT: usize> {
    /// Walks through the tags.
    fn reach(reached: &mut Reached);
}
