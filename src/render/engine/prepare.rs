//! Rewrites a template before the engine sees it, and maps places back.
//!
//! Three things are changed. A line with nothing but a tag leaves no line behind. Each name that
//! is read goes through a filter, so that a misspelt one is an error everywhere, and that what is
//! read counts. And what can be repeated is counted: the rounds of loops, and the uses of
//! templates, components and blocks.

use std::collections::HashMap;

use super::expression;
use super::rewrite::{ENTER, Kind, LEAVE, Prepared, Tag};
use super::words::end_of_tag;

/// Rewrites a template.
pub(super) fn prepare(original: &str) -> Prepared {
    let tags = tags(original);
    let texts = texts(original, &tags);
    let text_of = |tag: &Tag| texts.get(&tag.start).copied().unwrap_or_default();
    let mut out = Prepared::default();
    // The engine wants to see that first.
    let is_heir = tags.first().is_some_and(|tag| tag.word(original).0 == "extends");
    if !is_heir {
        let text = texts.get(&original.len()).copied().unwrap_or_default();
        let enter = out.counting(ENTER, text);
        out.insert(&format!("{{% if {enter}() %}}{{% endif %}}"), 0..0);
    }
    let mut at = 0;
    for tag in &tags {
        let (mut before, mut after) = (tag.start, tag.end);
        if tag.kind != Kind::Print
            && let Some((line_start, line_end)) = alone(original, tag)
        {
            (before, after) = (line_start.max(at), line_end);
        }
        out.copy(original, at, before);
        let (word, from) = tag.word(original);
        // What trims white space must still do so.
        let trim = |side: bool| if side { "-" } else { "" };
        if matches!(word, "endcomponent" | "endblock") {
            let left = trim(original[tag.start + 2..].starts_with('-'));
            out.insert(&format!("{{%{left} if {LEAVE}() %}}{{% endif %}}"), from..from);
        }
        match tag.kind {
            Kind::Comment | Kind::Raw => out.copy(original, tag.start, tag.end),
            Kind::Print => expression::print(original, tag, &mut out),
            Kind::Statement => expression::statement(original, tag, text_of(tag), &mut out),
        }
        if matches!(word, "component" | "block") {
            let right = trim(original[..tag.end - 2].ends_with('-'));
            let enter = out.counting(ENTER, text_of(tag));
            let enter = format!("{{% if {enter}() %}}{{% endif {right}%}}");
            out.insert(&enter, from..tag.inner(original).1);
        }
        at = after;
    }
    out.copy(original, at, original.len());
    if !is_heir {
        let end = original.trim_end().len();
        out.insert(&format!("{{% if {LEAVE}() %}}{{% endif %}}"), end..end);
    }
    out
}

/// Every tag, in order.
pub(super) fn tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(tag) = next_tag(text, at) {
        at = tag.end;
        tags.push(tag);
    }
    tags
}

/// The bytes that each use of a template, and each round or use of what a tag begins, may print as
/// they are: by the beginning of the tag, and by the end of the text for the template itself.
fn texts(text: &str, tags: &[Tag]) -> HashMap<usize, usize> {
    let mut texts = HashMap::new();
    let mut open = vec![(text.len(), 0)];
    let mut at = 0;
    for tag in tags {
        let is_shown = matches!(tag.kind, Kind::Print | Kind::Raw);
        if let Some((_, bytes)) = open.last_mut() {
            *bytes += if is_shown { tag.end - at } else { tag.start - at };
        }
        at = tag.end;
        match tag.word(text).0 {
            "for" | "component" | "block" => open.push((tag.start, 0)),
            "endfor" | "endcomponent" | "endblock" if open.len() > 1 => texts.extend(open.pop()),
            _ => {}
        }
    }
    if let Some((_, bytes)) = open.last_mut() {
        *bytes += text.len() - at;
    }
    texts.extend(open);
    texts
}

