//! `leafwright desk-test`: sheets that say which setting a printer needs.

use super::arguments::DeskTest;
use super::terminal::Terminal;
use super::write::write;
use crate::diagnostics::Failure;
use crate::publish::desk_test;
use crate::workers::start_threads;

pub fn run(arguments: &DeskTest, terminal: &mut Terminal) -> Result<(), Failure> {
    start_threads()?;
    let sheets = desk_test(arguments.day.said()?)?;
    write(&sheets, &arguments.out.folder, terminal)
}
