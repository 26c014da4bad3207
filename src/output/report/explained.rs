//! Entries that a command explains, for the formats that programs read.

use serde::Serialize;
use serde_json::{Map, Value};

/// An entry as programs read it.
#[derive(Clone, Debug)]
pub struct Explained(Value);

impl Explained {
    /// What is known of an entry, how each target writes its constant, and where it is defined.
    pub fn new(entry: &impl Serialize, constants: &[(String, String)], place: &str) -> Self {
        let mut entry = serde_json::to_value(entry).unwrap_or_default();
        let constants =
            constants.iter().map(|(target, written)| (target.clone(), written.as_str().into()));
        entry["constants"] = Value::Object(constants.collect::<Map<_, _>>());
        entry["defined"] = place.into();
        Self(entry)
    }

    pub(super) const fn value(&self) -> &Value {
        &self.0
    }
}
