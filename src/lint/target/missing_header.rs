//! `missing-header`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "missing-header",
    standing: Standing::Validity,
    finds: "a template makes a file that does not begin with the header",
    why: "The header tells that a file is generated. One without it counts as written by hand, and \
          is never overwritten: the next run would refuse to.",
    fails: r#"
# templates/names/target.yaml
description: The names of codes
header: "// {}"
files:
  - { template: names.tera, path: names.txt }

# templates/names/names.tera
{% for entry in catalog.sorted %}
{{ entry.code }}={{ entry.name }}
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
