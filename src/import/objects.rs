//! Lists of objects, as JSON and YAML have them: a list is a table, an object a row, a field a
//! cell. The text is read by whoever knows its syntax; what a column means is not known here.

use super::table::{Cell, Page, Row, Table};
use crate::model::fields::duplicate_key;
use crate::model::node::{Node, Value};
use crate::model::{Diagnostic, Spanned};

/// Reads a tree: a list of objects, or a mapping with such lists, which become one table each.
/// An object of objects, `{ "100": { … } }`, is a list as well: its keys are a column of their
/// own, without a name.
pub fn objects(root: &Node, findings: &mut Vec<Diagnostic>) -> Page {
    let mut page = Page::default();
    match &root.value {
        Value::List(items) => page.tables.extend(list(root, items, findings)),
        Value::Map(pairs) if pairs.iter().any(|(_, value)| is_list_of_objects(value)) => {
            for (key, value) in pairs {
                if let (Some(name), Value::List(items)) = (key.as_text(), &value.value)
                    && let Some(mut table) = list(value, items, findings)
                {
                    table.headings.push(Spanned::new(name.to_owned(), key.span));
                    page.tables.push(table);
                }
            }
        }
        Value::Map(pairs) => page.tables.push(keyed(root, pairs, findings)),
        _ => {}
    }
    page
}

fn is_list_of_objects(node: &Node) -> bool {
    matches!(&node.value, Value::List(items) if items.iter().any(is_object))
}

fn is_object(node: &Node) -> bool {
    matches!(node.value, Value::Map(_))
}

fn list(node: &Node, items: &[Node], findings: &mut Vec<Diagnostic>) -> Option<Table> {
    if !items.iter().any(is_object) {
        return None;
    }
    let mut columns = Columns { names: Vec::new(), findings };
    let mut rows = Vec::new();
    for item in items {
        if let Value::Map(pairs) = &item.value {
            rows.push(columns.row(item, pairs, None));
        } else {
            let message = format!("found {} where an object is expected", item.describe());
            let finding = Diagnostic::error("invalid-row", message, item.span);
            columns.findings.push(finding.here("not imported"));
        }
    }
    Some(Table { span: node.span, headings: Vec::new(), header: columns.names, rows })
}

/// An object whose keys are the first column.
fn keyed(root: &Node, pairs: &[(Node, Node)], findings: &mut Vec<Diagnostic>) -> Table {
    let names = vec![Spanned::new(String::new(), root.span.part(0, 0))];
    let mut columns = Columns { names, findings };
    let row = |(key, value): &(Node, Node)| {
        let code = Spanned::new(text(key), key.span);
        if let Value::Map(fields) = &value.value {
            return columns.row(value, fields, Some(code));
        }
        let at = columns.find("", value, 1);
        let mut cells = vec![blank(value); at + 1];
        cells[0] = code;
        cells[at] = Spanned::new(text(value), value.span);
        Row { span: value.span, cells }
    };
    let rows = pairs.iter().map(row).collect();
    Table { span: root.span, headings: Vec::new(), header: columns.names, rows }
}

/// The columns that were met so far, in order.
struct Columns<'a> {
    names: Vec<Cell>,
    findings: &'a mut Vec<Diagnostic>,
}

impl Columns<'_> {
    /// The number of a column, counted from `from` on; it is added where it is not known.
    fn find(&mut self, name: &str, place: &Node, from: usize) -> usize {
        let known = self.names.iter().skip(from).position(|column| column.value == name);
        known.map_or_else(
            || {
                self.names.push(Spanned::new(name.to_owned(), place.span));
                self.names.len() - 1
            },
            |at| from + at,
        )
    }

    fn row(&mut self, item: &Node, pairs: &[(Node, Node)], code: Option<Cell>) -> Row {
        let from = usize::from(code.is_some());
        let mut cells: Vec<Cell> = code.into_iter().collect();
        self.fields(pairs, "", from, &mut cells);
        Row { span: item.span, cells }
    }

    /// Puts fields where they belong; those of an object in a field go by both names.
    fn fields(&mut self, pairs: &[(Node, Node)], above: &str, from: usize, cells: &mut Vec<Cell>) {
        for (key, value) in pairs {
            let own = text(key);
            let name = if above.is_empty() { own.clone() } else { format!("{above}.{own}") };
            if let Value::Map(inner) = &value.value {
                self.fields(inner, &name, from, cells);
                continue;
            }
            let at = self.find(&name, key, from);
            while cells.len() <= at {
                cells.push(blank(value));
            }
            if cells[at].value.is_empty() {
                cells[at] = Spanned::new(text(value), value.span);
            } else {
                self.findings.push(duplicate_key(&own, key.span, cells[at].span));
            }
        }
    }
}

