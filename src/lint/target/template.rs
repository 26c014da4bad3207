//! `template`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "template",
    standing: Standing::Validity,
    finds: "a template has a mistake in its syntax, or uses what is not defined",
    why: "A misspelt name would print nothing, and the files would lack something without anybody \
          being told.",
    fails: r#"
# templates/names/target.yaml
description: The names of codes
header: "// {}"
files:
  - { template: names.tera, path: names.txt }

# templates/names/names.tera
{{ header }}
{% for entry in catalog.sorted %}
{{ entry.code }}={{ entry.nam }}
{% endfor %}
"#,
    passes: r#"
# templates/names/target.yaml
description: The names of codes
header: "// {}"
files:
  - { template: names.tera, path: names.txt }

# templates/names/names.tera
{{ header }}
{% for entry in catalog.sorted %}
{{ entry.code }}={{ entry.name }}
{% endfor %}
"#,
    check: Check::Elsewhere,
};
