//! Has the codes generated whenever the catalog changes.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=codegen.yaml");
    println!("cargo::rerun-if-changed=codes.yaml");
    let out = env::var_os("OUT_DIR").unwrap();
    let status = Command::new("codegen").arg("--out").arg(out).status();
    assert!(status.expect("codegen should be installed").success());
}
