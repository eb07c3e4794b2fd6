//! Where files come from: a service's own folder, and the copies built into the program.
//!
//! `templates/`, `content/` and `fonts/` are built in. A service's folder may
//! hold files of the same names, and those come first. Nothing outside the
//! folder is ever read, not even through a symbolic link, and no file is read without an
//! end. Assets remember the checksum of every file that was taken from them.

mod folder;
mod inputs;
mod lengths;
mod neighbour;
mod reading;
mod shown;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::checksum::sha256_hex;
use crate::diagnostics::{Failure, Help, Problem, SourceKind, Way};
use folder::Folder;
pub use inputs::Checksums;
use inputs::{Input, InputFiles};
pub(crate) use lengths::FileKind;
pub(crate) use reading::read_file;
pub(crate) use shown::{shown, shown_name};

static CONTENT: Dir = include_dir!("$CARGO_MANIFEST_DIR/content");
static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");
static FONTS: Dir = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// Where the example services are built in, a folder each.
const EXAMPLES: &str = "examples";
/// The one that is meant where none is named.
const FIRST_EXAMPLE: &str = "riverside";

/// The file that makes a folder a service's folder.
pub const SERVICE_FILE: &str = "service.yaml";

/// A file, and the name a person knows it by.
#[derive(Debug, Clone)]
pub struct File {
    /// The path as they would type it, or `built-in/…`.
    pub name: String,
    /// Whose it is.
    pub kind: SourceKind,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A service's files over the built-in ones.
#[derive(Debug, Clone)]
pub struct Assets {
    folder: Option<Folder>,
    /// The example service that it is, where it has no folder.
    example: &'static str,
    inputs: InputFiles,
    /// What has to be in the files that were taken before.
    as_before: Option<Checksums>,
}

impl Assets {
    /// The first of the built-in example services.
    pub fn example() -> Self {
        Self::over(None)
    }

    /// Every built-in example service, by its name.
    pub fn examples() -> impl Iterator<Item = (&'static str, Self)> {
        example_names().map(|example| {
            let assets = Self {
                example,
                ..Self::over(None)
            };
            (example, assets)
        })
    }

    fn over(folder: Option<Folder>) -> Self {
        Self {
            folder,
            example: FIRST_EXAMPLE,
            inputs: InputFiles::default(),
            as_before: None,
        }
    }

    /// The service in this folder.
    ///
    /// # Errors
    /// Where the folder does not exist or holds no `service.yaml`.
    pub fn of(folder: &Path) -> Result<Self, Failure> {
        let shown = shown(folder);
        let real = folder.canonicalize().map_err(|_| {
            let help = Help::from("check the spelling, or make one").by(Way::NewService);
            Problem::not_there(format!("there is no folder `{shown}`")).help(help)
        })?;
        // Whatever else is called so is refused when it is read, and not passed over.
        let file = real.join(SERVICE_FILE);
        if !file.exists() || file.is_dir() {
            let help = Help::from("name the folder that does, or make one").by(Way::NewService);
            let problem = Problem::not_there(format!("`{shown}` holds no `{SERVICE_FILE}`"));
            return Err(problem.help(help).into());
        }
        Ok(Self::over(Some(Folder {
            shown: folder.to_owned(),
            real,
        })))
    }

    /// The same files, of which those named here must not have changed.
    #[must_use]
    pub fn with_checksums(self, checksums: Checksums) -> Self {
        Self {
            as_before: Some(checksums),
            ..self
        }
    }

    /// The folder of the service, as it was typed; none for the example.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(|folder| folder.shown.as_path())
    }

    /// Every file that was taken so far.
    pub fn inputs(&self) -> Checksums {
        self.inputs.checksums()
    }

    /// The files that were taken so far from the service's own folder.
    pub fn inputs_of_the_service(&self) -> Checksums {
        self.inputs.own_checksums()
    }

    /// Makes sure that the files that were taken before are there, and as they were.
    ///
    /// # Errors
    /// [`Failure::Machine`] naming the first that is not.
    pub fn check_as_before(&self) -> Result<(), Failure> {
        let before = self.as_before.iter().flatten();
        for (path, _) in before {
            self.service_file(path)?;
        }
        Ok(())
    }

    /// What there is to say where a file of the service's own is missing: nothing, unless
    /// it was taken before.
    fn missing(&self, folder: &Folder, path: &str) -> Result<(), Failure> {
        let before = self.as_before.as_ref();
        if before.is_some_and(|before| before.contains_key(path)) {
            let shown = folder.shown.join(path);
            return Err(not_as_before(&shown.display().to_string(), "went away"));
        }
        Ok(())
    }

    fn take_built_in(&self, path: &str, file: &'static include_dir::File<'static>) -> File {
        self.inputs.note(path, Input::BuiltIn(file.contents()));
        File {
            name: format!("built-in/{path}"),
            kind: SourceKind::BuiltIn,
            bytes: file.contents().to_vec(),
        }
    }

    fn take_own(&self, path: &str, file: File) -> Result<File, Failure> {
        let checksum = sha256_hex(&file.bytes);
        let before = self.as_before.as_ref().and_then(|before| before.get(path));
        if before.is_some_and(|before| *before != checksum) {
            return Err(not_as_before(&file.name, "changed"));
        }
        self.inputs.note(path, Input::Own(checksum));
        Ok(file)
    }

    /// Whether this is the built-in example.
    pub fn is_example(&self) -> bool {
        self.folder.is_none()
    }

