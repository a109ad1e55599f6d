//! Every type that can be interpolated, made of a payload.

use std::fmt::{self, Display, Write};

/// A user's type: `Display`, and nothing more.
#[derive(Clone)]
pub(crate) struct Shown(pub(crate) String);

impl Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A user's type that writes character by character, by all the ways there are.
pub(crate) struct Pieces<'a>(pub(crate) &'a str);

impl Display for Pieces<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, c) in self.0.chars().enumerate() {
            match index % 3 {
                0 => f.write_char(c)?,
                1 => write!(f, "{c}")?,
                _ => f.write_str(c.encode_utf8(&mut [0; 4]))?,
            }
        }
        Ok(())
    }
}

/// A user's struct.
pub(crate) struct User {
    pub(crate) name: String,
    pub(crate) nick: Option<String>,
}

impl User {
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            nick: Some(name.to_owned()),
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

/// The text in two pieces.
pub(crate) fn halves(text: &str) -> [&str; 2] {
    let half = (text.len() / 2..=text.len()).find(|at| text.is_char_boundary(*at));
    text.split_at(half.unwrap_or(0)).into()
}

/// Prints every type that is one value in a place, a macro that takes the tokens between the braces.
macro_rules! single {
    ($place:ident) => {{
        use crate::types::{Pieces, Shown, User, halves};
        use std::borrow::Cow;
        use std::cell::RefCell;
        use std::fmt::Display;
        use std::rc::Rc;
        use std::sync::{Arc, Mutex};
        let printings: &[isle_tests::oracle::Printing] = &[
            ("&str", |p| $place!(p).to_string()),
            ("&str, reborrowed", |p| $place!(&*p).to_string()),
            ("&&str", |p| $place!(&p).to_string()),
            ("&&&str", |p| $place!(&&p).to_string()),
            ("&mut str", |p| {
                let mut v = p.to_owned();
                let v = v.as_mut_str();
                $place!(v).to_string()
            }),
            ("String", |p| $place!(p.to_owned()).to_string()),
            ("a String's place", |p| {
                let v = p.to_owned();
                $place!(v).to_string()
            }),
            ("&String", |p| $place!(&p.to_owned()).to_string()),
            ("&&String", |p| $place!(&&p.to_owned()).to_string()),
            ("&mut String", |p| {
                let mut v = p.to_owned();
                $place!(&mut v).to_string()
            }),
            ("Cow, borrowed", |p| $place!(Cow::Borrowed(p)).to_string()),
            ("Cow, owned", |p| {
                $place!(Cow::<str>::Owned(p.to_owned())).to_string()
            }),
            ("&Cow", |p| $place!(&Cow::Borrowed(p)).to_string()),
            ("Box<str>", |p| $place!(Box::<str>::from(p)).to_string()),
            ("Box<String>", |p| {
                $place!(Box::new(p.to_owned())).to_string()
            }),
            ("what a Box holds", |p| {
                let v = Box::<str>::from(p);
                $place!(*v).to_string()
            }),
            ("Rc<str>", |p| $place!(Rc::<str>::from(p)).to_string()),
            ("Rc<String>", |p| $place!(Rc::new(p.to_owned())).to_string()),
            ("Arc<str>", |p| $place!(Arc::<str>::from(p)).to_string()),
            ("&Arc<str>", |p| $place!(&Arc::<str>::from(p)).to_string()),
            ("Option<&str>", |p| $place!(Some(p)).to_string()),
            ("Option<&&str>", |p| $place!(Some(&p)).to_string()),
            ("Option<String>", |p| {
                $place!(Some(p.to_owned())).to_string()
            }),
            ("&Option<String>", |p| {
                $place!(&Some(p.to_owned())).to_string()
            }),
            ("Option<&String>", |p| {
                $place!(Some(&p.to_owned())).to_string()
            }),
            ("Option<Option<Cow>>", |p| {
                $place!(Some(Some(Cow::Borrowed(p)))).to_string()
            }),
            ("Option<Box<str>>", |p| {
                $place!(Some(Box::<str>::from(p))).to_string()
            }),
            ("format_args!", |p| $place!(format_args!("{p}")).to_string()),
            ("format_args! of two", |p| {
                let [a, b] = halves(p);
                $place!(format_args!("{a}{}", b)).to_string()
            }),
            ("format!", |p| $place!(format!("{p}")).to_string()),
            ("Display", |p| $place!(Shown(p.to_owned())).to_string()),
            ("a Display's place", |p| {
                let v = Shown(p.to_owned());
                $place!(v).to_string()
            }),
            ("&Display", |p| $place!(&Shown(p.to_owned())).to_string()),
            ("&&Display", |p| $place!(&&Shown(p.to_owned())).to_string()),
            ("Display, by characters", |p| $place!(Pieces(p)).to_string()),
            ("Option<Display>", |p| {
                $place!(Some(Shown(p.to_owned()))).to_string()
            }),
            ("&Option<Display>", |p| {
                $place!(&Some(Pieces(p))).to_string()
            }),
            ("Box<dyn Display>", |p| {
                $place!(Box::new(Pieces(p)) as Box<dyn Display + '_>).to_string()
            }),
            ("&dyn Display", |p| {
                $place!(&Pieces(p) as &dyn Display).to_string()
            }),
            ("Arc<Display>", |p| {
                $place!(Arc::new(Shown(p.to_owned()))).to_string()
            }),
            ("Ref<String>", |p| {
                $place!(RefCell::new(p.to_owned()).borrow()).to_string()
            }),
            ("MutexGuard<String>", |p| {
                let v = Mutex::new(p.to_owned());
                $place!(v.lock().unwrap()).to_string()
            }),
            ("a field", |p| {
                let user = User::new(p);
                $place!(user.name).to_string()
            }),
            ("a field of a reference", |p| {
                let user = &User::new(p);
                $place!(user.nick).to_string()
            }),
            ("a method", |p| {
                let user = User::new(p);
                $place!(user.name()).to_string()
            }),
            ("an option's method", |p| {
                let user = User::new(p);
                $place!(user.nick.as_deref()).to_string()
            }),
            ("an element", |p| {
                let names = vec![String::new(), p.to_owned()];
                $place!(names[1]).to_string()
            }),
            ("a tuple's", |p| {
                let pair = (1, (p.to_owned(), 2));
                $place!(pair.1.0).to_string()
            }),
            ("if", |p| {
                $place!(if p.is_empty() { "" } else { p }).to_string()
            }),
            ("match", |p| {
                $place!(match p {
                    "" => "",
                    p => p,
                })
                .to_string()
            }),
            ("a block", |p| {
                $place!({
                    let v = p.to_owned();
                    v
                })
                .to_string()
            }),
            ("error", |p| $place!(std::io::Error::other(p)).to_string()),
        ];
        printings
    }};
}

/// Prints every type that is several values in a place.
macro_rules! several {
    ($place:ident) => {{
        use crate::types::{Pieces, Shown, halves};
        use std::collections::{BTreeSet, LinkedList, VecDeque};
        use std::rc::Rc;
        let printings: &[isle_tests::oracle::Printing] = &[
            ("Vec<&str>", |p| $place!(vec![p]).to_string()),
            ("Vec<&str> of two", |p| {
                $place!(halves(p).to_vec()).to_string()
            }),
            ("a Vec<String>'s place", |p| {
                let v = halves(p).map(str::to_owned).to_vec();
                $place!(v).to_string()
            }),
            ("&[&str]", |p| $place!(&halves(p)[..]).to_string()),
            ("&[String]", |p| $place!(&[p.to_owned()][..]).to_string()),
            ("[&str; 2]", |p| $place!(halves(p)).to_string()),
            ("[Option<&str>; 3]", |p| {
                let [a, b] = halves(p);
                $place!([Some(a), None, Some(b)]).to_string()
            }),
            ("Option<Vec<&str>>", |p| {
                $place!(Some(halves(p).to_vec())).to_string()
            }),
            ("Vec<Vec<String>>", |p| {
                $place!(vec![vec![p.to_owned()], vec![]]).to_string()
            }),
            ("Vec<Display>", |p| {
                $place!(vec![Shown(p.to_owned())]).to_string()
            }),
            ("[Option<Display>]", |p| {
                $place!([Some(Pieces(p)), None]).to_string()
            }),
            ("Option<&[Display]>", |p| {
                $place!(Some(&[Pieces(p)][..])).to_string()
            }),
            ("Rc<Vec<&str>>", |p| {
                $place!(Rc::new(halves(p).to_vec())).to_string()
            }),
            ("VecDeque", |p| {
                $place!(VecDeque::from(halves(p))).to_string()
            }),
            ("LinkedList", |p| {
                $place!(LinkedList::from(halves(p)).into_iter()).to_string()
            }),
            ("BTreeSet", |p| $place!(BTreeSet::from([p])).to_string()),
            ("Vec<char>", |p| {
                $place!(p.chars().collect::<Vec<char>>()).to_string()
            }),
            ("chars", |p| $place!(p.chars()).to_string()),
            ("chars, mapped to text", |p| {
                $place!(p.chars().map(String::from)).to_string()
            }),
            ("an iterator", |p| {
                $place!(halves(p).into_iter()).to_string()
            }),
            ("an iterator of references", |p| {
                $place!(halves(p).iter()).to_string()
            }),
            ("a mapped iterator", |p| {
                $place!(halves(p).iter().map(|half| half.to_owned())).to_string()
            }),
            ("a chain", |p| {
                $place!(Some(p).into_iter().chain(None)).to_string()
            }),
            ("an iterator of options", |p| {
                $place!(halves(p).into_iter().map(Some)).to_string()
            }),
            ("an iterator of Display", |p| {
                $place!([p].into_iter().map(Pieces)).to_string()
            }),
            ("an iterator of format_args!", |p| {
                $place!(Some(format_args!("{p}")).into_iter()).to_string()
            }),
            ("split_inclusive", |p| {
                $place!(p.split_inclusive(['<', '"'])).to_string()
            }),
            ("&mut an iterator", |p| $place!(&mut p.chars()).to_string()),
            ("a boxed iterator", |p| {
                $place!(Box::new(p.chars()) as Box<dyn Iterator<Item = char> + '_>).to_string()
            }),
        ];
        printings
    }};
}

/// Prints markup that holds the payload, in its own ways, in a place.
macro_rules! markup {
    ($place:ident) => {{
        use crate::types::{Shown, halves};
        let printings: &[isle_tests::oracle::Printing] = &[
            ("Html", |p| $place!(html! { {p} }).to_string()),
            ("&Html", |p| $place!(&html! { {p} }).to_string()),
            ("Option<Html>", |p| $place!(Some(html! { {p} })).to_string()),
            ("Vec<Html>", |p| $place!(halves(p).map(|half| html! { {half} }).to_vec()).to_string()),
            ("an iterator of Html", |p| $place!(halves(p).into_iter().map(|half| html! { {half} })).to_string()),
            ("map to markup", |p| $place!(halves(p).iter().map(|half| <>{half}</>)).to_string()),
            ("for", |p| $place!(for half in halves(p) { <>{half}</> }).to_string()),
            ("if with markup", |p| $place!(if true { <>{p}</> }).to_string()),
            ("if let", |p| $place!(if let Some(p) = Some(p) { <>{p}</> } else { <>"none"</> }).to_string()),
            ("&&", |p| $place!(!p.is_empty() && <>{p}</>).to_string()),
            ("match with markup", |p| $place!(match p { "" => <>"none"</>, other => <>{other}</> }).to_string()),
            ("while let", |p| {
                let mut rest = vec![Shown(p.to_owned())];
                $place!(while let Some(next) = rest.pop() { <>{next}</> }).to_string()
            }),
            ("markup in a closure", |p| $place!(Some(p).map(|p| <>{p}</>)).to_string()),
            ("a trusted copy of what isle printed", |p| $place!(Html::trusted(html! { {p} }.to_string())).to_string()),
        ];
        printings
    }};
}

pub(crate) use {markup, several, single};
