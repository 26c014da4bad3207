//! The command line, case by case: a file in `tests/cmd/` holds the arguments, and what must be
//! printed; folders beside it hold the input and what must be on disk afterwards.

#[test]
fn cases() {
    trycmd::TestCases::new().case("tests/cmd/*.toml");
}
