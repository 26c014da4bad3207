//! The order that people give to names with numbers in them, which the engine's own filters lack.
//! It knows nothing of what the names are of.

use tera::{Kwargs, State, Tera, TeraResult};

/// Adds the filter `natural`.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("natural", |texts: Vec<String>, _: Kwargs, _: &State<'_>| {
        TeraResult::Ok(natural(texts))
    });
}

/// Sorts by what numbers are worth: `a9` stands before `a10`. What is equal then goes by its bytes.
fn natural(mut texts: Vec<String>) -> Vec<String> {
    texts.sort_by(|a, b| natord::compare(a, b).then_with(|| a.cmp(b)));
    texts
}
