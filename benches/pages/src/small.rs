//! The 200 small pages: each of 41 elements and ten values, no two alike.

use crate::node::{Attribute, Node, Page, Value};

/// How many pages there are.
pub const PAGES: usize = 200;

/// How many elements a page has, as its source counts them.
pub const ELEMENTS: usize = 41;

/// How many values a page prints, as its source counts them.
pub const VALUES: usize = 10;

/// The page of a number.
pub fn page(number: usize) -> Page {
    let mut maker = Maker {
        random: 0x9e37_79b9_7f4a_7c15 ^ (number as u64 + 1).wrapping_mul(0xd134_2543_de82_ef95),
        elements: 0,
        values: 0,
    };
    let nodes = vec![maker.article(number)];
    assert_eq!(
        (maker.elements, maker.values),
        (ELEMENTS, VALUES),
        "page {number}"
    );
    let argument = ("item".to_owned(), "Item".to_owned());
    Page {
        name: format!("page_{number}"),
        argument,
        nodes,
    }
}

const WORDS: [&str; 48] = [
    "harbour", "lantern", "meadow", "copper", "window", "garden", "silver", "morning", "bridge",
    "winter", "letter", "forest", "paper", "river", "candle", "market", "summer", "island",
    "basket", "corner", "the", "of", "and", "with", "under", "between", "old", "quiet", "bright",
    "narrow", "every", "another", "near", "to", "from", "a", "carries", "keeps", "finds", "waits",
    "turns", "opens", "rests", "follows", "slowly", "again", "often", "there",
];

/// Strings of an item that stand in text, in the order in which a page takes them.
const TEXTS: [&str; 4] = ["item.name", "item.badge", "item.price", "item.summary"];
/// Numbers of an item.
const NUMBERS: [&str; 3] = ["item.stock", "item.reviews", "item.id"];

struct Maker {
    random: u64,
    elements: usize,
    values: usize,
}

impl Maker {
    /// A number below `end` (xorshift64).
    fn below(&mut self, end: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 33) as usize % end
    }

    fn words(&mut self, least: usize, more: usize) -> String {
        let count = least + self.below(more + 1);
        let words = (0..count).map(|_| WORDS[self.below(WORDS.len())]);
        words.collect::<Vec<_>>().join(" ")
    }

    fn element(&mut self, tag: &str, children: Vec<Node>) -> Node {
        let class = self.words(1, 1);
        self.with(tag, vec![text_attribute("class", &class)], children)
    }

    fn with(
        &mut self,
        tag: &str,
        attributes: Vec<(String, Attribute)>,
        children: Vec<Node>,
    ) -> Node {
        self.elements += 1;
        Node::Element {
            tag: tag.to_owned(),
            attributes,
            children,
        }
    }

    fn plain(&mut self, tag: &str, least: usize) -> Node {
        let words = self.words(least, 3);
        self.element(tag, vec![Node::Text(words)])
    }

    /// An element with words, and a value after them.
    fn valued(&mut self, tag: &str) -> Node {
        let words = self.words(1, 4) + " ";
        let value = self.value();
        self.element(tag, vec![Node::Text(words), value])
    }

    fn value(&mut self) -> Node {
        self.values += 1;
        let number = self.below(3) == 0;
        let places: &[&str] = if number { &NUMBERS } else { &TEXTS };
        let place = places[self.below(places.len())].to_owned();
        Node::Value(Value { place, number })
    }

    fn place(&mut self, name: &str, place: &str) -> (String, Attribute) {
        self.values += 1;
        let value = Value {
            place: place.to_owned(),
            number: false,
        };
        (name.to_owned(), Attribute::Value(value))
    }

    /// Everything: a header, a picture, a list, a note, and blocks until the page is full.
    fn article(&mut self, number: usize) -> Node {
        let mut parts = vec![self.header(), self.picture(), self.tags(), self.note()];
        while self.values < VALUES {
            let part = self.block(true);
            parts.push(part);
        }
        // The article itself counts, too.
        while self.elements + 6 < ELEMENTS {
            let part = self.block(false);
            parts.push(part);
        }
        while self.elements + 1 < ELEMENTS {
            let part = self.plain("p", 4);
            parts.push(part);
        }
        let id = format!("part-{number}");
        self.with("article", vec![text_attribute("id", &id)], parts)
    }

    /// Three elements, two values.
    fn header(&mut self) -> Node {
        let title = self.value();
        let title = self.element("h1", vec![title]);
        let lead = self.valued("p");
        self.element("header", vec![title, lead])
    }

    /// Four elements, three values.
    fn picture(&mut self) -> Node {
        let attributes = vec![
            self.place("src", "item.image"),
            self.place("alt", "item.name"),
        ];
        let image = self.with("img", attributes, Vec::new());
        let words = self.words(2, 3);
        let link = vec![
            self.place("href", "item.url"),
            text_attribute("rel", "nofollow"),
        ];
        let link = self.with("a", link, vec![Node::Text(words)]);
        let caption = self.element("figcaption", vec![link]);
        self.element("figure", vec![image, caption])
    }

    /// A loop: two elements, one value.
    fn tags(&mut self) -> Node {
        self.values += 1;
        let tag = Node::Value(Value {
            place: "tag".to_owned(),
            number: false,
        });
        let entry = self.element("li", vec![tag]);
        let list = Node::For {
            each: "tag".to_owned(),
            of: "item.tags".to_owned(),
            body: vec![entry],
        };
        self.element("ul", vec![list])
    }

    /// A condition: two elements, one value.
    fn note(&mut self) -> Node {
        let note = self.valued("strong");
        let note = Node::If {
            condition: "item.chosen".to_owned(),
            body: vec![note],
        };
        self.element("div", vec![note])
    }

    /// Three to six elements; one value, or none.
    fn block(&mut self, valued: bool) -> Node {
        match self.below(4) {
            0 => {
                let title = self.plain("h2", 2);
                let text = if valued {
                    self.valued("p")
                } else {
                    self.plain("p", 8)
                };
                self.element("section", vec![title, text])
            }
            1 => {
                let first = self.plain("li", 2);
                let second = if valued {
                    self.valued("li")
                } else {
                    self.plain("li", 2)
                };
                let third = self.plain("li", 1);
                let list = self.element("ol", vec![first, second, third]);
                self.element("nav", vec![list])
            }
            2 => {
                let term = self.plain("dt", 1);
                let told = if valued {
                    self.valued("dd")
                } else {
                    self.plain("dd", 5)
                };
                let more = self.plain("dd", 3);
                self.element("dl", vec![term, told, more])
            }
            _ => {
                let start = self.words(3, 4) + " ";
                let strong = self.plain("em", 1);
                let end = format!(" {}{}", self.words(3, 4), if valued { " " } else { "" });
                let mut text = vec![Node::Text(start), strong, Node::Text(end)];
                if valued {
                    text.push(self.value());
                }
                let text = self.element("p", text);
                self.element("blockquote", vec![text])
            }
        }
    }
}

fn text_attribute(name: &str, text: &str) -> (String, Attribute) {
    (name.to_owned(), Attribute::Text(text.to_owned()))
}
