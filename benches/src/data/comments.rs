//! A thread about code: what visitors write is full of characters that markup escapes.

use super::random::Random;

/// A comment.
#[derive(serde::Serialize)]
pub struct Comment {
    pub id: u32,
    pub author: String,
    pub url: String,
    pub when: String,
    pub votes: u32,
    /// About 200 bytes.
    pub text: String,
}

const WORDS: [&str; 36] = [
    "the",
    "compiler",
    "says",
    "that",
    "borrow",
    "is",
    "still",
    "alive",
    "when",
    "you",
    "return",
    "it",
    "from",
    "function",
    "so",
    "clone",
    "first",
    "or",
    "take",
    "a",
    "slice",
    "instead",
    "of",
    "allocating",
    "each",
    "time",
    "which",
    "costs",
    "more",
    "than",
    "parsing",
    "and",
    "nobody",
    "asks",
    "why",
    "there",
];

/// Words that markup escapes.
const MARKED: [&str; 9] = [
    "Vec<u8>",
    "&str",
    "\"quoted\"",
    "a < b",
    "don't",
    "it's",
    "<b>bold</b>",
    "R&D",
    "x > y",
];

const NAMES: [&str; 6] = ["Ada L.", "Grace & Co", "linus", "O'Brien", "Barbara", "x<y"];

impl Comment {
    pub(super) fn new(id: u32, random: &mut Random) -> Self {
        Self {
            id,
            author: random.of(&NAMES).to_owned(),
            url: format!("/people/{}/comments", random.below(900)),
            when: format!("{} hours ago", random.below(48)),
            votes: random.below(2000),
            text: text(random),
        }
    }
}

/// Words, of which one in each fifty bytes is marked.
fn text(random: &mut Random) -> String {
    let mut text = String::new();
    while text.len() < 200 {
        let rest = text.len() + 30 + random.below(20) as usize;
        while text.len() < rest {
            text += random.of(&WORDS);
            text.push(' ');
        }
        text += random.of(&MARKED);
        text.push(' ');
    }
    text
}
