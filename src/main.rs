//! The command. Everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(leafwright::cli::run(std::env::args_os()))
}
