//! Services from a list that others keep, made into rows of `local-services.csv`.

use std::path::{Path, PathBuf};

use super::workspace::today;
use crate::assets::Assets;
use crate::diagnostics::{Failure, Help, Problem, Sources, Way, plural};
use crate::output::{self, Privacy};
use crate::read::open_referral::{self, Found, Imported, Known};
use crate::read::{COLUMNS, LOCAL_SERVICES, Reader, names_of};

/// Where rows go that are not to mix with those that a service has: it copies those it wants.
const BESIDE: &str = "local-services.imported.csv";

/// What was imported, and where it was put.
#[derive(Debug)]
pub struct Import {
    /// The file; none where there was nothing to write.
    pub file: Option<PathBuf>,
    /// How many services are in it.
    pub services: usize,
    /// Whether the service has a list already, so that the file is none that is printed from.
    pub is_beside: bool,
    /// What was left out, and what somebody has to look at.
    pub said: Vec<Problem>,
}

/// Writes the services of a file or folder of Open Referral into the folder of a service: as
/// its list, or beside the list that it has, which stays as it is.
///
/// # Errors
/// Where nothing can be read, where the service's own list has mistakes, and what the disk
/// says. A file of an earlier import is not overwritten.
pub fn import_services(path: &Path, assets: &Assets, sources: &Sources) -> Result<Import, Failure> {
    let Some(folder) = assets.folder() else {
        return Err(Problem::error("there is no service here to import into")
            .help(Help::from("stand in its folder").by(Way::Service))
            .into());
    };
    let own = Reader::new(assets, sources).local_services()?;
    let is_beside = assets.service_file(LOCAL_SERVICES)?.is_some();
    let file = folder.join(if is_beside { BESIDE } else { LOCAL_SERVICES });
    if is_beside && file.exists() {
        return Err(
            Problem::error(format!("`{}` is there already", file.display()))
                .help(format!(
                    "copy the rows you want into `{LOCAL_SERVICES}`, delete the file, and import again"
                ))
                .into(),
        );
    }
    let checked = own.list.iter().map(|service| &service.name);
    let names = checked.chain(&own.unchecked).map(String::as_str);
    let names: Vec<&str> = names.collect();
    let known = Known {
        topics: &own.topics,
        names: &names,
        today: today()?,
    };
    let Imported {
        services: new,
        known,
        mut said,
        ..
    } = open_referral::read(path, &known)?;
    if !known.is_empty() {
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        said.push(Problem::note(format!(
            "{} in `{LOCAL_SERVICES}` already, and not imported: {}",
            match known.len() {
                1 => "1 service is".to_owned(),
                more => format!("{} are", plural(more, "service")),
            },
            names_of(&names)
        )));
    }
    let services = new.len();
    let file = if new.is_empty() {
        None
    } else {
        output::write_whole(&file, &table_of(&new)?, Privacy::Public)?;
        Some(file)
    };
    Ok(Import {
        file,
        services,
        is_beside,
        said,
    })
}

/// The file, as a spreadsheet program opens it with every letter right.
fn table_of(services: &[Found]) -> Result<Vec<u8>, Failure> {
    let not_written = |error: csv::Error| {
        Failure::machine(
            format!("the rows cannot be written: {error}"),
            "import fewer services at once",
        )
    };
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    {
        let mut writer = csv::Writer::from_writer(&mut bytes);
        writer.write_record(COLUMNS).map_err(not_written)?;
        for service in services {
            let cells = COLUMNS.map(|column| service.cell(column));
            writer.write_record(cells).map_err(not_written)?;
        }
        writer.flush().map_err(|error| not_written(error.into()))?;
    }
    Ok(bytes)
}
