//! `leafwright new`: a folder to start from, all of it working as it is.

use std::path::Path;

use super::terminal::Terminal;
use crate::diagnostics::Failure;
use crate::publish::new_service;

pub fn run(folder: &Path, like: Option<&str>, terminal: &mut Terminal) -> Result<(), Failure> {
    for path in new_service(folder, like)? {
        terminal.result(&path.display().to_string());
    }
    terminal.say(&format!(
        "\nNext:\n  cd {}\n  leafwright build\nThen put your own names and numbers into service.yaml: until then, each page says that it is an example.",
        as_typed(&folder.display().to_string())
    ));
    Ok(())
}

/// A path as a person types it: in quotes, where a shell would take it for several words
/// or for something else.
fn as_typed(path: &str) -> String {
    let is_plain = |symbol: char| {
        let between = if cfg!(windows) { '\\' } else { '/' };
        symbol.is_alphanumeric() || symbol == between || "/._-+,@%:".contains(symbol)
    };
    let path = if path.starts_with('-') {
        format!("./{path}")
    } else {
        path.to_owned()
    };
    if path.chars().all(is_plain) {
        path
    } else if path.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", path.replace('\'', r"'\''"))
    } else {
        format!("\"{path}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_can_be_pasted_behind_cd() {
        for (path, typed) in [
            ("my-service", "my-service"),
            ("Physio Dept", "\"Physio Dept\""),
            ("Women's Health", "\"Women's Health\""),
            ("R&D", "\"R&D\""),
            ("£5 $HOME", "'£5 $HOME'"),
            ("Jo's `desk`", r"'Jo'\''s `desk`'"),
            ("Tŷ Coed", "\"Tŷ Coed\""),
            ("-x", "./-x"),
        ] {
            assert_eq!(as_typed(path), typed);
        }
    }

    /// A shell is the judge of it.
    #[cfg(unix)]
    #[test]
    fn a_shell_takes_it_for_the_same_path() {
        for path in [
            "Physio Dept",
            "a'b",
            "a\"b",
            "a$b",
            "a`b",
            "a\\b",
            "a!b",
            "a(b)*;|",
            "~",
        ] {
            let line = format!("printf %s {}", as_typed(path));
            let said = std::process::Command::new("sh")
                .args(["-c", &line])
                .output();
            let said = said.expect("a shell").stdout;
            assert_eq!(String::from_utf8_lossy(&said), path);
        }
    }
}
