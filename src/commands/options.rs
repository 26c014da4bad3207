//! The options of a target: its defaults, then the configuration, then the command line.

use super::Failure;
use super::config::TargetConfig;
use crate::model::Diagnostic;
use crate::model::words::{did_you_mean, one_of, quoted};
use crate::render::{OptionSpec, Options, Target};

/// `--set target.option=value`
#[derive(Debug)]
pub(super) struct Set {
    pub(super) target: String,
    option: String,
    value: String,
}

impl Set {
    /// Takes it apart; `None` where it is not of that form.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (key, value) = text.split_once('=')?;
        let (target, option) = key.split_once('.')?;
        let own = str::to_owned;
        Some(Self { target: own(target), option: own(option), value: own(value) })
    }
}

/// The options of a target as they are set.
pub(super) fn settle(
    target: &Target,
    configured: Option<&TargetConfig>,
    sets: &[Set],
    findings: &mut Vec<Diagnostic>,
) -> Result<Options, Failure> {
    let specs = &target.manifest.options;
    let find = |name: &str| specs.iter().find(|option| option.name == name);
    let mut options: Options =
        specs.iter().map(|o| (o.name.clone(), (o.default.clone(), None))).collect();
    for (name, node) in configured.iter().flat_map(|c| &c.options) {
        let Some(option) = find(&name.value) else {
            findings.push(unknown(&target.name, name.value.as_str(), specs, name.span));
            continue;
        };
        if let Some(value) = option.read(node, findings) {
            options.insert(option.name.clone(), (value, Some(node.span)));
        }
    }
    for set in sets.iter().filter(|set| set.target == target.name) {
        let Some(option) = find(&set.option) else {
            let known = specs.iter().map(|o| o.name.clone()).collect();
            return Err(Failure::Unknown { what: "option", typed: set.option.clone(), known });
        };
        let Some(value) = option.parse(&set.value) else {
            let typed = format!("{}.{}={}", set.target, set.option, set.value);
            return Err(Failure::BadSet(typed, option.expected()));
        };
        options.insert(option.name.clone(), (value, None));
    }
    Ok(options)
}

fn unknown(
    target: &str,
    name: &str,
    specs: &[OptionSpec],
    place: crate::model::Span,
) -> Diagnostic {
    let message = format!("the target `{target}` has no option {}", quoted(name));
    let finding = Diagnostic::error("unknown-option", message, place);
    if specs.is_empty() {
        return finding.here("it has no options");
    }
    let names = || specs.iter().map(|o| o.name.as_str());
    finding.here(format!("expected {}", one_of(names()))).help_opt(did_you_mean(name, names()))
}
