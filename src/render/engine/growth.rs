//! The engine's own filters of which a short input makes much, each made anew so that it is counted
//! before it is made; and one that the engine has in no order. It knows what they do, not where they
//! stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::meter::Meter;

/// Wider is no indentation; so the engine itself sees it.
const WIDEST: usize = 1000;

/// Takes the place of the engine's own.
pub(super) fn register(tera: &mut Tera, meter: &Arc<Meter>) {
    let own = || Arc::clone(meter);
    let meter = own();
    tera.register_filter("replace", move |text: &str, args: Kwargs, _: &State<'_>| {
        let (from, to) = (args.must_get::<&str>("from")?, args.must_get::<&str>("to")?);
        let found = text.matches(from).count();
        meter.text(text.len().saturating_add(found.saturating_mul(to.len())))?;
        TeraResult::Ok(text.replace(from, to))
    });
    let meter = own();
    tera.register_filter("join", move |items: &[Value], args: Kwargs, _: &State<'_>| {
        let separator = args.get::<&str>("sep")?.unwrap_or_default();
        meter.text(items.len().saturating_mul(separator.len()))?;
        for item in items {
            meter.whole(item)?;
        }
        TeraResult::Ok(items.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator))
    });
    let meter = own();
    tera.register_filter("indent", move |text: &str, args: Kwargs, _: &State<'_>| {
        let width = args.get::<usize>("width")?.unwrap_or(4).min(WIDEST);
        let step = args.get::<&str>("indentation")?.unwrap_or(" ");
        if step.chars().count() != 1 {
            return Err(tera::Error::message("`indentation` takes one character"));
        }
        let first = args.get::<bool>("first")?.unwrap_or_default();
        let blank = args.get::<bool>("blank")?.unwrap_or_default();
        let indentation = step.repeat(width);
        meter.text(text.lines().count().saturating_mul(indentation.len()))?;
        meter.text(text.len())?;
        Ok(indented(text, &indentation, first, blank))
    });
    let meter = own();
    tera.register_filter("unique", move |items: &[Value], _: Kwargs, _: &State<'_>| {
        let mut found: Vec<Value> = Vec::new();
        for item in items {
            // Each is compared with those before it, which is faster than a round by far.
            meter.rounds(found.len() / 16, 0)?;
            if !found.contains(item) {
                found.push(item.clone());
            }
        }
        TeraResult::Ok(found)
    });
    // The engine's own gives the groups in another order from run to run.
    tera.register_filter("group_by", |items: &[Value], args: Kwargs, _: &State<'_>| {
        grouped(items, args.must_get::<&str>("attribute")?)
    });
}

fn indented(text: &str, indentation: &str, first: bool, blank: bool) -> String {
    let mut out = String::new();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let is_blank = line.trim_end_matches(['\r', '\n']).is_empty();
        if (at > 0 || first) && (at == 0 || !is_blank || blank) {
            out.push_str(indentation);
        }
        out.push_str(line);
    }
    out
}

fn grouped(items: &[Value], attribute: &str) -> TeraResult<Map> {
    let mut places = Map::new();
    let mut groups: Vec<Vec<Value>> = Vec::new();
    for item in items {
        let Some(value) = item.get_from_path(attribute) else {
            let message = format!("an item has no `{attribute}` to group it by");
            return Err(tera::Error::message(message));
        };
        if value.is_none() {
            continue;
        }
        // Only in a map does the engine let a value become a key.
        let single = Value::try_from_serializable(&BTreeMap::from([(value, true)]))?;
        for key in single.into_map().unwrap_or_default().into_keys() {
            let (at, _) = places.insert_full(key, Value::none());
            groups.resize_with(groups.len().max(at + 1), Vec::new);
            groups[at].push(item.clone());
        }
    }
    Ok(places.into_keys().zip(groups.into_iter().map(Value::from)).collect())
}
