//! Reading a form into a type, with every field's error and not the first alone.
//!
//! serde stops at the first error. So the form is read again, with a stand-in for each field that
//! failed, until nothing new fails; what was read with stand-ins is thrown away.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer};
use serde::de::{MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::fields::Fields;
use super::problem::{Kind, Problem};
use super::value::Value;

/// Nobody corrects more at a time, and each costs a reading.
const MOST: usize = 32;

/// A field's name and what is wrong with it; no name if it is the whole form.
pub(super) type Found = (Option<String>, String);

pub(super) fn read<T: DeserializeOwned>(fields: &Fields) -> Result<T, Vec<Found>> {
    let given = fields
        .iter()
        .map(|(name, values)| (name, Value::Given(values)));
    let mut entries: Vec<(&str, Value<'_>)> = given.collect();
    let mut found = Vec::new();
    loop {
        let problem = match T::deserialize(Form(&entries)) {
            Ok(form) if found.is_empty() => return Ok(form),
            Ok(_) => return Err(found),
            Err(problem) => problem,
        };
        match (problem.field, &problem.kind) {
            (None, Kind::Missing(name)) if entries.iter().all(|(known, _)| known != name) => {
                entries.push((name, Value::Absent));
            }
            (Some(at), _) if !matches!(entries[at].1, Value::StandIn) => {
                let (name, _) = entries.remove(at);
                found.push((Some(name.to_owned()), problem.to_string()));
                // Behind the others, for not every type takes a stand-in.
                entries.push((name, Value::StandIn));
            }
            // All that was typed has been read by now; only what is missing can't be told.
            (Some(_), _) => return Err(found),
            (None, _) => {
                found.push((None, problem.to_string()));
                return Err(found);
            }
        }
        if found.len() == MOST {
            return Err(found);
        }
    }
}

struct Form<'a>(&'a [(&'a str, Value<'a>)]);

impl<'de> Deserializer<'de> for Form<'_> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_map(Entries {
            entries: self.0,
            next: 0,
        })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        visitor.visit_some(self)
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

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Entries<'a> {
    entries: &'a [(&'a str, Value<'a>)],
    next: usize,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        let Some((name, _)) = self.entries.get(self.next) else {
            return Ok(None);
        };
        let name: StrDeserializer<'_, Problem> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let at = self.next;
        self.next += 1;
        let value = self
            .entries
            .get(at)
            .map_or(Value::Absent, |(_, value)| *value);
        seed.deserialize(value).map_err(|problem| problem.at(at))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len() - self.next)
    }
}
