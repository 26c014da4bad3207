//! A random catalog as the text of a spec.

use super::choices::Choices;
use super::pools::{FACTS, FIRST, LOCALES, NAMES, PARAMS, RULES, TYPES, WRONG, WRONG_NAMES};
use super::scalar::{quoted, scalar};

/// Writes a catalog. With slips, it is wrong here and there; without, it reads.
pub(crate) fn catalog(choices: &mut Choices<'_>, has_slips: bool) -> String {
    let code_type = choices.pick(&TYPES);
    let start = choices.below(LOCALES.len());
    let count = 1 + choices.below(3);
    let locales = LOCALES.iter().cycle().skip(start).take(count).copied().collect();
    let mut writer = Writer { choices, has_slips, code_type, locales };
    writer.catalog()
}

struct Writer<'c, 'b> {
    choices: &'c mut Choices<'b>,
    has_slips: bool,
    code_type: &'static str,
    locales: Vec<&'static str>,
}

/// Fields of a mapping, each with its value as it is typed.
type Fields = Vec<(&'static str, String)>;

impl Writer<'_, '_> {
    fn catalog(&mut self) -> String {
        let mut root = vec![
            ("format", "1".to_owned()),
            ("title", self.localized()),
            ("type", self.code_type.to_owned()),
            ("locales", format!("[{}]", self.locales.join(", "))),
            ("fallback", self.choices.pick(&self.locales).to_owned()),
        ];
        if self.choices.once_in(2) {
            root.push(("catalog", "random-codes".to_owned()));
        }
        let groups = self.choices.below(3);
        if groups > 0 {
            let all: Vec<String> = (0..groups).map(|at| self.group(at)).collect();
            root.push(("groups", format!("[{}]", all.join(", "))));
        }
        if self.has_slips && self.choices.once_in(3) {
            root.push(("reserved", "{ codes: [3, [90, 110]], names: [NONE, \"OLD\"] }".to_owned()));
        }
        let mut text = self.fields(root, 0);
        text += "codes:\n";
        let mut code = self.choices.pick(&FIRST);
        for at in 0..=self.choices.below(6) {
            text += &self.entry(at, code, groups);
            code += 1 + i64::try_from(self.choices.below(120)).unwrap();
        }
        text
    }

    fn group(&mut self, at: usize) -> String {
        let first = 1000 * at;
        let mut fields = vec![
            ("name", format!("group-{at}")),
            ("title", self.localized()),
            ("range", format!("[{first}, {}]", first + 999)),
        ];
        if self.code_type == "string" {
            fields.pop();
        }
        self.map(fields)
    }

    fn entry(&mut self, at: usize, code: i64, groups: usize) -> String {
        let name = self.choices.pick(&NAMES);
        let is_distinct = self.has_slips && self.choices.once_in(2);
        let name = if is_distinct { name.to_owned() } else { format!("{name}_{at}") };
        let mut fields = vec![("code", self.code(at, code)), ("name", name)];
        let start = self.choices.below(PARAMS.len());
        let count = self.choices.below(9).saturating_sub(5);
        let params: Vec<&str> = PARAMS.iter().cycle().skip(start).take(count).copied().collect();
        let mut add = |name, value: String| fields.push((name, value));
        add("message", self.message(&params));
        if !params.is_empty() {
            let params = params.iter().map(|param| (*param, self.param())).collect();
            add("params", self.map(params));
        }
        if groups > 0 && self.code_type == "string" {
            add("group", format!("group-{}", self.choices.below(groups)));
        }
        for name in FACTS {
            if self.choices.once_in(4) {
                add(name, self.fact(name));
            }
        }
        if self.choices.once_in(4) {
            return format!("  - {}\n", self.map(fields));
        }
        self.fields(fields, 4).replacen("    ", "  - ", 1)
    }

    fn code(&mut self, at: usize, code: i64) -> String {
        if self.code_type == "string" {
            return quoted(&format!("{}{at}", self.choices.text()));
        }
        if self.has_slips && self.choices.once_in(6) {
            return (self.choices.number() % 70_000).to_string();
        }
        // A code that the type does not hold is a slip.
        let code =
            if self.code_type.starts_with('u') && !self.has_slips { code.abs() + 3 } else { code };
        code.to_string()
    }

    /// A text, or one for each of some locales.
    fn localized(&mut self) -> String {
        if self.choices.once_in(3) {
            return self.filled();
        }
        let count = 1 + self.choices.below(self.locales.len());
        let tags: Vec<&str> = self.locales[..count].to_vec();
        let fields = tags.into_iter().map(|tag| (tag, self.filled())).collect();
        self.map(fields)
    }

    /// A text that is not only white space.
    fn filled(&mut self) -> String {
        let text = self.choices.text();
        let is_blank = text.trim().is_empty() && !self.has_slips;
        scalar(&if is_blank { "x".to_owned() } else { text }, self.choices)
    }

    fn message(&mut self, params: &[&str]) -> String {
        let locales = self.locales.clone();
        let fields = locales.into_iter().map(|tag| (tag, self.message_text(params))).collect();
        self.map(fields)
    }

    fn message_text(&mut self, params: &[&str]) -> String {
        let mut text = String::new();
        let is_raw = self.has_slips && self.choices.once_in(8);
        let piece = |choices: &mut Choices<'_>| {
            let piece = choices.text();
            if is_raw { piece } else { piece.replace('{', "{{").replace('}', "}}") }
        };
        for param in params {
            text += &piece(self.choices);
            text += &["{", param, "}"].concat();
        }
        text += &piece(self.choices);
        scalar(&text, self.choices)
    }

    fn param(&mut self) -> String {
        let mut fields = vec![("type", self.choices.pick(&["string", "int"]).to_owned())];
        if self.choices.once_in(3) {
            fields.push(("description", self.localized()));
        }
        self.map(fields)
    }

    fn fact(&mut self, name: &str) -> String {
        match name {
            "kind" => self.choices.pick(&["error", "warning", "success"]).to_owned(),
            "http" => (100 + self.choices.below(250) * 2).to_string(),
            "grpc" => self.choices.pick(&["NOT_FOUND", "OK", "16", "ABORTED"]).to_owned(),
            "retryable" => self.choices.pick(&["true", "false"]).to_owned(),
            "deprecated" => {
                let fields = vec![("since", self.filled()), ("reason", self.localized())];
                self.map(fields)
            }
            "aliases" => {
                format!("[OLD_{}]", self.choices.below(if self.has_slips { 3 } else { 200 }))
            }
            "tags" => format!("[{}]", self.filled()),
            "allow" => format!("[{}]", self.choices.pick(&RULES)),
            _ => self.filled(),
        }
    }

    /// Fields in flow style.
    fn map(&mut self, fields: Fields) -> String {
        let fields = self.slipped(fields);
        let all: Vec<String> =
            fields.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
        format!("{{ {} }}", all.join(", "))
    }

    /// Fields in block style.
    fn fields(&mut self, fields: Fields, indent: usize) -> String {
        let fields = self.slipped(fields);
        let line = |(name, value)| format!("{:indent$}{name}: {value}\n", "");
        fields.into_iter().map(line).collect()
    }

    /// Fields, one of which may be wrong.
    fn slipped(&mut self, mut fields: Fields) -> Fields {
        if !self.has_slips || !self.choices.once_in(8) || fields.is_empty() {
            return fields;
        }
        let at = self.choices.below(fields.len());
        match self.choices.below(5) {
            0 => fields[at].0 = self.choices.pick(&WRONG_NAMES),
            1 => fields.push(fields[at].clone()),
            2 => drop(fields.remove(at)),
            _ => self.choices.pick(&WRONG).clone_into(&mut fields[at].1),
        }
        fields
    }
}
