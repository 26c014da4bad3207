//! `invalid-include`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-include",
    standing: Standing::Validity,
    finds: "an item of `include` is not a pattern of paths, or leads to what is not read",
    why: "A pattern has `*` for any letters of a name and `**` for any folders. What stands for \
          neither would be taken for a name that no file has. The files lie below the folder of the \
          spec, so that a spec is whole wherever it is copied, and include no others: the order \
          of the codes is plain, and there are no cycles.",
    fails: "
include: [iot/***.yaml]
codes:
  - code: 0
    name: OK
    kind: success
    message: Done.

# spec/iot/device.yaml
codes:
  - code: 100
    name: DEVICE_OFFLINE
    message: The device is offline.
",
    passes: "
include: [iot/**/*.yaml]
codes:
  - code: 0
    name: OK
    kind: success
    message: Done.

# spec/iot/device.yaml
codes:
  - code: 100
    name: DEVICE_OFFLINE
    message: The device is offline.
",
    check: Check::Elsewhere,
};
