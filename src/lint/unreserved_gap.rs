//! `unreserved-gap`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::{Catalog, Code, Entry};

pub(super) const RULE: Rule = Rule {
    name: "unreserved-gap",
    standing: Standing::Advice(Level::Warning),
    finds: "one number is missing in a run of codes, and it is not reserved",
    why: "A single gap is mostly a code that was given up. Unless it is reserved, \
          somebody takes it for something else, and old clients take that for the old \
          code.",
    fails: "
codes:
  - code: 100
    name: PRODUCT_EXISTS
    message: The product exists.
  - code: 101
    name: PRODUCT_MISSING
    message: There is no such product.
  - code: 103
    name: DEVICE_EXISTS
    message: The device exists.
  - code: 104
    name: DEVICE_MISSING
    message: There is no such device.
",
    passes: "
reserved: { codes: [102] }
codes:
  - code: 100
    name: PRODUCT_EXISTS
    message: The product exists.
  - code: 101
    name: PRODUCT_MISSING
    message: There is no such product.
  - code: 103
    name: DEVICE_EXISTS
    message: The device exists.
  - code: 104
    name: DEVICE_MISSING
    message: There is no such device.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut codes: Vec<(i128, &Entry)> = catalog
        .entries
        .iter()
        .filter_map(|entry| match entry.code.value {
            Code::Int(number) => Some((number, entry)),
            Code::Text(_) => None,
        })
        .collect();
    codes.sort_by_key(|(number, _)| *number);
    // Two in a row on each side make a run, and one that goes on.
    for window in codes.windows(4) {
        let [(a, _), (b, before), (c, after), (d, _)] = window else { continue };
        if a + 1 != *b || b + 2 != *c || c + 1 != *d {
            continue;
        }
        let gap = b + 1;
        let is_reserved = catalog.reserved.ranges.iter().any(|r| r.value.contains(gap));
        if is_reserved || catalog.group_of(before) != catalog.group_of(after) {
            continue;
        }
        findings.push_for(
            after,
            findings
                .at(after.code.span, format!("`{gap}` is missing between `{b}` and `{c}`"))
                .here("after a gap of one")
                .help(format!("if it was given up, reserve it: `reserved: {{ codes: [{gap}] }}`")),
        );
    }
}
