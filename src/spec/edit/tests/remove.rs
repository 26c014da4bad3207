//! Items of lists, and the fields that go with the last.

use super::{Outcome, Refusal, edited, one, refused};
use crate::model::Action;

fn gone(source: &str, typed: &str) -> String {
    one(source, typed, Action::RemoveItem)
}

#[test]
fn an_item_between_brackets_goes_with_its_comma() {
    assert_eq!(gone("a: [x, y, z] # c\n", "x"), "a: [y, z] # c\n");
    assert_eq!(gone("a: [x, y, z] # c\n", "y"), "a: [x, z] # c\n");
    assert_eq!(gone("a: [x, y, z] # c\n", "z"), "a: [x, y] # c\n");
    assert_eq!(gone("a: [ x , y ]\n", "y"), "a: [ x ]\n");
    assert_eq!(gone("a: [x,y,]\n", "y"), "a: [x,]\n");
    assert_eq!(gone("a: ['x, y', \"z\"]\n", "'x, y'"), "a: [\"z\"]\n");
    assert_eq!(gone("a: [x,\n    y]\n", "y"), "a: [x]\n");
    assert_eq!(gone("a: [x, # c\n    y]\n", "y"), "a: [x, # c\n    ]\n");
    assert_eq!(gone("a: [x, # c\n    y]\n", "x"), "a: [ # c\n    y]\n");
    assert_eq!(gone("a: [x, y, # c\n    z]\n", "y"), "a: [x, # c\n    z]\n");
}

#[test]
fn an_item_on_a_line_of_its_own_goes_with_the_line() {
    let source = "a: [\n  # one\n  x, # why x\n  # two\n  y  # why y, too\n  # three\n]\n";
    assert_eq!(gone(source, "x"), "a: [\n  # one\n  # two\n  y  # why y, too\n  # three\n]\n");
    assert_eq!(gone(source, "y"), "a: [\n  # one\n  x, # why x\n  # two\n  # three\n]\n");
    assert_eq!(gone("a: [\n  x\n  , y\n  , z\n]\n", "y"), "a: [\n  x\n  , z\n]\n");
    assert_eq!(gone("a: [\r\n  x,\r\n  y,\r\n]\r\n", "y"), "a: [\r\n  x,\r\n]\r\n");
}

#[test]
fn an_item_behind_a_dash_goes_with_its_line() {
    let source = "a:\n  # one\n  - x # why x\n  # two\n  - y\n  # three\nb: 1\n";
    assert_eq!(gone(source, "x"), "a:\n  # one\n  # two\n  - y\n  # three\nb: 1\n");
    assert_eq!(gone(source, "y"), "a:\n  # one\n  - x # why x\n  # two\n  # three\nb: 1\n");
    assert_eq!(gone("a:\n- x\n-\n  y\nb: 1\n", "y"), "a:\n- x\nb: 1\n");
    assert_eq!(gone("- x\n- 'y\n  # z' # c\n- z\n", "'y\n  # z'"), "- x\n- z\n");
    assert_eq!(gone("a:\r\n  - x\r\n  - y", "y"), "a:\r\n  - x");
    assert_eq!(gone("a:\n  - &m !t x\n  - y\n", "x"), "a:\n  - y\n");
}

#[test]
fn the_last_item_takes_the_field_with_it() {
    assert_eq!(gone("- b: 1\n  a: [x] # c\n  d: 2\n", "x"), "- b: 1\n  d: 2\n");
    assert_eq!(
        gone("- b: 1\n  # c\n  a: # d\n    # e\n    - x # f\n    # g\n  d: 2\n", "x"),
        "- b: 1\n  # c\n    # e\n    # g\n  d: 2\n"
    );
    assert_eq!(gone("- b: 1\n  a: [\n    # c\n    x,\n  ]\n", "x"), "- b: 1\n    # c\n");
    assert_eq!(gone("- a: [x]  # c\n  b: 1\n", "x"), "- b: 1\n");
    assert_eq!(gone("-\n  a: [x]\n  b: 1\n", "x"), "-\n  b: 1\n");
    assert_eq!(gone("- b: 1\n  a: [x]", "x"), "- b: 1");
    assert_eq!(gone("- { a: [x], b: 1 }\n", "x"), "- { b: 1 }\n");
    assert_eq!(gone("- { b: 1, a: [x] }\n", "x"), "- { b: 1 }\n");
    assert_eq!(gone("- { b: 1, \"a\": &m [ x ], c: 2 } # c\n", "x"), "- { b: 1, c: 2 } # c\n");
    assert_eq!(gone("- {\n    b: 1,\n    a: [x], # c\n  }\n", "x"), "- {\n    b: 1,\n  }\n");
}

#[test]
fn a_list_is_left_empty_where_its_field_has_to_stay() {
    assert_eq!(gone("- a: [x]\n  # c\n  b: 1\n", "x"), "- a: []\n  # c\n  b: 1\n");
    assert_eq!(gone("a: [x]\n", "x"), "a: []\n");
    assert_eq!(gone("- [ x ]\n", "x"), "- [  ]\n");
    assert_eq!(refused("a:\n  - x\n", "x", Action::RemoveItem), Refusal::Unproven);
    assert_eq!(refused("? a\n: - x\n", "x", Action::RemoveItem), Refusal::Unproven);
}

#[test]
fn the_last_of_several_waits() {
    let all = [("x", Action::RemoveItem), ("y", Action::RemoveItem), ("z", Action::RemoveItem)];
    let source = "b: 1\na:\n  - x\n  - y\n  - z\n";
    let (text, outcomes) = edited(source, &all);
    assert_eq!(text, "b: 1\na:\n  - z\n");
    assert_eq!(outcomes, [Outcome::Done, Outcome::Done, Outcome::Later]);
    let (text, outcomes) = edited("a: [w, x, y, z]\n", &all);
    assert_eq!(text, "a: [w, z]\n");
    assert_eq!(outcomes, [Outcome::Done, Outcome::Done, Outcome::Later]);
}
