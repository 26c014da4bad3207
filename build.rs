//! Tells cargo to build again when a target changes that is embedded: those built in, and what a
//! new one begins with.

fn main() {
    #[allow(clippy::print_stdout)]
    {
        println!("cargo::rerun-if-changed=templates");
        println!("cargo::rerun-if-changed=starter/target");
    }
}
