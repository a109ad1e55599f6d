//! One field of a form, read as the type that it has.

use std::slice;

use serde::de::value::{SeqDeserializer, StrDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};

use super::problem::Problem;

/// What stands in a field.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    /// What was typed, once or more often.
    Given(&'a [String]),
    /// The form has no such field.
    Absent,
    /// Anything that the type takes, since the real value has failed before.
    StandIn,
}

impl<'a> Value<'a> {
    /// The text; `stand_in` is one that the type takes.
    fn text(self, stand_in: &'a str) -> Result<&'a str, Problem> {
        match self {
            Value::Given(values) => Ok(values.last().map(String::as_str).unwrap_or_default()),
            Value::Absent => Err(Problem::empty()),
            Value::StandIn => Ok(stand_in),
        }
    }

    /// The same, of a type for which nothing can't stand.
    fn filled(self, stand_in: &'a str) -> Result<&'a str, Problem> {
        match self.text(stand_in)?.trim() {
            "" => Err(Problem::empty()),
            text => Ok(text),
        }
    }

    fn is_empty(self) -> bool {
        match self {
            Value::Given(values) => values.last().is_none_or(String::is_empty),
            Value::Absent | Value::StandIn => true,
        }
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ty)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
            let text = self.filled("0")?;
            match text.parse::<$number>() {
                Ok(number) => visitor.$visit(number),
                Err(_) if is_whole(text) => Err(Problem::text(format!(
                    "Enter a whole number from {} to {}.", <$number>::MIN, <$number>::MAX
                ))),
                Err(_) => Err(Problem::text("Enter a whole number.")),
            }
        }
    )*};
}

fn is_whole(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = Problem;

    whole_numbers! {
        deserialize_i8 visit_i8 i8
        deserialize_i16 visit_i16 i16
        deserialize_i32 visit_i32 i32
        deserialize_i64 visit_i64 i64
        deserialize_i128 visit_i128 i128
        deserialize_u8 visit_u8 u8
        deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32
        deserialize_u64 visit_u64 u64
        deserialize_u128 visit_u128 u128
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.filled("0")?.parse::<f64>() {
            Ok(number) if number.is_finite() => visitor.visit_f64(number),
            _ => Err(Problem::text("Enter a number.")),
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.filled("0")?.parse::<f32>() {
            Ok(number) if number.is_finite() => visitor.visit_f32(number),
            _ => Err(Problem::text("Enter a number.")),
        }
    }

    /// A checkbox without a value sends `on`, and nothing when it is not ticked.
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        if let Value::Absent = self {
            return visitor.visit_bool(false);
        }
        match self.text("off")? {
            "on" | "true" | "yes" | "1" => visitor.visit_bool(true),
            "" | "off" | "false" | "no" | "0" => visitor.visit_bool(false),
            _ => Err(Problem::text("Choose yes or no.")),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let text = self.text("x")?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => visitor.visit_char(character),
            (None, _) => Err(Problem::empty()),
            _ => Err(Problem::text("Enter one character.")),
        }
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_str(self.text("")?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_str(self.text("")?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_str(self.text("")?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_str(self.text("")?)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_bytes(self.text("")?.as_bytes())
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_bytes(self.text("")?.as_bytes())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        if self.is_empty() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let text = self.text(variants.first().copied().unwrap_or_default())?;
        let text: StrDeserializer<'_, Problem> = text.into_deserializer();
        visitor.visit_enum(text)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let values = match self {
            Value::Given(values) => values,
            Value::Absent | Value::StandIn => &[],
        };
        let each = values
            .iter()
            .map(|value| Value::Given(slice::from_ref(value)));
        visitor.visit_seq(SeqDeserializer::new(each))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        self.deserialize_any(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_unit()
    }
}

impl<'de> IntoDeserializer<'de, Problem> for Value<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
