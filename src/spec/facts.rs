//! Facts of an entry that have a value set of their own: statuses, deprecation, parameters.

use super::name;
use super::texts::{self, Locales};
use crate::model::fields::{self, Fields, open_map};
use crate::model::node::{Node, Value};
use crate::model::words::{did_you_mean, quoted, respelt};
use crate::model::{
    Action, Deprecated, Diagnostic, Grpc, Kind, Localized, Param, ParamType, Spanned,
    is_parameter_name,
};

const DEPRECATED_FIELDS: [&str; 3] = ["since", "use", "reason"];
const PARAM_FIELDS: [&str; 2] = ["type", "description"];

/// An HTTP status: three digits, the first from 1 to 5 (RFC 9110, section 15).
pub(super) fn http(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<u16> {
    let number = fields::integer(node, "an HTTP status", findings)?;
    let status = u16::try_from(number).ok().filter(|n| (100..600).contains(n));
    if status.is_none() {
        findings.push(
            Diagnostic::error("invalid-http", format!("{number} is not an HTTP status"), node.span)
                .here("expected a number from 100 to 599"),
        );
    }
    status
}

/// A gRPC status by name or number.
pub(super) fn grpc(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<Grpc> {
    let (found, status) = match &node.value {
        Value::Int(number) => (number.to_string(), Grpc::from_number(*number)),
        Value::Text(name) => (name.clone(), Grpc::from_name(name)),
        _ => {
            findings.push(fields::wrong_type(node, "the name or number of a gRPC status"));
            return None;
        }
    };
    if status.is_none() {
        let message = format!("{} is not a gRPC status", quoted(&found));
        let finding = Diagnostic::error("invalid-grpc", message, node.span)
            .here("expected a name such as `NOT_FOUND`, or a number from 0 to 16");
        let number = found.parse().ok().and_then(Grpc::from_number);
        let near = did_you_mean(&found, Grpc::NAMES);
        findings.push(match (respelt(&found, Grpc::NAMES), number) {
            (Some(name), _) => {
                finding.help_opt(near).edit(node.span, Action::Text(name.to_owned()))
            }
            (_, Some(status)) => {
                let plain = status.number().to_string();
                finding.help(format!("write `{plain}`")).edit(node.span, Action::Plain(plain))
            }
            _ => finding.help_opt(near),
        });
    }
    status
}

/// Success, warning or error.
pub(super) fn kind(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<Kind> {
    fields::choice(node, "kind", &Kind::ALL.map(|kind| (kind.name(), kind)), findings)
}

/// Why not to use the code any more.
pub(super) fn deprecated(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<Deprecated> {
    let fields = Fields::of(node, "`deprecated`", &DEPRECATED_FIELDS, findings)?;
    let mut text = |name, expected| {
        let node = fields.get(name)?;
        fields::filled(node, expected, findings).map(|t| t.value)
    };
    let since = text("since", "a version");
    let reason = text("reason", "a reason");
    let replacement = fields.get("use").and_then(|n| name::entry(n, findings));
    Some(Deprecated { since, replacement, reason })
}

/// The declared parameters.
pub(super) fn params(node: &Node, locales: &Locales, findings: &mut Vec<Diagnostic>) -> Vec<Param> {
    let mut params = Vec::new();
    for (name, span, value) in open_map(node, "`params`", findings) {
        if !is_parameter_name(name) {
            let message = format!("{} can't name a parameter", quoted(name));
            findings.push(
                Diagnostic::error("invalid-name", message, span)
                    .here("expected a letter, then letters, digits and `_`"),
            );
            continue;
        }
        let Some((param_type, description)) = param(value, locales, findings) else { continue };
        let name = Spanned::new(name.to_owned(), span);
        params.push(Param { name, param_type, description });
    }
    params
}

fn param(
    node: &Node,
    locales: &Locales,
    findings: &mut Vec<Diagnostic>,
) -> Option<(ParamType, Localized<Spanned<String>>)> {
    let fields = Fields::of(node, "parameter", &PARAM_FIELDS, findings)?;
    let types = ParamType::ALL.map(|param_type| (param_type.name(), param_type));
    let param_type = fields
        .get("type")
        .and_then(|n| fields::choice(n, "parameter type", &types, findings))
        .unwrap_or_default();
    let description = fields
        .get("description")
        .map_or_else(Localized::default, |n| texts::localized(n, "description", locales, findings));
    Some((param_type, description))
}
