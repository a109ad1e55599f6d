//! From tokens to imports.

use std::ops::Range;

use super::lex::{self, Unread};
use super::token::{Kind, Token};

/// An import of another module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// What it names, as it is written between the quotes.
    pub name: String,
    /// Where the name stands in the text, without its quotes.
    pub range: Range<usize>,
    /// The line, counted from 1.
    pub line: usize,
    /// Whether it is `import("…")`, which loads when it runs.
    pub later: bool,
}

/// The imports of a module, in order: `import … from`, `export … from`, `import "…"`, and `import("…")` of a literal.
///
/// ```
/// use isle_syntax::script::imports;
///
/// let found = imports("import { a } from './a.js'; const b = () => import('./b.js');").unwrap();
/// assert_eq!(found.iter().map(|it| (&*it.name, it.later)).collect::<Vec<_>>(), [("./a.js", false), ("./b.js", true)]);
/// ```
///
/// # Errors
///
/// What has no end: a comment, a string, a template, a regular expression.
pub fn imports(text: &str) -> Result<Vec<Import>, Unread> {
    let tokens = lex::tokens(text)?;
    let finder = Finder {
        text,
        tokens: &tokens,
    };
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Sign(b'(' | b'[' | b'{') => depth += 1,
            Kind::Sign(b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            Kind::Word if at == 0 || !tokens[at - 1].is(b'.') => {
                let import = match finder.word(at) {
                    "import" => finder.import(at, depth == 0),
                    "export" if depth == 0 => finder.export(at),
                    _ => None,
                };
                found.extend(import);
            }
            _ => {}
        }
    }
    Ok(found)
}

struct Finder<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl Finder<'_> {
    fn word(&self, at: usize) -> &str {
        let token = self.tokens.get(at).filter(|token| token.kind == Kind::Word);
        token.map_or("", |token| &self.text[token.range.clone()])
    }

    fn is(&self, at: usize, sign: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(sign))
    }

    /// The import whose name is the string at this index.
    fn named(&self, at: usize, later: bool) -> Option<Import> {
        let token = self
            .tokens
            .get(at)
            .filter(|token| token.kind == Kind::String)?;
        let range = token.range.start + 1..token.range.end - 1;
        Some(Import {
            name: self.text[range.clone()].to_owned(),
            line: 1 + self.text[..range.start].matches('\n').count(),
            range,
            later,
        })
    }

    fn import(&self, at: usize, outside: bool) -> Option<Import> {
        if self.is(at + 1, b'(') {
            let literal = self.is(at + 3, b')') || self.is(at + 3, b',');
            return self.named(at + 2, true).filter(|_| literal);
        }
        if !outside || self.is(at + 1, b'.') {
            return None;
        }
        self.named(at + 1, false).or_else(|| self.from(at + 1))
    }

    fn export(&self, at: usize) -> Option<Import> {
        let reexports = self.is(at + 1, b'*') || self.is(at + 1, b'{');
        reexports.then(|| self.from(at + 1)).flatten()
    }

    /// What follows the names: `a, { b as c } from "…"`, `* as d from "…"`, `{ e }` alone.
    fn from(&self, mut at: usize) -> Option<Import> {
        loop {
            let token = self.tokens.get(at)?;
            match token.kind {
                Kind::Sign(b'{') => {
                    let names = self.tokens[at..].iter().position(|token| token.is(b'}'))?;
                    at += names + 1;
                }
                Kind::Word if self.word(at) == "from" => {
                    if let Some(import) = self.named(at + 1, false) {
                        return Some(import);
                    }
                    at += 1;
                }
                Kind::Word | Kind::Sign(b',' | b'*') => at += 1,
                _ => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::imports;

    fn names(text: &str) -> Vec<String> {
        let found = imports(text).unwrap();
        found
            .iter()
            .map(|it| {
                assert_eq!(&text[it.range.clone()], it.name);
                format!("{}{}", if it.later { "later " } else { "" }, it.name)
            })
            .collect()
    }

    #[test]
    fn every_form_of_an_import() {
        for (text, found) in [
            ("import './a.js'", "./a.js"),
            ("import a from \"./a.js\";", "./a.js"),
            ("import{a}from'./a.js'", "./a.js"),
            ("import a, { b as c, default as d } from './a.js'", "./a.js"),
            ("import a, * as b from './a.js'", "./a.js"),
            ("import { 'from' as from } from './a.js'", "./a.js"),
            ("import from from './a.js'", "./a.js"),
            (
                "import { a }\n// from './no.js'\nfrom /* x */ './a.js'",
                "./a.js",
            ),
            ("export * from './a.js'", "./a.js"),
            ("export * as a from './a.js'", "./a.js"),
            ("export { a, b as default } from './a.js'", "./a.js"),
            ("const a = await import('./a.js')", "later ./a.js"),
            ("const a = import('./a.js', { with: {} })", "later ./a.js"),
            ("const a = `${import('./a.js')}`", "later ./a.js"),
        ] {
            assert_eq!(names(text), [found], "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_one() {
        for text in [
            "",
            "import.meta.url",
            "// import './a.js'",
            "/* import './a.js' */",
            "const a = \"import './a.js'\"",
            "const a = 'it\\'s import \"./a.js\"'",
            "const a = `import './a.js'`",
            "const a = `${`import './a.js'`} import './b.js'`",
            "const a = /import '.\\/a.js'/",
            "const a = /[/]import '/; const b = 1",
            "if (a) /import '/.test(b)",
            "{} /import '/.test(b)",
            "const f = () => {}\n/import '/.test(b)",
            "a.import('./a.js')",
            "import(a)",
            "import('./a' + b)",
            "export { a }",
            "export const from = 1, b = './a.js'",
            "export default './a.js'",
            "export default { from: './a.js' }",
            "const { a } = from; './a.js'",
            "class A { import(from) {} }",
        ] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_slash_is_a_division_or_an_expression() {
        // Read wrongly, the quote would begin a string that never ends, or hide the import.
        for text in [
            "a / b; '/'",
            "a++ / b / '/'",
            "(a) / b / '/'",
            "a[0] / b / '/'",
            "x = { a: 1 } / 2 / '/'",
            "a.return / b / '/'",
            "return /'/",
            "typeof /'/",
            "a = b ? /'/ : /\"/",
            "while (a) /'/.test(a)",
            "`${a}` / 2 / '/'",
            "`${ { a: '}' }.a }'`",
            "a => { return /'/ }",
            "x = a\n/ b / '/'",
        ] {
            assert_eq!(
                names(&format!("{text}\n;import './a.js'")),
                ["./a.js"],
                "{text}"
            );
        }
    }

    #[test]
    fn what_has_no_end_is_told_with_its_line() {
        for (text, what, line) in [
            ("\n'a", "string", 2),
            ("'a\n'", "string", 1),
            ("/* a", "comment", 1),
            ("\n\n`a ${b", "template", 3),
            ("\n`a", "template", 2),
            ("a = /b", "regular expression", 1),
        ] {
            let unread = imports(text).unwrap_err();
            assert_eq!((unread.what, unread.line), (what, line), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[ -~\\n`'\"/\\\\{}()$*é]{0,80}") {
            let _ = imports(&text);
        }
    }
}
