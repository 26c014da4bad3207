//! The figures as Markdown: each job at each size, and the ratios that are watched.

use std::fmt::Write;

use super::process::Cost;

/// What is measured, in the order of [`Size::costs`].
pub(crate) const JOBS: [&str; 6] =
    ["an empty process", "YAML as events", "fresh", "the same bytes written", "unchanged", "check"];
const NOTHING: usize = 0;
const EVENTS: usize = 1;
const FRESH: usize = 2;
const WRITTEN: usize = 3;
const UNCHANGED: usize = 4;
const CHECK: usize = 5;

/// The figures of one size.
#[derive(Debug)]
pub(crate) struct Size {
    pub(crate) codes: usize,
    /// The bytes of the spec.
    pub(crate) spec: u64,
    /// The bytes of all artifacts.
    pub(crate) bytes: u64,
    pub(crate) costs: [Cost; JOBS.len()],
}

/// A row for each job at each size.
pub(crate) fn table(sizes: &[Size]) -> String {
    let mut out = String::from(
        "| Codes | Job | Wall (ms) | User CPU (ms) | Peak memory (MiB) | Bytes out |\n\
         | ---: | --- | ---: | ---: | ---: | ---: |\n",
    );
    for size in sizes {
        for (job, cost) in JOBS.iter().zip(&size.costs) {
            let bytes =
                if matches!(*job, "fresh") { size.bytes.to_string() } else { String::new() };
            let row = [
                size.codes.to_string(),
                (*job).to_owned(),
                fixed(cost.wall, 1_000),
                fixed(cost.user, 1_000),
                fixed(cost.peak, 1_024),
                bytes,
            ];
            line(&mut out, &row);
        }
    }
    out
}

/// What is watched, as ratios: of a run to the floor, and of a size to the one before, per code.
pub(crate) fn ratios(sizes: &[Size]) -> String {
    let mut out = String::from(
        "| Codes | Fresh : empty (wall) | Unchanged : empty (wall) | Fresh : floor (user CPU) | \
         Check : floor (user CPU) | Peak : YAML | Growth a code (user CPU) | Growth a code (peak) |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut before: Option<&Size> = None;
    for size in sizes {
        let cost = |job: usize| size.costs[job];
        let floor = cost(EVENTS).user + cost(WRITTEN).user;
        let growth = |of: fn(&Cost) -> u64| {
            before.map_or_else(String::new, |before| {
                let codes = ratio(size.codes as u64, before.codes as u64);
                format!("{:.2}", ratio(of(&size.costs[FRESH]), of(&before.costs[FRESH])) / codes)
            })
        };
        let row = [
            size.codes.to_string(),
            format!("{:.1}", ratio(cost(FRESH).wall, cost(NOTHING).wall)),
            format!("{:.1}", ratio(cost(UNCHANGED).wall, cost(NOTHING).wall)),
            format!("{:.1}", ratio(cost(FRESH).user, floor)),
            format!("{:.1}", ratio(cost(CHECK).user, floor)),
            format!("{:.1}", ratio(cost(FRESH).peak * 1_024, size.spec)),
            growth(|cost| cost.user),
            growth(|cost| cost.peak),
        ];
        line(&mut out, &row);
        before = Some(size);
    }
    out
}

/// What a million codes would take, should the growth from the last size but one to the last go on.
pub(crate) fn million(sizes: &[Size]) -> String {
    let [.., before, last] = sizes else { return String::new() };
    let decades = |more: f64, fewer: f64| (more / fewer).log10();
    let steps = decades(1e6, ratio(last.codes as u64, 1))
        / decades(ratio(last.codes as u64, 1), ratio(before.codes as u64, 1));
    let at_end = |of: fn(&Cost) -> u64| {
        let (last, before) = (of(&last.costs[FRESH]), of(&before.costs[FRESH]));
        ratio(last, 1) * ratio(last, before).powf(steps)
    };
    format!(
        "A million codes would take {:.0} s of user CPU and {:.1} GiB.\n",
        at_end(|cost| cost.user) / 1e6,
        at_end(|cost| cost.peak) / f64::from(1 << 20),
    )
}

fn line(out: &mut String, cells: &[String]) {
    // Writing to a string never fails.
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn fixed(number: u64, unit: u64) -> String {
    format!("{:.1}", ratio(number, unit))
}

#[allow(clippy::cast_precision_loss)]
fn ratio(one: u64, other: u64) -> f64 {
    one as f64 / other.max(1) as f64
}
