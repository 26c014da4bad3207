//! Generates the module that `src/main.rs` includes, whenever the catalog changes.

fn main() -> Result<(), codegen::BuildError> {
    codegen::Builder::new()
        .spec("codes.yaml")
        .target("rust")
        .set("rust.module_file=false")
        .generate()
}
