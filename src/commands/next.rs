//! `codegen next`: the next free codes.

use super::settings::{self, Overrides};
use super::{Console, Failure, Status, baseline, inspect};
use crate::model::words::count;
use crate::model::{Catalog, Free, Range, Sources, Taken};

/// Which codes are wanted.
#[derive(Clone, Debug, Default)]
pub struct Next {
    /// What the command line says of spec and targets.
    pub overrides: Overrides,
    /// The group that they are for.
    pub group: Option<String>,
    /// How many.
    pub count: usize,
    /// Baselines whose codes are taken, too.
    pub against: Vec<String>,
}

/// Prints free codes, one a line.
pub fn next(
    request: &Next,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    let Some(catalog) = inspect::sound(&settings, console, sources)? else {
        return Ok(Status::Findings);
    };
    let Some((least, greatest)) = catalog.code_type.range() else {
        return Err(Failure::NoNumbers);
    };
    let mut taken = Taken::default();
    taken.add(&catalog);
    for against in &request.against {
        taken.add(&baseline::load(against, &settings.spec, sources)?);
    }
    let group = group(request, &catalog)?;
    let ranges = match group {
        Some(group) => ranges(&catalog, group, (least, greatest)),
        // Negative codes are an exception that nobody goes on with.
        None => vec![Range { first: least.max(0), last: greatest }],
    };
    let free = taken.free(&ranges, request.count);
    print(&free, group.map(|at| catalog.groups[at].name.value.as_str()), request, console)
}

/// The group that codes are for: the one that was named, or that of the greatest code.
fn group(request: &Next, catalog: &Catalog) -> Result<Option<usize>, Failure> {
    let Some(name) = &request.group else {
        let last = catalog.entries.iter().max_by_key(|entry| &entry.code.value);
        return Ok(last.and_then(|entry| catalog.group_of(entry)));
    };
    match catalog.groups.iter().position(|group| group.name.value == *name) {
        Some(at) => Ok(Some(at)),
        None => Err(Failure::Unknown {
            what: "group",
            typed: name.clone(),
            known: catalog.groups.iter().map(|group| group.name.value.clone()).collect(),
        }),
    }
}

/// The numbers of a group, in order. One without a range has whatever no other claims.
fn ranges(catalog: &Catalog, group: usize, (least, greatest): (i128, i128)) -> Vec<Range> {
    let sorted = |ranges: &mut dyn Iterator<Item = Range>| {
        let mut ranges: Vec<Range> = ranges.collect();
        ranges.sort_by_key(|range| range.first);
        ranges
    };
    let own = &catalog.groups[group].ranges;
    if !own.is_empty() {
        return sorted(&mut own.iter().map(|range| range.value));
    }
    let others = catalog.groups.iter().flat_map(|group| &group.ranges);
    let mut free = Vec::new();
    let mut first = least.max(0);
    for other in sorted(&mut others.map(|range| range.value)) {
        if other.first > first {
            free.push(Range { first, last: other.first - 1 });
        }
        first = first.max(other.last + 1);
    }
    if first <= greatest {
        free.push(Range { first, last: greatest });
    }
    free
}

fn print(
    free: &Free,
    group: Option<&str>,
    request: &Next,
    console: &mut Console,
) -> Result<Status, Failure> {
    for code in free.above.iter().chain(&free.between) {
        console.data(&format!("{code}\n"))?;
    }
    let place = group.map_or_else(String::new, |group| format!(" in the group `{group}`"));
    if request.group.is_none() && group.is_some() {
        console.note(&format!("free{place}; `--group` names another"))?;
    }
    if !free.between.is_empty() {
        let gaps = count(free.between.len(), "code");
        console.note(&format!(
            "{gaps} from gaps: nothing is left above; make sure that nobody ever used them"
        ))?;
    }
    let found = free.above.len() + free.between.len();
    if found == request.count {
        return Ok(Status::Clean);
    }
    let left = if found == 0 {
        "no code is left".to_owned()
    } else {
        format!("only {found} of {} are left", count(request.count, "code"))
    };
    console.note(&format!("{left}{place}: widen its `range`, or add a group"))?;
    Ok(Status::Findings)
}
