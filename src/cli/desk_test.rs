//! `leafwright desk-test`: sheets that say which setting a printer needs.

use super::arguments::DeskTest;
use super::terminal::Terminal;
use crate::deliver::{Privacy, write_whole};
use crate::press;
use crate::problem::Failure;
use crate::shelf::Shelf;
use crate::typeset::{Fonts, Typesetter};

pub fn run(arguments: &DeskTest, terminal: &mut Terminal) -> Result<(), Failure> {
    // The same for every service: none has to be there.
    let shelf = Shelf::example();
    let fonts = Fonts::load(&shelf)?;
    let date = arguments.day.day()?;
    let mut typesetter = Typesetter::alone("desk-test", Vec::new(), &fonts, &shelf, date)?;
    let pages = typesetter.set(&mut terminal.sources)?;
    for file in press::desk_test(&pages.document, date)? {
        let path = arguments
            .out
            .folder
            .join(format!("desk-test.{}", file.suffix));
        write_whole(&path, &file.bytes, Privacy::Public)?;
        terminal.result(&format!("{}  {}", path.display(), file.summary));
    }
    Ok(())
}
