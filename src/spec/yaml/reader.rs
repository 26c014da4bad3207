//! The values of a YAML text, as the reader of YAML hands them out. Knows the reader, and
//! nothing of what becomes of the values.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::budget::BudgetBreach;
use serde_yaml::{
    DuplicateKeyPolicy, Error, Location, MergeKeyPolicy, NonFiniteFloatPolicy, Options, Spanned,
};

use super::events::{Stop, Why};
use super::{DEEPEST, MOST_VALUES};

/// A value and its places.
pub(super) struct Raw<'a> {
    /// Where it is used: an alias, for all that the alias stands for.
    pub(super) used: Place,
    /// Where it is written.
    pub(super) written: Place,
    pub(super) value: Value<'a>,
}

/// A range of bytes; small, because there are millions of them.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) start: u32,
    pub(super) end: u32,
}

pub(super) enum Value<'a> {
    Null,
    Bool(bool),
    /// `None` where it is no whole number.
    Number(Option<i128>),
    Text(Cow<'a, str>),
    List(Vec<Raw<'a>>),
    Map(Vec<(Raw<'a>, Raw<'a>)>),
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Raw<'_>, Stop> {
    serde_yaml::from_str_with_options(text, options()).map_err(|error| {
        let at = error.location().map_or(0, |at| Place::of(&at).start as usize);
        Stop { at, why: why(&error) }
    })
}

fn why(error: &Error) -> Why {
    match error {
        Error::Budget { breach: BudgetBreach::Nodes { .. }, .. } => Why::Many,
        Error::Budget { breach: BudgetBreach::Depth { .. }, .. } => Why::Deep,
        Error::Budget { .. } | Error::AliasReplayLimitExceeded { .. } => Why::Copies,
        other => {
            let full = other.to_string();
            // The parser repeats in words the place that the label shows.
            let said = full.split(" at line ").next().unwrap_or(&full);
            Why::Other(said.replace('\n', " "))
        }
    }
}

fn options() -> Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: DEEPEST,
            flow_nesting_limit: DEEPEST,
            max_events: usize::MAX,
            max_nodes: MOST_VALUES,
            max_total_scalar_bytes: usize::MAX,
            max_aliases: usize::MAX,
            max_anchors: usize::MAX,
            enforce_alias_anchor_ratio: false,
            max_documents: 2,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
    }
}

impl Place {
    fn of(at: &Location) -> Self {
        let number = |n: Option<u64>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        let start = number(at.span().byte_offset());
        let length = number(at.span().byte_len());
        Self { start, end: start.saturating_add(length) }
    }
}

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Spanned::<Value<'de>>::deserialize(deserializer)?;
        let (used, written) = (Place::of(&read.referenced), Place::of(&read.defined));
        Ok(Self { used, written, value: read.value })
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Value::Number(Some(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Value::Number(Some(value.into())))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(Value::Number(Some(value)))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(Value::Number(i128::try_from(value).ok()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Value::Number(None))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(value.to_owned().into()))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Text(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        Ok(Value::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = access.next_key()? {
            pairs.push((key, access.next_value()?));
        }
        Ok(Value::Map(pairs))
    }
}