    /// A file the service owns, such as `service.yaml`; of the example, where it is that.
    ///
    /// # Errors
    /// Where the file is there but cannot be read, or lies outside the folder.
    pub fn service_file(&self, path: &str) -> Result<Option<File>, Failure> {
        match &self.folder {
            Some(folder) => match folder.read(path)? {
                Some(file) => self.take_own(path, file).map(Some),
                None => self.missing(folder, path).map(|()| None),
            },
            None => {
                let file = CONTENT.get_file(format!("{EXAMPLES}/{}/{path}", self.example));
                Ok(file.map(|file| self.take_built_in(path, file)))
            }
        }
    }

    /// The names in a folder that the service owns, sorted; none where there is no such
    /// folder.
    ///
    /// # Errors
    /// Where the folder is there but cannot be read.
    pub fn service_names(&self, path: &str) -> Result<Vec<String>, Failure> {
        let Some(folder) = &self.folder else {
            let dir = CONTENT.get_dir(format!("{EXAMPLES}/{}/{path}", self.example));
            let names = dir.into_iter().flat_map(Dir::entries).filter_map(|entry| {
                let name = entry.path().file_name()?;
                Some(name.to_string_lossy().into_owned())
            });
            let mut names: Vec<String> = names.collect();
            names.sort();
            return Ok(names);
        };
        match folder.names_in(path) {
            Ok(names) => Ok(names.into_iter().collect()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(Failure::machine(
                format!("`{}` cannot be read", shown(&folder.shown.join(path))),
                "check that you may open this folder",
            )
            .because(error)),
        }
    }

    /// What to do about a file of the service that is not there, where its folder holds
    /// another that was probably meant: `Logo.png` for `logo.png`.
    pub fn instead_of(&self, path: &str) -> Option<String> {
        neighbour::instead_of(self.folder.as_ref()?, path)
    }

    /// Files of the service that nothing reads, because their names are ours but for
    /// capital letters.
    pub fn misnamed(&self) -> Vec<Problem> {
        let folder = self.folder.as_ref();
        folder.map(neighbour::misnamed).unwrap_or_default()
    }

    /// A file of `content/`, `templates/` or `fonts/`: the service's, or the built-in one.
    ///
    /// # Errors
    /// Where the file is there but cannot be read, or lies outside the folder.
    pub fn file(&self, path: &str) -> Result<Option<File>, Failure> {
        if let Some(folder) = &self.folder {
            if let Some(file) = folder.read(path)? {
                return self.take_own(path, file).map(Some);
            }
            self.missing(folder, path)?;
        }
        Ok(self.built_in(path))
    }

    /// A file of `content/`, `templates/` or `fonts/` as it is built in, whatever the service
    /// has of this name.
    pub fn built_in(&self, path: &str) -> Option<File> {
        let file = built_in(path).and_then(|(dir, rest)| dir.get_file(rest));
        file.map(|file| self.take_built_in(path, file))
    }

    /// The names in a folder of `content/`, `templates/` or `fonts/`, sorted, each once.
    pub fn names_in(&self, path: &str) -> Vec<String> {
        let own = self.folder.as_ref();
        let own = own.and_then(|folder| folder.names_in(path).ok());
        let mut names = own.unwrap_or_default();
        names.retain(|name| !name.starts_with('.'));
        let dir = built_in(path).and_then(|(dir, rest)| match rest {
            "" => Some(dir),
            rest => dir.get_dir(rest),
        });
        for entry in dir.into_iter().flat_map(Dir::entries) {
            let name = entry.path().file_name();
            names.extend(name.map(|name| name.to_string_lossy().into_owned()));
        }
        names.into_iter().collect()
    }
}

fn not_as_before(name: &str, what: &str) -> Failure {
    Failure::machine(
        format!("`{name}` {what} while the letters were being printed"),
        "leave the files alone until the end, and run the command again",
    )
}

/// The names of the built-in example services, the first one first.
pub fn example_names() -> impl Iterator<Item = &'static str> + Clone {
    let folders = CONTENT.get_dir(EXAMPLES).into_iter().flat_map(Dir::dirs);
    let names = folders.filter_map(|dir| dir.path().file_name()?.to_str());
    let mut names: Vec<&'static str> = names.collect();
    names.sort_by_key(|name| (*name != FIRST_EXAMPLE, *name));
    names.into_iter()
}

/// Every file of an example service, by its path in a new folder.
pub fn example_files(example: &str) -> Vec<(PathBuf, &'static [u8])> {
    fn below(dir: &'static Dir<'static>, folder: &str, found: &mut Vec<(PathBuf, &'static [u8])>) {
        for file in dir.files() {
            let path = file.path().strip_prefix(folder).unwrap_or(file.path());
            found.push((path.to_owned(), file.contents()));
        }
        dir.dirs().for_each(|dir| below(dir, folder, found));
    }
    let mut found = Vec::new();
    let folder = format!("{EXAMPLES}/{example}");
    if let Some(dir) = CONTENT.get_dir(&folder) {
        below(dir, &folder, &mut found);
    }
    found.sort();
    found
}

fn built_in(path: &str) -> Option<(&'static Dir<'static>, &str)> {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    match first {
        "content" => Some((&CONTENT, rest)),
        "templates" => Some((&TEMPLATES, rest)),
        "fonts" => Some((&FONTS, rest)),
        _ => None,
    }
}
