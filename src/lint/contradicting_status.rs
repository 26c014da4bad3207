//! `contradicting-status`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::{Catalog, Grpc, Kind};

pub(super) const RULE: Rule = Rule {
    name: "contradicting-status",
    standing: Standing::Advice(Level::Warning),
    finds: "the kind of a code and its HTTP or gRPC status say different things",
    why: "A client that looks at the status decides otherwise than one that looks at the \
          code.",
    fails: "
codes:
  - code: 0
    name: OK
    kind: success
    message: Success
    http: 500
",
    passes: "
codes:
  - code: 0
    name: OK
    kind: success
    message: Success
    http: 200
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in &catalog.entries {
        let kind = entry.kind.name();
        let is_success = entry.kind == Kind::Success;
        let http = entry.http.filter(|http| is_success && *http >= 400);
        let is_ok = |grpc: &Grpc| grpc.number() == 0;
        let grpc = entry.grpc.filter(|grpc| match entry.kind {
            Kind::Success => !is_ok(grpc),
            Kind::Warning => false,
            Kind::Error => is_ok(grpc),
        });
        let statuses = [
            http.map(|http| ("http", format!("the HTTP status {http}"))),
            grpc.map(|grpc| ("grpc", format!("the gRPC status {}", grpc.name()))),
        ];
        for (field, status) in statuses.into_iter().flatten() {
            let name = &entry.name.value;
            let message = format!("`{name}` is of the kind `{kind}`, and has {status}");
            findings.push_for(
                entry,
                findings
                    .at(entry.place(field), message)
                    .here(if is_success { "a failure" } else { "a success" })
                    .label(entry.place("kind"), format!("`{kind}`"))
                    .help("change one of the two"),
            );
        }
    }
}
