//! CSV and TSV (RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>): one table, whatever separates
//! its cells. What a column means is not known here.

use super::table::{Cell, Page, Row, Table};
use crate::model::{Diagnostic, SourceId, Sources, Span, Spanned};

/// What may separate cells; where nothing else decides, the first.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// Reads a text. Without a separator it is the one that the first line has most of.
pub fn delimited(
    id: SourceId,
    sources: &Sources,
    separator: Option<char>,
    findings: &mut Vec<Diagnostic>,
) -> Page {
    let text = &sources.get(id).text;
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let separator = separator.unwrap_or_else(|| guessed(&text[start..]));
    let mut reader = Reader { id, text, at: start, separator, findings };
    let mut rows = Vec::new();
    while reader.at < text.len() {
        rows.push(reader.row());
    }
    rows.retain(|row| !row.is_blank());
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Page::default() };
    let span = Span { end: last.span.end, ..first.span };
    let header = rows.remove(0).cells;
    Page { title: None, tables: vec![Table { span, headings: Vec::new(), header, rows }] }
}

/// The separator that the first line has most of, outside of quotes.
fn guessed(text: &str) -> char {
    let mut is_quoted = false;
    let mut counts = [0; SEPARATORS.len()];
    for c in text.trim_start().chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\r' | '\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                if let Some(at) = SEPARATORS.iter().position(|separator| *separator == c) {
                    counts[at] += 1;
                }
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    SEPARATORS.into_iter().zip(counts).find(|(_, n)| *n == most).map_or(',', |(c, _)| c)
}

struct Reader<'a> {
    id: SourceId,
    text: &'a str,
    at: usize,
    separator: char,
    findings: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn row(&mut self) -> Row {
        let start = self.at;
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            if !self.text[self.at..].starts_with(self.separator) {
                break;
            }
            self.at += self.separator.len_utf8();
        }
        let span = self.span(start, self.at);
        let rest = &self.text[self.at..];
        self.at += if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        Row { span, cells }
    }

    fn cell(&mut self) -> Cell {
        let start = self.at;
        let blank = |c: char| matches!(c, ' ' | '\t') && c != self.separator;
        let before = self.text[start..].len() - self.text[start..].trim_start_matches(blank).len();
        if self.text[start + before..].starts_with('"') {
            match self.quoted(start + before + 1) {
                Some(cell) => return cell,
                None => self.tell_unclosed(start + before),
            }
        }
        self.at = self.end_of_cell(start);
        let typed = &self.text[start..self.at];
        let before = typed.len() - typed.trim_start().len();
        let place = self.span(start + before, start + before + typed.trim().len());
        Spanned::new(typed.trim().to_owned(), place)
    }

    /// A cell from behind its quote on; `None` where no other closes it.
    fn quoted(&mut self, start: usize) -> Option<Cell> {
        let mut value = String::new();
        let mut at = start;
        loop {
            let end = at + self.text[at..].find('"')?;
            value.push_str(&self.text[at..end]);
            at = end + 1;
            if !self.text[at..].starts_with('"') {
                break;
            }
            value.push('"');
            at += 1;
        }
        // What stands between the quote and the separator belongs to the text.
        self.at = self.end_of_cell(at);
        value.push_str(self.text[at..self.at].trim_end());
        let value = value.replace("\r\n", "\n").trim().to_owned();
        Some(Spanned::new(value, self.span(start - 1, self.at)))
    }

    fn end_of_cell(&self, from: usize) -> usize {
        let ends = |c: char| c == self.separator || matches!(c, '\r' | '\n');
        self.text[from..].find(ends).map_or(self.text.len(), |at| from + at)
    }

    fn tell_unclosed(&mut self, quote: usize) {
        let place = self.span(quote, quote + 1);
        self.findings.push(
            Diagnostic::error("unclosed-quote", "nothing closes this quote", place)
                .here("taken for a part of the text")
                .help("close it, or double each quote of a text: `\"say \"\"no\"\"\"`"),
        );
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { source: self.id, start: at(start), end: at(end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, separator: Option<char>) -> (Vec<Vec<String>>, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        let id = sources.add("codes.csv", text);
        let mut findings = Vec::new();
        let mut tables = delimited(id, &sources, separator, &mut findings).tables;
        let Some(table) = tables.pop() else { return (Vec::new(), findings) };
        let rows = std::iter::once(table.header).chain(table.rows.into_iter().map(|r| r.cells));
        let texts = |cells: Vec<Cell>| {
            for cell in &cells {
                assert!(text.get(cell.span.range()).is_some());
            }
            cells.into_iter().map(|cell| cell.value).collect()
        };
        (rows.map(texts).collect(), findings)
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        read(text, None).0
    }

    #[test]
    fn quotes_hold_separators_breaks_and_quotes() {
        assert_eq!(rows("a,b\r\n1,\"x, \"\"y\"\"\r\nz\"\r\n"), [["a", "b"], ["1", "x, \"y\"\nz"]]);
        assert_eq!(
            rows("a,b\n1, \"x,y\" \n2,say \"no\", \"\n")[1..],
            [vec!["1", "x,y"], vec!["2", "say \"no\"", "\""]]
        );
    }

    #[test]
    fn the_separator_is_the_one_of_the_first_line() {
        for text in ["a,b\n1,x;y;z", "a;b\n1;x,y,z", "a\tb\n1\tx,y;z", "\"a,a\";b\n1;x"] {
            assert_eq!(rows(text)[1].len(), 2, "{text}");
        }
        assert_eq!(read("a,b\tc\n1,2\t3", Some('\t')).0, [["a,b", "c"], ["1,2", "3"]]);
        assert_eq!(read("a\tb\n\tx", Some('\t')).0, [["a", "b"], ["", "x"]]);
    }

    #[test]
    fn any_end_of_a_line_does() {
        assert_eq!(rows("\u{feff}a\r1\n2\r\n\r\n3"), [["a"], ["1"], ["2"], ["3"]]);
        assert!(rows("").is_empty());
        assert!(rows("\n\n,,\n").is_empty());
    }

    #[test]
    fn an_open_quote_swallows_nothing() {
        let (rows, findings) = read("a,b\n1,\"x\n2,y\n", None);
        assert_eq!(rows, [["a", "b"], ["1", "\"x"], ["2", "y"]]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].rule, "unclosed-quote");
    }
}