fn next_tag(text: &str, from: usize) -> Option<Tag> {
    let bytes = text.as_bytes();
    let start = (from..bytes.len().saturating_sub(1))
        .find(|&i| bytes[i] == b'{' && matches!(bytes[i + 1], b'{' | b'%' | b'#'))?;
    let (kind, close) = match bytes[start + 1] {
        b'#' => (Kind::Comment, "#}"),
        b'%' => (Kind::Statement, "%}"),
        _ => (Kind::Print, "}}"),
    };
    let end = match kind {
        Kind::Comment => start + 2 + text[start + 2..].find(close)? + 2,
        _ => end_of_tag(text, start + 2, close)?,
    };
    let word = text[start + 2..end - 2].trim_matches(|c: char| c == '-' || c.is_whitespace());
    if kind == Kind::Statement && word == "raw" {
        let close = text[end..].find("endraw").map(|i| end + i)?;
        let end = close + text[close..].find("%}")? + 2;
        return Some(Tag { kind: Kind::Raw, start, end });
    }
    Some(Tag { kind, start, end })
}

/// From the start of its line to the start of the next, for a tag that stands alone there and
/// has no say of its own (`-`) on white space.
fn alone(text: &str, tag: &Tag) -> Option<(usize, usize)> {
    let inner = &text[tag.start + 2..tag.end - 2];
    if tag.kind == Kind::Raw || inner.starts_with('-') || inner.ends_with('-') {
        return None;
    }
    let line_start = text[..tag.start].rfind('\n').map_or(0, |i| i + 1);
    let line_end = text[tag.end..].find('\n').map_or(text.len(), |i| tag.end + i + 1);
    let blank = |part: &str| part.chars().all(|c| c == ' ' || c == '\t' || c == '\n');
    let is_alone = blank(&text[line_start..tag.start]) && blank(&text[tag.end..line_end]);
    is_alone.then_some((line_start, line_end))
}

#[cfg(test)]
mod tests {
    use super::super::rewrite::{DEFINED, MADE, MAYBE, ROUNDS, TAKEN};
    use super::*;

    /// The rewritten text with short names, but for what counts the template itself.
    fn prepared(text: &str) -> String {
        let mut text = prepare(text).text;
        for (name, short) in
            [(DEFINED, "d"), (TAKEN, "t"), (MAYBE, "m"), (ROUNDS, "r"), (MADE, "made")]
        {
            text = text.replace(name, short);
        }
        let body = text.split_once("{% endif %}").unwrap().1;
        body.strip_suffix("{% if __leave() %}{% endif %}").unwrap().to_owned()
    }

    #[test]
    fn a_line_with_nothing_but_a_tag_leaves_none() {
        assert_eq!(prepared("a\n  {% endif %}\nb"), "a\n{% endif %}b");
        assert_eq!(prepared("{# x #}\n{# y #}\nb\n"), "{# x #}{# y #}b\n");
        assert_eq!(prepared("a {% endif %}\nb"), "a {% endif %}\nb");
        assert_eq!(prepared("a\n{%- endif %}\nb"), "a\n{%- endif %}\nb");
    }

    #[test]
    fn only_defined_names_are_read() {
        for (text, expected) in [
            ("{% if a.b %}", "{% if (a.b|d) %}"),
            (
                "{% elif not a and b[0].c == \"x.y\" %}",
                "{% elif not (a|d) and (b[0].c|d) == \"x.y\" %}",
            ),
            ("{% if a is defined %}", "{% if a is defined %}"),
            ("{% if a.b is string %}", "{% if (a.b|d) is string %}"),
            ("{% if a?.b %}", "{% if (a?.b|m) %}"),
            ("{% set x = a.b | upper %}", "{% set x = (a.b|d) | upper %}"),
            ("{% set x | upper %}", "{% set x | upper %}"),
            ("{% if f(x=a.b) == 'it''s' %}", "{% if f(x=(a.b|d))|made == 'it''s' %}"),
            ("{{ a.b }}{{- a | upper -}}", "{{ (a.b|t) }}{{- (a|t) | upper -}}"),
            ("{{ 1 if a else none }}", "{{ 1 if (a|d) else none }}"),
            ("{{ a | default(value=b.c) }}", "{{ (a|m) | default(value=(b.c|t)) }}"),
            ("{{ <c a={b} c=\"d\" e /> }}", "{{ <c a={(b|d)} c=\"d\" e /> }}"),
            ("{% <c a={b}> %}x{% </c> %}", "{% <c a={(b|d)}> %}x{% </c> %}"),
            ("{% set x = <c {...b} /> %}", "{% set x = <c {...(b|d)} /> %}"),
        ] {
            assert_eq!(prepared(text), expected);
        }
    }

