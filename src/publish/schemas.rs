//! Schemas beside a service's files: by them an editor completes what is written and
//! underlines mistakes.
//!
//! They lie in a folder of the service, because an editor has to find them without a
//! network. Nothing that is printed depends on them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::assets::Assets;
use crate::diagnostics::{Failure, Help, Problem, Sources, Way};
use crate::output::{self, Privacy};
use crate::read::{Reader, SchemaOf};

/// The folder in a service's own in which its schemas lie.
const FOLDER: &str = ".leafwright";

/// The schema of a kind of file, as it is written.
///
/// # Errors
/// Where the names that the service knows cannot be read.
pub fn schema(assets: &Assets, of: SchemaOf, sources: &Sources) -> Result<String, Failure> {
    Reader::new(assets, sources).schema(of).map(text)
}

fn text(schema: Value) -> String {
    format!("{schema:#}\n")
}

/// Writes every schema into a service's folder, and gives the paths of those that were
/// not there or said something else.
///
/// # Errors
/// Where the folder holds no service, where the names that it knows cannot be read, and
/// what the disk says.
pub fn write_schemas(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    // Not the assets of a run: nothing that is printed is made from what is read here.
    let (assets, sources) = (Assets::of(folder)?, Sources::default());
    let mut written = Vec::new();
    for of in SchemaOf::ALL {
        let path = within(folder, &Path::new(FOLDER).join(file_name(*of)));
        let text = schema(&assets, *of, &sources)?;
        if fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
            continue;
        }
        output::write_whole(&path, text.as_bytes(), Privacy::Public)?;
        written.push(path);
    }
    Ok(written)
}

/// Writes the schemas of a service anew that were made by another version of the program,
/// or know other names than the service. Does nothing where it has none: whoever took them
/// away wants none. What goes wrong is not said, because nothing else depends on them.
pub fn refresh_schemas(assets: &Assets) {
    if let Some(folder) = assets.folder()
        && folder.join(FOLDER).is_dir()
    {
        let _ = write_schemas(folder);
    }
}

/// The folder of a service, which only one that has its own files has.
///
/// # Errors
/// Where it is the built-in example.
pub fn own_folder(assets: &Assets) -> Result<&Path, Failure> {
    assets.folder().ok_or_else(|| {
        Problem::not_there("there is no folder of a service here to write into")
            .help(Help::from("go to the folder that holds its `service.yaml`").by(Way::Service))
            .help(Help::from("or make one").by(Way::NewService))
            .into()
    })
}

/// A file of a service, as people call it who are in its folder or elsewhere.
pub(crate) fn within(folder: &Path, path: &Path) -> PathBuf {
    match folder == Path::new(".") {
        true => path.to_owned(),
        false => folder.join(path),
    }
}

/// A file of a service with the line by which an editor finds its schema, where it has
/// one. `path` is the file's path in the service's folder.
pub(crate) fn with_schema_line(path: &Path, bytes: &[u8]) -> Vec<u8> {
    let Some(of) = SchemaOf::of_path(path) else {
        return bytes.to_vec();
    };
    let up = "../".repeat(path.iter().count() - 1);
    let name = file_name(of);
    let line = format!("# yaml-language-server: $schema={up}{FOLDER}/{name}\n");
    [line.as_bytes(), bytes].concat()
}

fn file_name(of: SchemaOf) -> String {
    format!("{}.schema.json", of.id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_leads_to_its_schema_from_wherever_it_lies() {
        for (path, line) in [
            (
                "service.yaml",
                "# yaml-language-server: $schema=.leafwright/service.schema.json\n",
            ),
            (
                "overrides/your-options.yaml",
                "# yaml-language-server: $schema=../.leafwright/override.schema.json\n",
            ),
            (
                "content/guides/mine/cy.yaml",
                "# yaml-language-server: $schema=../../../.leafwright/guide.schema.json\n",
            ),
            ("local-services.csv", ""),
            ("content/examples/riverside/x.yaml", ""),
        ] {
            let written = with_schema_line(Path::new(path), b"a: b\n");
            assert_eq!(String::from_utf8_lossy(&written), format!("{line}a: b\n"));
        }
    }
}
