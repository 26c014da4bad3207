//! Several edits at once, and what is typed once and read twice.

use super::{Outcome, Refusal, apply, edited, text};
use crate::model::{Action, Edit, Sources, Span};

const SHARED: Outcome = Outcome::Refused(Refusal::Shared);

#[test]
fn edits_that_do_not_meet_are_made_together() {
    let edits = [("x ", text("y")), ("'z '", text("z"))];
    let (text, outcomes) =
        edited("a: [x , 'z ']\n", &[("x", edits[0].1.clone()), edits[1].clone()]);
    assert_eq!((text.as_str(), outcomes), ("a: [y , 'z']\n", vec![Outcome::Done; 2]));
}

#[test]
fn of_two_for_one_place_the_first_is_made() {
    let (new, outcomes) = edited("a: ' x'\n", &[("' x'", text("x")), ("' x'", text("y"))]);
    assert_eq!((new.as_str(), outcomes), ("a: 'x'\n", vec![Outcome::Done, Outcome::Later]));
    let (new, outcomes) = edited("a: ' x'\n", &[("' x'", text("x")), ("' x'", text("x"))]);
    assert_eq!((new.as_str(), outcomes), ("a: 'x'\n", vec![Outcome::Done; 2]));
    let (new, outcomes) =
        edited("b: 1\na: [' x']\n", &[("' x'", text("x")), ("' x'", Action::RemoveItem)]);
    assert_eq!((new.as_str(), outcomes), ("b: 1\na: ['x']\n", vec![Outcome::Done, Outcome::Later]));
}

#[test]
fn one_that_fails_leaves_the_others() {
    let plain = Action::Plain("1".to_owned());
    let source = "a: '1'\nb: !!str '1'\nc: \"1\"\n";
    let (new, outcomes) = edited(source, &[("'1'", plain.clone()), ("\"1\"", plain.clone())]);
    assert_eq!((new.as_str(), outcomes), ("a: 1\nb: !!str '1'\nc: 1\n", vec![Outcome::Done; 2]));
    let source = "a: !!str '1'\nb: \"1\"\nc: '2'\n";
    let (new, outcomes) =
        edited(source, &[("'1'", plain.clone()), ("\"1\"", plain), ("'2'", text("3"))]);
    assert_eq!(new, "a: !!str '1'\nb: 1\nc: '3'\n");
    assert_eq!(outcomes, [Outcome::Refused(Refusal::Unproven), Outcome::Done, Outcome::Done]);
}

#[test]
fn what_is_read_twice_changes_where_both_want_it() {
    let source = "a: &m 'x '\nb: *m\n";
    let (new, outcomes) = edited(source, &[("'x '", text("x"))]);
    assert_eq!((new.as_str(), outcomes), (source, vec![SHARED]));
    let (new, outcomes) = edited(source, &[("*m", text("x"))]);
    assert_eq!((new.as_str(), outcomes), (source, vec![SHARED]));
    let (new, outcomes) = edited(source, &[("'x '", text("x")), ("*m", text("y"))]);
    assert_eq!((new.as_str(), outcomes), (source, vec![SHARED; 2]));
    let (new, outcomes) = edited(source, &[("'x '", text("x")), ("*m", text("x"))]);
    assert_eq!((new.as_str(), outcomes), ("a: &m 'x'\nb: *m\n", vec![Outcome::Done; 2]));
}

#[test]
fn what_is_in_something_read_twice_changes_where_both_want_it() {
    let source = "a: &m { en: 'x ', zh: y }\nb: *m\n";
    let (new, outcomes) = edited(source, &[("'x '", text("x"))]);
    assert_eq!((new.as_str(), outcomes), (source, vec![SHARED]));
    let (new, outcomes) = edited(source, &[("'x '", text("x")), ("*m", text("x"))]);
    assert_eq!(
        (new.as_str(), outcomes),
        ("a: &m { en: 'x', zh: y }\nb: *m\n", vec![Outcome::Done; 2])
    );
    let source = "b: &m [x, y]\na: *m\n";
    let remove = |typed| (typed, Action::RemoveItem);
    let (new, outcomes) = edited(source, &[remove("x"), remove("*m")]);
    assert_eq!((new.as_str(), outcomes), ("b: &m [y]\na: *m\n", vec![Outcome::Done; 2]));
    let source = "c: 1\nb: &m [x]\na: *m\n";
    let (new, outcomes) = edited(source, &[remove("x"), remove("*m")]);
    assert_eq!((new.as_str(), outcomes), (source, vec![SHARED; 2]));
}

#[test]
fn an_alias_itself_may_go() {
    let (new, outcomes) = edited("a: &m x\nb: [*m, y]\n", &[("*m", Action::RemoveItem)]);
    assert_eq!((new.as_str(), outcomes), ("a: &m x\nb: [y]\n", vec![Outcome::Done]));
    let source = "b: [&m x, y]\na: *m\n";
    let (new, outcomes) = edited(source, &[("x", Action::RemoveItem)]);
    assert_eq!((new.as_str(), outcomes), (source, vec![SHARED]));
}

#[test]
fn a_mend_is_made_as_a_whole_in_all_its_texts() {
    let mut sources = Sources::default();
    let first = sources.add("a.yaml", "name: A b\n");
    let second = sources.add("b.yaml", "group: 'A b' # c\nnumber: !!str '1'\n");
    let edit = |source, start, end, action| Edit { span: Span { source, start, end }, action };
    let names = [edit(first, 6, 9, text("a-b")), edit(second, 7, 12, text("a-b"))];
    let edited = apply(&[&names], &sources);
    assert_eq!(edited.outcomes, [Outcome::Done]);
    assert_eq!(
        edited.texts,
        [
            (first, "name: a-b\n".to_owned()),
            (second, "group: 'a-b' # c\nnumber: !!str '1'\n".to_owned())
        ]
    );
    let plain = edit(second, 31, 34, Action::Plain("1".to_owned()));
    let edited = apply(&[&[names[0].clone(), plain]], &sources);
    assert_eq!(edited.outcomes, [Outcome::Refused(Refusal::Unproven)]);
    assert_eq!(edited.texts, []);
}

#[test]
fn a_text_that_is_not_valid_stays() {
    let mut sources = Sources::default();
    let source = sources.add("a.yaml", "a: [x\n");
    let edits = [Edit { span: Span { source, start: 4, end: 5 }, action: text("y") }];
    let edited = apply(&[&edits], &sources);
    assert_eq!(edited.outcomes, [Outcome::Refused(Refusal::Unproven)]);
    assert_eq!(edited.texts, []);
}
