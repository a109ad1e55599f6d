//! What is shown, whatever it is shown as.

use crate::table::Table;

/// The whole of it.
pub struct Document {
    pub title: &'static str,
    pub sections: Vec<Section>,
}

/// A part under a heading.
#[derive(Default)]
pub struct Section {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A piece of it.
pub enum Block {
    Text(String),
    List(Vec<String>),
    Table { title: String, table: Table },
    Plot { title: String, svg: String },
    Limits(Vec<Limit>),
}

/// Something that has a limit.
#[derive(Debug, Clone)]
pub struct Limit {
    pub name: String,
    pub value: f64,
    pub most: f64,
    pub digits: usize,
}

impl Limit {
    /// Whether it is kept.
    pub fn kept(&self) -> bool {
        self.value <= self.most
    }

    /// The value, and the limit.
    pub fn figures(&self) -> (String, String) {
        let digits = self.digits;
        let most = format!("{:.digits$}", self.most);
        let most = if most.contains('.') {
            most.trim_end_matches('0').trim_end_matches('.')
        } else {
            &most
        };
        (format!("{:.digits$}", self.value), most.to_owned())
    }
}
