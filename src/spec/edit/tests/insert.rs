//! Fields and items behind others.

use super::{edited, one, refused};
use crate::model::{Action, Field, New};
use crate::spec::edit::{Outcome, Refusal};

fn text(name: &str, text: &str) -> Field {
    Field::new(name, New::Text(text.to_owned()))
}

fn fields(fields: &[(&str, &str)]) -> Action {
    Action::AddFields(fields.iter().map(|(name, value)| text(name, value)).collect())
}

fn items(items: &[&str]) -> Action {
    Action::AddItems(items.iter().map(|item| New::Text((*item).to_owned())).collect())
}

fn entry(code: &str, name: &str) -> New {
    let name = Field { note: Some("proposed".to_owned()), ..text("name", name) };
    New::Map(vec![Field::new("code", New::Plain(code.to_owned())), name])
}

#[test]
fn a_field_stands_below_its_neighbour() {
    let added = |source: &str, typed: &str| one(source, typed, fields(&[("b", "x: y")]));
    assert_eq!(added("a: 1\n", "1"), "a: 1\nb: \"x: y\"\n");
    assert_eq!(added("a: 1", "1"), "a: 1\nb: \"x: y\"");
    assert_eq!(added("a: 1 # one\n# two\n", "1"), "a: 1 # one\nb: \"x: y\"\n# two\n");
    assert_eq!(added("- a: 1\n- 2\n", "1"), "- a: 1\n  b: \"x: y\"\n- 2\n");
    assert_eq!(added("-   c: 0\n    a: 1\n", "1"), "-   c: 0\n    a: 1\n    b: \"x: y\"\n");
    assert_eq!(added("a: |\n  one\n  two\n\nz: 1\n", "one\n  two"), {
        "a: |\n  one\n  two\nb: \"x: y\"\n\nz: 1\n"
    });
    assert_eq!(added("a: 1\r\nc: 2\r\n", "1"), "a: 1\r\nb: \"x: y\"\r\nc: 2\r\n");
    assert_eq!(added("a:\n  c: 2\nz: 1\n", "c: 2"), "a:\n  c: 2\nb: \"x: y\"\nz: 1\n");
}

#[test]
fn a_field_stands_between_the_same_brackets() {
    let added = |source: &str, typed: &str| one(source, typed, fields(&[("b", "x, y")]));
    assert_eq!(added("{ a: 1 }\n", "1"), "{ a: 1, b: \"x, y\" }\n");
    assert_eq!(added("m: {a: 1,}\n", "1"), "m: {a: 1, b: \"x, y\",}\n");
    assert_eq!(added("{\n  a: 1, # one\n  c: 2 # two\n}\n", "2"), {
        "{\n  a: 1, # one\n  c: 2, b: \"x, y\" # two\n}\n"
    });
}

#[test]
fn items_stand_in_the_lines_below() {
    let one_more = Action::AddItems(vec![entry("2", "B"), entry("3", "NO")]);
    let added = |source: &str, typed: &str| one(source, typed, one_more.clone());
    assert_eq!(added("codes:\n  - code: 1\n    name: A\n# end\n", "code: 1\n    name: A"), {
        "codes:\n  - code: 1\n    name: A\n  - code: 2\n    name: B # proposed\n  - code: 3\n    \
         name: \"NO\" # proposed\n# end\n"
    });
    assert_eq!(added("- { code: 1 }\n", "{ code: 1"), {
        "- { code: 1 }\n- code: 2\n  name: B # proposed\n- code: 3\n  name: \"NO\" # proposed\n"
    });
}

#[test]
fn items_stand_apart_where_others_do() {
    let added = |source: &str| one(source, "2", items(&["3"]));
    assert_eq!(added("- 1\n\n- 2\n"), "- 1\n\n- 2\n\n- \"3\"\n");
    assert_eq!(added("- 1\n# c\n- 2\n"), "- 1\n# c\n- 2\n- \"3\"\n");
}

#[test]
fn items_stand_between_the_same_brackets() {
    let added = |source: &str, typed: &str| one(source, typed, items(&["ja", "a, b"]));
    assert_eq!(added("l: [zh, en]\n", "en"), "l: [zh, en, ja, \"a, b\"]\n");
    assert_eq!(added("l: [zh]\n", "zh"), "l: [zh, ja, \"a, b\"]\n");
    assert_eq!(added("l: [\n  zh,\n  en,\n]\n", "en"), {
        "l: [\n  zh,\n  en,\n  ja,\n  \"a, b\",\n]\n"
    });
    assert_eq!(added("l: [\n  zh,\n  en # main\n]\n", "en"), {
        "l: [\n  zh,\n  en, # main\n  ja,\n  \"a, b\"\n]\n"
    });
    assert_eq!(added("l: [\r\n  zh ]\r\n", "zh"), "l: [\r\n  zh, ja, \"a, b\" ]\r\n");
}

#[test]
fn notes_take_lines_of_their_own_between_brackets() {
    let one_more = Action::AddItems(vec![entry("2", "B"), entry("3", "C")]);
    let added = |source: &str| one(source, "{ code: 1", one_more.clone());
    assert_eq!(added("l: [{ code: 1 }]\n"), {
        "l: [{ code: 1 },\n  { code: 2, name: B }, # proposed\n  { code: 3, name: C } # proposed\n  ]\n"
    });
    assert_eq!(added("l: [{ code: 1 }, ] # end\n"), {
        "l: [{ code: 1 },\n  { code: 2, name: B }, # proposed\n  { code: 3, name: C }, # proposed\n  ] # end\n"
    });
    assert_eq!(added("l: [\n  { code: 1 } # one\n]\n"), {
        "l: [\n  { code: 1 }, # one\n  { code: 2, name: B }, # proposed\n  { code: 3, name: C } # proposed\n]\n"
    });
    assert_eq!(added("{ l: [{ code: 1 }] }\n"), {
        "{ l: [{ code: 1 }, { code: 2, name: B }, { code: 3, name: C }] }\n"
    });
}

#[test]
fn one_text_becomes_several() {
    let both = || Action::Plain("{ en: a, zh: 甲 }".to_owned());
    assert_eq!(one("m: a # c\n", "a", both()), "m: { en: a, zh: 甲 } # c\n");
    assert_eq!(one("m: |\n  a\nn: 1\n", "a", both()), "m: { en: a, zh: 甲 }\nn: 1\n");
}

#[test]
fn what_an_alias_reads_as_well_is_left_alone() {
    let source = "a: &x { en: b }\nc: *x\n";
    assert_eq!(refused(source, "b", fields(&[("zh", "d")])), Refusal::Shared);
}

#[test]
fn what_is_not_proven_is_refused() {
    let add = || fields(&[("b", "x")]);
    // The line break at the end belongs to the text.
    assert_eq!(refused("a: |+\n  one\n\n", "one", add()), Refusal::Unproven);
    assert_eq!(refused("? a\n: 1\n", "1", add()), Refusal::Unproven);
}

#[test]
fn a_field_behind_a_text_that_changes_comes_later() {
    let new = Action::Text("z".to_owned());
    let (text, outcomes) = edited("a: x\n", &[("x", new), ("x", fields(&[("b", "y")]))]);
    assert_eq!(
        (text.as_str(), outcomes.as_slice()),
        ("a: z\n", &[Outcome::Done, Outcome::Later][..])
    );
}
