//! Values that begin with a sign of YAML: texts that need quotes, and aliases without an anchor.

use super::super::aliases::anchors;
use super::super::events::{Stop, Why};
use super::brackets::quoting;
use super::draft::Draft;
use super::proposal::Proposal;
use super::words::shown;
use crate::model::words::did_you_mean;

/// Signs that no text begins with unless it is in quotes.
const SIGNS: [char; 11] = ['@', '`', '%', '*', '&', '!', '|', '>', '?', '-', ','];

pub(super) fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    let Some(sign) = draft.text[stop.at..].chars().next().filter(|c| SIGNS.contains(c)) else {
        return Vec::new();
    };
    let number = draft.number(stop.at);
    let line = draft.line(number);
    let value = draft.value(number);
    let is_field = line.parts().key.is_some() && value.start == stop.at;
    // Elsewhere than after a key these begin an item or a key of their own.
    if matches!(sign, '-' | '?') && !is_field {
        return Vec::new();
    }
    let place = if value.start == stop.at {
        value
    } else {
        // Between brackets, the value is what stands up to the next comma or bracket.
        let rest = &draft.text[stop.at..line.end()];
        let end = rest.find([',', '}', ']']).unwrap_or(rest.len());
        stop.at..stop.at + rest[..end].trim_end().len()
    };
    let typed = &draft.text[place.clone()];
    let at = stop.at..stop.at + 1;
    let name = typed.strip_prefix('*').filter(|name| !name.contains(' ') && !name.is_empty());
    if let Some(name) = name.filter(|_| matches!(stop.why, Why::UnknownAnchor)) {
        return vec![unknown(draft, place.clone(), name).past(stop.at)];
    }
    if matches!(stop.why, Why::Cycle) {
        return vec![cycle(place, typed).past(stop.at)];
    }
    let named = if sign == '`' { "a backtick".to_owned() } else { format!("`{sign}`") };
    let message = format!("a text that begins with {named} needs quotes");
    vec![quoting(draft, place, at, message).here(meaning(sign)).past(stop.at)]
}

/// What YAML takes a sign for.
fn meaning(sign: char) -> &'static str {
    match sign {
        '*' => "to YAML, this begins an alias",
        '&' => "to YAML, this begins an anchor",
        '!' => "to YAML, this begins a tag",
        '|' | '>' => "to YAML, this begins a text on the lines below",
        '?' => "to YAML, this begins a key",
        '-' => "to YAML, this begins an item of a list",
        '%' => "to YAML, this begins a directive",
        ',' => "to YAML, this ends a value",
        _ => "YAML keeps this sign for itself",
    }
}

fn cycle(place: std::ops::Range<usize>, typed: &str) -> Proposal {
    let anchor = typed.replacen('*', "&", 1);
    let edits = vec![(place.clone(), format!("\"{typed}\""))];
    Proposal::new(format!("alias {} stands in what it stands for", shown(typed)), place, edits)
        .here(format!("{} is not complete here", shown(&anchor)))
        .help("write out what it stands for, or remove it")
}

fn unknown(draft: &Draft, place: std::ops::Range<usize>, name: &str) -> Proposal {
    let above: Vec<&str> = anchors(&draft.text[..place.start]).map(|(_, name)| name).collect();
    let edits = vec![(place.clone(), format!("\"*{name}\""))];
    let proposal = Proposal::new(format!("unknown anchor {}", shown(name)), place, edits)
        .here(format!("no `&{name}` stands above"));
    match did_you_mean(name, above.iter().copied()) {
        Some(near) => proposal.help(near),
        None => proposal.help(format!("if it is a text, put it in quotes: `\"*{name}\"`")),
    }
}
