//! A guide in a service's own folder, to rewrite it.

use std::path::PathBuf;

use super::schemas::{own_folder, with_schema_line, within, write_schemas};
use crate::assets::Assets;
use crate::diagnostics::{Failure, Problem};
use crate::output::{self, Privacy};
use crate::read::guides;

/// Puts a built-in guide into the service's folder, in every language it is written in,
/// and gives the paths of its files. They are printed from then on in place of the
/// built-in ones.
///
/// # Errors
/// Where the service is the built-in example, where there is no such guide, where the
/// service has its own already, and what the disk says.
pub fn copy_guide(assets: &Assets, guide: &str) -> Result<Vec<PathBuf>, Failure> {
    let folder = own_folder(assets)?;
    let known = guides(assets);
    let Some(entry) = known.iter().find(|entry| entry.id == guide) else {
        let ids = known.iter().map(|entry| entry.id.as_str());
        let problem = Problem::not_there(format!("there is no guide `{guide}`"));
        return Err(problem.help_known(guide, "the guides are", ids).into());
    };
    let place = PathBuf::from(format!("content/guides/{guide}"));
    let own = within(folder, &place);
    if own.exists() {
        let what = format!("`{}` is there already", own.display());
        return Err(Problem::error(what)
            .help("change the files in it; nothing was replaced")
            .help("to begin again with the built-in guide, give that folder another place first")
            .into());
    }
    let mut written = Vec::new();
    for language in &entry.languages {
        let path = place.join(format!("{language}.yaml"));
        let Some(file) = assets.built_in(&path.to_string_lossy()) else {
            continue;
        };
        let text = with_schema_line(&path, &file.bytes);
        let path = within(folder, &path);
        output::write_whole(&path, &text, Privacy::Public)?;
        written.push(path);
    }
    write_schemas(folder)?;
    Ok(written)
}
