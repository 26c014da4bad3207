//! Rewrites a template before the engine sees it, and maps places back.
//!
//! Two things are changed. A line with nothing but a tag leaves no line behind. And each name
//! that is read where the engine would take an undefined one for false goes through the filter
//! [`GUARD`](super::rewrite::GUARD), so that a misspelt name is an error everywhere.

use super::expression;
use super::rewrite::{Kind, Prepared, Tag};

/// Rewrites a template.
pub(super) fn prepare(original: &str) -> Prepared {
    let mut out = Prepared::default();
    let mut at = 0;
    while let Some(tag) = next_tag(original, at) {
        let (mut before, mut after) = (tag.start, tag.end);
        if tag.kind != Kind::Print
            && let Some((line_start, line_end)) = alone(original, &tag)
        {
            (before, after) = (line_start.max(at), line_end);
        }
        out.copy(original, at, before);
        match tag.kind {
            Kind::Comment | Kind::Raw => out.copy(original, tag.start, tag.end),
            Kind::Print => expression::guard_print(original, tag.inner(), &tag, &mut out),
            Kind::Statement => expression::guard_statement(original, tag.inner(), &tag, &mut out),
        }
        at = after;
    }
    out.copy(original, at, original.len());
    out
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
        _ => expression::end_of(text, start + 2, close)?,
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
    use super::super::rewrite::GUARD;
    use super::*;

    fn prepared(text: &str) -> String {
        prepare(text).text.replace(GUARD, "d")
    }

    #[test]
    fn a_line_with_nothing_but_a_tag_leaves_none() {
        assert_eq!(prepared("a\n  {% endif %}\nb"), "a\n{% endif %}b");
        assert_eq!(prepared("{# x #}\n{# y #}\nb\n"), "{# x #}{# y #}b\n");
        assert_eq!(prepared("a {% endif %}\nb"), "a {% endif %}\nb");
        assert_eq!(prepared("a\n{%- endif %}\nb"), "a\n{%- endif %}\nb");
    }

    #[test]
    fn conditions_read_defined_names_only() {
        assert_eq!(prepared("{% if a.b %}"), "{% if (a.b|d) %}");
        assert_eq!(
            prepared("{% elif not a and b[0].c == \"x.y\" %}"),
            "{% elif not (a|d) and (b[0].c|d) == \"x.y\" %}"
        );
        assert_eq!(prepared("{% if a is defined %}"), "{% if a is defined %}");
        assert_eq!(prepared("{% if a.b is string %}"), "{% if (a.b|d) is string %}");
        assert_eq!(prepared("{% if a?.b %}"), "{% if a?.b %}");
        assert_eq!(prepared("{% set x = a.b | upper %}"), "{% set x = (a.b|d) | upper %}");
        assert_eq!(
            prepared("{% for k, v in a.b if v.c %}"),
            "{% for k, v in (a.b|d) if (v.c|d) %}"
        );
        assert_eq!(prepared("{% if f(x=a.b) == 'it''s' %}"), "{% if f(x=(a.b|d)) == 'it''s' %}");
    }

    #[test]
    fn a_name_that_is_printed_needs_no_guard() {
        assert_eq!(prepared("{{ a.b }}{{ a | upper }}"), "{{ a.b }}{{ a | upper }}");
        assert_eq!(prepared("{{ a.b ~ c }}"), "{{ (a.b|d) ~ (c|d) }}");
        assert_eq!(prepared("{{ 1 if a else none }}"), "{{ 1 if (a|d) else none }}");
        assert_eq!(prepared("{{ a | default(value=b.c) }}"), "{{ a | default(value=(b.c|d)) }}");
        assert_eq!(
            prepared("{{ [x.y for x in l if x.z] }}"),
            "{{ [(x.y|d) for x in (l|d) if (x.z|d)] }}"
        );
    }

    #[test]
    fn raw_text_comments_and_other_tags_stay() {
        for text in [
            "{% raw %}{% if a %}{{ b }}{% endraw %}",
            "{# {% if a %} #}x",
            "{% include \"a\" %}x",
            "{{ <c a={b} /> }}",
        ] {
            assert_eq!(prepared(text), text);
        }
    }

    #[test]
    fn places_map_back() {
        let original = "x\n  {% if a.b %}\ny {{ c }}";
        let prepared = prepare(original);
        for word in ["a.b", "y ", "c }}"] {
            let new = prepared.text.find(word).unwrap();
            assert_eq!(prepared.original(new), original.find(word).unwrap(), "{word}");
        }
        // The guard itself maps to the end of the name that it guards.
        let guard = prepared.text.find(GUARD).unwrap();
        let name = original.find("a.b").unwrap();
        assert_eq!(prepared.original(guard), name + 3);
        assert_eq!(prepared.guarded(guard), Some(name..name + 3));
        assert_eq!(prepared.guarded(0), None);
    }
}
