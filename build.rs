//! Tells cargo to build again when a built-in target changes: the templates are embedded.

fn main() {
    #[allow(clippy::print_stdout)]
    {
        println!("cargo::rerun-if-changed=templates");
    }
}
