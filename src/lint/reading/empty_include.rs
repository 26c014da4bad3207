//! `empty-include`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "empty-include",
    standing: Standing::Validity,
    finds: "a pattern of `include` matches no file",
    why: "Such a pattern is misspelt, or the files were moved. The codes in them would be gone from \
          every SDK.",
    fails: "
include: [iot/*.yml]
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
include: [iot/*.yaml]
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
