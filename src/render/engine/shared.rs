//! What the views of entries hold alike, kept once for all of them. It knows the fields of an
//! entry that are there twice, and nothing of what they mean.

use tera::value::Key;
use tera::{Map, Value};

use super::context::map_of;
use crate::model::Catalog;

/// Values that many entries have.
#[derive(Debug)]
pub(super) struct Shared {
    common: [Value; 3],
    fallback: usize,
}

impl Shared {
    /// Those of the entries of a catalog: nothing at all, and a text in no locale.
    pub(super) fn of(catalog: &Catalog) -> Self {
        let unwritten = vec![Value::none(); catalog.locales.len()];
        let common = [Value::from(Vec::<Value>::new()), Value::from(Map::new()), unwritten.into()];
        Self { common, fallback: catalog.fallback }
    }

    /// The view of an entry with such values in place of its own.
    pub(super) fn in_place(&self, entry: Value) -> Value {
        let mut fields = map_of(entry);
        for value in fields.values_mut() {
            if let Some(common) = self.common.iter().find(|common| *common == value) {
                *value = common.clone();
            }
        }
        let messages = fields.get(&Key::Str("messages")).and_then(Value::as_array);
        if let Some(message) = messages.and_then(|all| all.get(self.fallback)).cloned() {
            fields.insert("message".into(), message);
        }
        Value::from(fields)
    }
}