fn blank(near: &Node) -> Cell {
    Spanned::new(String::new(), near.span.part(0, 0))
}

/// A value as a cell has it.
fn text(node: &Node) -> String {
    match &node.value {
        Value::Bool(value) => value.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Float(typed) => typed.clone(),
        Value::Text(text) => text.trim().to_owned(),
        Value::List(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        Value::Null | Value::Map(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{SourceId, Sources, Span};

    /// A tree, from lists of pairs.
    struct Tree(SourceId);

    impl Tree {
        fn new() -> Self {
            Self(Sources::default().add("codes.json", ""))
        }

        fn node(&self, value: Value) -> Node {
            Node { span: Span { source: self.0, start: 0, end: 0 }, value }
        }

        fn text(&self, text: &str) -> Node {
            self.node(Value::Text(text.to_owned()))
        }

        fn map(&self, pairs: Vec<(&str, Node)>) -> Node {
            let pairs = pairs.into_iter().map(|(key, value)| (self.text(key), value));
            self.node(Value::Map(pairs.collect()))
        }

        fn list(&self, items: Vec<Node>) -> Node {
            self.node(Value::List(items))
        }
    }

    /// The header and the rows of every table.
    fn read(root: &Node) -> Vec<Vec<Vec<String>>> {
        let page = objects(root, &mut Vec::new());
        let texts = |cells: &[Cell]| cells.iter().map(|cell| cell.value.clone()).collect();
        let rows = |table: &Table| {
            let header = std::iter::once(table.header.as_slice());
            header.chain(table.rows.iter().map(|row| row.cells.as_slice())).map(texts).collect()
        };
        page.tables.iter().map(rows).collect()
    }

    #[test]
    fn fields_of_fields_are_columns() {
        let t = Tree::new();
        let row = t.map(vec![
            ("code", t.node(Value::Int(1))),
            ("message", t.map(vec![("zh", t.text("甲")), ("en", t.text("a"))])),
        ]);
        let other = t.map(vec![("http", t.node(Value::Int(400))), ("code", t.node(Value::Int(2)))]);
        assert_eq!(
            read(&t.list(vec![row, other])),
            [[
                vec!["code", "message.zh", "message.en", "http"],
                vec!["1", "甲", "a"],
                vec!["2", "", "", "400"]
            ]]
        );
    }

    #[test]
    fn lists_in_an_object_are_tables_of_their_own() {
        let t = Tree::new();
        let list = |code: &str| t.list(vec![t.map(vec![("code", t.text(code))])]);
        let root = t.map(vec![("a", list("1")), ("version", t.text("x")), ("b", list("2"))]);
        let page = objects(&root, &mut Vec::new());
        let headings: Vec<_> = page.tables.iter().map(|t| t.headings[0].value.clone()).collect();
        assert_eq!(headings, ["a", "b"]);
    }

    #[test]
    fn keys_are_codes_where_there_is_no_list() {
        let t = Tree::new();
        let root = t.map(vec![("1", t.text("x")), ("2", t.map(vec![("en", t.text("y"))]))]);
        assert_eq!(read(&root), [[vec!["", "", "en"], vec!["1", "x"], vec!["2", "", "y"]]]);
    }

    #[test]
    fn what_is_no_object_is_told() {
        let t = Tree::new();
        let mut findings = Vec::new();
        let root = t.list(vec![t.map(vec![("code", t.text("1"))]), t.text("2")]);
        objects(&root, &mut findings);
        assert_eq!(findings[0].message, "found the text `2` where an object is expected");
    }
}
