//! The files of islands, as the compiler embedded them.

/// A component that comes alive in the browser, as its markup and its page know it.
#[derive(Debug)]
pub struct Island {
    /// The component's name.
    pub name: &'static str,
    /// Its module.
    pub file: &'static File,
    /// The style sheets of each page that shows it.
    pub styles: &'static [&'static File],
    /// What renders it on the server, where that is no Rust.
    pub server: Option<&'static ServerModule>,
    /// What tells the props in TypeScript, where a component takes them.
    #[cfg(feature = "tsx")]
    pub types: Option<fn(&mut super::TypeScript)>,
    /// How many bytes of props are too many to go unsaid.
    pub budget: usize,
}

impl Island {
    /// Visits all files that its pages may load.
    pub(crate) fn each(&'static self, visit: &mut impl FnMut(&'static File)) {
        self.file.each(visit);
        self.styles.iter().for_each(|file| file.each(visit));
    }
}

/// A JavaScript module that renders an island on the server: `export default (props, slots) => html`, or a promise
/// of it.
#[derive(Debug)]
pub struct ServerModule {
    /// The component that it was built from, from the crate's root: `components/Cart.tsx`.
    pub path: &'static str,
    /// Where the build put it, which is what the places in its errors mean: `dist/server/Cart.js`.
    pub file: &'static str,
    /// Its text, whole: it imports nothing.
    pub text: &'static str,
    /// The file that the text came from, in debug builds: there it is read again when it changes.
    pub disk: Option<&'static str>,
}

#[cfg(feature = "tsx")]
impl ServerModule {
    /// What tells it from others: crates of one program may have components at the same path.
    pub(crate) fn key(&'static self) -> usize {
        std::ptr::from_ref(self).addr()
    }
}

/// A file for the browser: a JavaScript module, or a style sheet.
#[derive(Debug)]
pub struct File {
    /// Its name with the hash of its content, `cart-1a2b3c4d5e6f.js`: what is served under a name never changes, and its
    /// ending says what it is.
    pub name: &'static str,
    /// Its text, in which imports of other island files name them so.
    pub text: &'static str,
    /// What it imports at once.
    pub imports: &'static [&'static File],
    /// What it may import later: `import("./chart.js")`.
    pub later: &'static [&'static File],
}

impl File {
    /// Visits the file and all that it imports; a file that is imported twice is visited twice.
    pub(crate) fn each(&'static self, visit: &mut impl FnMut(&'static File)) {
        visit(self);
        let imported = self.imports.iter().chain(self.later);
        imported.for_each(|file| file.each(visit));
    }

    /// Visits the file and what it imports at once.
    pub(crate) fn each_at_once(&'static self, visit: &mut impl FnMut(&'static File)) {
        visit(self);
        self.imports
            .iter()
            .for_each(|file| file.each_at_once(visit));
    }
}
