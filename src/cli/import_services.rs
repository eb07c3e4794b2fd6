//! `leafwright import-services`: other people's lists of services made into rows of one's own.

use super::arguments::ImportServices;
use super::terminal::Terminal;
use crate::diagnostics::{Failure, plural};
use crate::publish::import_services;

pub fn run(arguments: &ImportServices, terminal: &mut Terminal) -> Result<(), Failure> {
    let assets = arguments.service.assets()?;
    let import = import_services(&arguments.from, &assets, &terminal.sources)?;
    terminal.problems(&import.said);
    let Some(file) = &import.file else {
        terminal.say("nothing to import");
        return Ok(());
    };
    terminal.written(file, &plural(import.services, "service"));
    terminal.say(if import.is_beside {
        "\nNothing is printed from this file. Ring each service, put the day into `checked`, and copy the rows you want into local-services.csv."
    } else {
        "\nRing each service before you print it, and put the day into `checked`."
    });
    Ok(())
}
