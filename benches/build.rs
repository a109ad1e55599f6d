//! Writes the product page and the 200 small pages down for every engine.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use pages::print::{self, Printer};
use pages::small;

fn main() {
    let folder = env::var("OUT_DIR").expect("cargo sets it");
    for printer in print::ALL {
        let path = Path::new(&folder).join(format!("{}.rs", printer.name()));
        fs::write(path, written(printer)).expect("cargo's folder takes files");
    }
    println!("cargo::rerun-if-changed=build.rs");
}

/// `mod product`, and `mod small` with a list of its pages: they belong into a module beside a function `bytes`.
fn written(printer: &dyn Printer) -> String {
    let (components, page) = pages::product();
    let product = print::module(printer, &components, &page);
    let mut text = format!("pub mod product {{ use crate::data::*;\n{product}}}\n");
    let _ = writeln!(
        text,
        "pub mod small {{ use crate::data::*;\n{}",
        printer.head()
    );
    let mut list = String::new();
    for number in 0..small::PAGES {
        let page = small::page(number);
        let mut code = print::Code::default();
        printer.page(&page, &[], &mut code);
        text += &code.into_text();
        let _ = write!(list, "|item| super::super::bytes({}(item)), ", page.name);
    }
    let count = small::PAGES;
    let _ = writeln!(
        text,
        "pub const ALL: [fn(&Item) -> Vec<u8>; {count}] = [{list}]; }}"
    );
    text
}
