//! What shells complete and `man` shows is what the command line takes: every command, and every
//! option of each. Their own programs read it, where they are there.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "conformance/language.rs"]
mod language;

use std::io::Write;
use std::process::{Command, Stdio};

fn printed(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_codegen")).args(args).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that the help of the tool lists, but for `help`.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let list = help.split_once("\nCommands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let names = list.lines().filter_map(|line| line.split_whitespace().next());
    let names: Vec<String> = names.filter(|name| *name != "help").map(str::to_owned).collect();
    assert!(names.len() > 10, "{names:?}");
    names
}

/// The options that a help text lists, by their long names.
fn options(help: &str) -> Vec<String> {
    let lines = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let long = lines.filter_map(|line| line.split([' ', ',']).find(|word| word.starts_with("--")));
    long.map(str::to_owned).collect()
}

/// What a program says of a text that it reads, and whether it takes it; `None` where it is not
/// there.
fn read_by(program: &str, args: &[&str], text: &str) -> Option<(bool, String)> {
    let started = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = started else {
        let message = format!("`{program}` is missing, so what it reads is not proven");
        assert!(std::env::var_os("CI").is_none(), "{message}");
        language::loud(&message);
        return None;
    };
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    Some((output.status.success(), String::from_utf8_lossy(&said).into_owned()))
}

#[test]
fn scripts_know_every_command_and_option() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&["completions", shell]);
        assert_eq!(script, printed(&["completions", shell]), "{shell}");
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not know {command}");
            for option in options(&printed(&[&command, "--help"])) {
                let bare = option.trim_start_matches('-');
                assert!(script.contains(bare), "{shell} does not know {command} {option}");
            }
        }
    }
}

#[test]
fn bash_reads_its_script() {
    let script = printed(&["completions", "bash"]);
    let Some((is_read, said)) = read_by("bash", &["-n"], &script) else { return };
    assert!(is_read && said.is_empty(), "{said}");
    let broken = read_by("bash", &["-n"], &format!("{script}\nif true; (\n"));
    assert!(broken.is_some_and(|(is_read, _)| !is_read), "bash reads anything");
}

#[test]
fn bash_completes_a_command_line() {
    let script = printed(&["completions", "bash"]);
    for (words, expected) in [
        ("codegen sch", "schema"),
        ("codegen completions powe", "powershell"),
        ("codegen --form", "--format"),
        ("codegen lint --format sar", "sarif"),
    ] {
        let typed: Vec<&str> = words.split(' ').collect();
        let (last, before) = (typed[typed.len() - 1], typed[typed.len() - 2]);
        let at = typed.len() - 1;
        let asked = format!(
            "{script}\nCOMP_WORDS=({words}); COMP_CWORD={at}\n\
             _codegen codegen '{last}' '{before}'; echo \"${{COMPREPLY[@]}}\"\n"
        );
        let Some((_, said)) = read_by("bash", &["-s"], &asked) else { return };
        assert_eq!(said, format!("{expected}\n"), "{words}");
    }
}

#[test]
fn pages_know_every_command_and_option() {
    let tool = printed(&["man"]);
    for command in commands() {
        let listed = command.replace('-', "\\-");
        assert!(tool.contains(&format!("\ncodegen\\-{listed}(1)\n")), "no {command}");
        let page = printed(&["man", &command]);
        assert!(page.contains(&format!(".TH codegen-{command} 1 ")), "{command}: {page}");
        let help = printed(&[&command, "--help"]);
        for option in options(&help) {
            let shown = format!("\\fB{}\\fR", option.replace('-', "\\-"));
            assert!(page.contains(&shown), "the page of {command} lacks {option}");
        }
        let Some((is_read, said)) = read_by("groff", &["-Kutf8", "-man", "-ww", "-Tutf8"], &page)
        else {
            continue;
        };
        assert!(is_read && !said.contains("warning:"), "{command}: {said}");
        // Examples stay as they are typed, each on a line of its own.
        let examples = help.split_once("Examples:\n").unwrap().1.lines();
        for line in examples.take_while(|line| line.starts_with("  codegen")) {
            assert!(page.contains(&format!("\n\\&{}\n", line.replace('-', "\\-"))), "{line}");
        }
    }
}
