//! `overlapping-ranges`

use super::{Check, Findings, Rule, Standing};
use crate::model::Catalog;

pub(super) const RULE: Rule = Rule {
    name: "overlapping-ranges",
    standing: Standing::Validity,
    finds: "two ranges of groups have a number in common",
    why: "Whoever adds a code takes a free number of a group. Where two groups share numbers, two \
          teams will take the same one, and of a code in both nothing tells whose it is.",
    fails: "
groups:
  - { name: auth, range: [100, 199] }
  - { name: quota, range: [190, 299] }
codes:
  - code: 100
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    passes: "
groups:
  - { name: auth, range: [100, 199] }
  - { name: quota, range: [200, 299] }
codes:
  - code: 100
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut ranges: Vec<_> =
        catalog.groups.iter().flat_map(|g| g.ranges.iter().map(move |r| (r, g))).collect();
    ranges.sort_by_key(|(range, _)| range.value.first);
    // The range that reaches furthest so far is the one that a later one can overlap.
    let mut furthest: Option<usize> = None;
    for (at, (range, group)) in ranges.iter().enumerate() {
        if let Some((other, other_group)) = furthest.map(|i| ranges[i])
            && range.value.first <= other.value.last
        {
            let (one, two) = (&other_group.name.value, &group.name.value);
            let message = if one == two {
                format!("two ranges of the group `{one}` overlap")
            } else {
                format!("groups `{one}` and `{two}` overlap")
            };
            let shared = match (range.value.first, range.value.last.min(other.value.last)) {
                (first, last) if first == last => format!("both have {first}"),
                (first, last) => format!("both have {first} to {last}"),
            };
            findings.push(
                findings
                    .at(range.span, message)
                    .here(shared)
                    .label(other.span, format!("the range of `{one}`")),
            );
        }
        if furthest.is_none_or(|i| ranges[i].0.value.last < range.value.last) {
            furthest = Some(at);
        }
    }
}