    #[test]
    fn what_is_taken_over_is_counted() {
        for (text, expected) in [
            ("{{ a ~ b | sort }}", "{{ (a|t) ~ (b|t) | sort|made }}"),
            ("{{ a | length }}", "{{ (a|d) | length }}"),
            (
                "{% set x = [a, b[1:], 'c' if d else e] %}",
                "{% set x = [(a|t), (b[1:]|t), 'c' if (d|d) else (e|t)] %}",
            ),
            ("{% set x = [y for y in z] %}", "{% set x = [(y|d) for y in ( (z|d))|r35] %}"),
            ("{% set x = [[y for y in z]] %}", "{% set x = [[(y|t) for y in ( (z|d))|r35]] %}"),
            ("{% set x = {a: b, ...c} %}", "{% set x = {a: (b|t), ...(c|t)} %}"),
            (
                "{% if a == b and c or d in e %}",
                "{% if (a|d) == (b|t) and (c|d) or (d|d) in (e|t) %}",
            ),
            ("{% if a is not containing(pat=b) %}", "{% if (a|t) is not containing(pat=(b|d)) %}"),
            (
                "{% set x = (a < b) | split(pat=c) %}",
                "{% set x = ((a|d) < (b|t)) | split(pat=(c|d))|made %}",
            ),
        ] {
            assert_eq!(prepared(text), expected);
        }
    }

    #[test]
    fn what_is_looped_over_is_counted() {
        for (text, expected) in [
            (
                "{% for k, v in a.b -%}\nab{{ v }}{% for c in d if e %}x{% endfor %}{% endfor %}",
                "{% for k, v in ( (a.b|d))|r10 -%}\nab{{ (v|t) }}\
                 {% for c in ( (d|d) if (e|d))|r1 %}x{% endfor %}{% endfor %}",
            ),
            (
                "{{ [x.y for x in f(end=l) if x.z] }}",
                "{{ [(x.y|t) for x in ( f(end=(l|d))|made)|r37 if (x.z|d)] }}",
            ),
            ("{{ [x for x in l] | join }}", "{{ [(x|t) for x in ( (l|d))|r35] | join }}"),
        ] {
            assert_eq!(prepared(text), expected);
        }
    }

    #[test]
    fn components_and_blocks_are_counted() {
        assert_eq!(
            prepared("{% component c(a) -%}ab{{ a }}{%- endcomponent c %}"),
            "{% component c(a) -%}{% if __enter9() %}{% endif -%}ab{{ (a|t) }}\
             {%- if __leave() %}{% endif %}{%- endcomponent c %}"
        );
        let heir = prepare("{% extends \"a\" %}{% block b %}x{% endblock %}");
        assert_eq!(
            heir.text,
            "{% extends \"a\" %}{% block b %}{% if __enter1() %}{% endif %}x\
             {% if __leave() %}{% endif %}{% endblock %}"
        );
        assert!(prepare("ab{% if c %}d").text.starts_with("{% if __enter3() %}{% endif %}ab"));
    }

    #[test]
    fn raw_text_comments_and_other_tags_stay() {
        for text in [
            "{% raw %}{% if a %}{{ b }}{% endraw %}",
            "{# {% if a %} #}x",
            "{% include \"a\" %}x",
            "{{ <c a=\"b\" /> }}",
        ] {
            assert_eq!(prepared(text), text);
        }
    }

    #[test]
    fn places_map_back() {
        let original = "x\n  {% if a.b %}\ny {{ c }}";
        let prepared = prepare(original);
        for word in ["a.b", "y ", "c"] {
            let new = prepared.text.find(word).unwrap();
            assert_eq!(prepared.original(new), original.find(word).unwrap(), "{word}");
        }
        // What was inserted stands for the name that it guards.
        let guard = prepared.text.find(DEFINED).unwrap();
        let name = original.find("a.b").unwrap();
        assert_eq!(prepared.inserted(guard), Some(name..name + 3));
        assert_eq!(prepared.inserted(prepared.text.find("y ").unwrap()), None);
    }
}
