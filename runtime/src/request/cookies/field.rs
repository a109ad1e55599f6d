//! The fields of a type that is a cookie: a JSON object, or one value alone.

use std::collections::HashMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::{RawValue, to_raw_value};

use super::typed::Encoded;

/// What a field of a type with `#[derive(CookieValue)]` can be: whatever serde can write and read.
///
/// ```
/// use isle::prelude::*;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// enum Role {
///     Customer,
///     Clerk,
/// }
///
/// #[derive(CookieValue)]
/// #[cookie(name = "visitor")]
/// struct Visitor {
///     role: Role,
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a cookie can't hold `{Self}`",
    label = "can't be written as text, or not be read again",
    note = "write `#[derive(serde::Serialize, serde::Deserialize)]` above the type, or keep a value of it that is a text or a number"
)]
pub trait CookieField: Sized {
    #[doc(hidden)]
    const FIELD: Field<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned> CookieField for T {
    const FIELD: Field<T> = Field {
        write: to_raw_value,
        read: |text| serde_json::from_str(text).ok(),
    };
}

/// How a field is written and read.
#[doc(hidden)]
#[derive(Debug)]
pub struct Field<T> {
    write: fn(&T) -> serde_json::Result<Box<RawValue>>,
    read: fn(&str) -> Option<T>,
}

impl<T> Field<T> {
    /// Writes it among others.
    pub fn write(
        &self,
        name: &'static str,
        value: &T,
        fields: &mut Fields,
    ) -> serde_json::Result<()> {
        fields.0.push((name, (self.write)(value)?));
        Ok(())
    }

    /// Reads it from among others. One that is missing is `null`, as where a field was added since.
    pub fn read(&self, name: &str, fields: &HashMap<String, Box<RawValue>>) -> Option<T> {
        (self.read)(fields.get(name).map_or("null", |value| value.get()))
    }

    /// Writes the only one.
    pub fn write_alone(&self, value: &T) -> Encoded {
        (self.write)(value).map(|value| value.get().to_owned())
    }

    /// Reads the only one.
    pub fn read_alone(&self, text: &str) -> Option<T> {
        (self.read)(text)
    }
}

/// The fields of a cookie, in the type's order.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct Fields(Vec<(&'static str, Box<RawValue>)>);

impl Fields {
    /// None yet.
    pub fn new() -> Fields {
        Fields::default()
    }

    /// All of them, as a JSON object.
    pub fn text(self) -> Encoded {
        let mut text = String::from("{");
        for (index, (name, value)) in self.0.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            text.push_str(&serde_json::to_string(name)?);
            text.push(':');
            text.push_str(value.get());
        }
        text.push('}');
        Ok(text)
    }

    /// The fields in a JSON object.
    pub fn read(text: &str) -> Option<HashMap<String, Box<RawValue>>> {
        serde_json::from_str(text).ok()
    }
}
