//! The world Typst sees: our templates, our faces, our data, and a fixed day.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use typst::Library;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::files::{FileLoader, FileStore};

use super::library::library;
use super::{Fonts, PictureFile};
use crate::assets::Assets;
use crate::diagnostics::{Failure, Problem, SourceKind};

/// The person's file. It changes with every letter, so it is kept outside the
/// store, under one id: ids are never given back.
pub const PERSON: &str = "data/person.json";

pub struct World {
    library: LazyHash<Library>,
    fonts: Arc<Fonts>,
    files: FileStore<Loader>,
    main: FileId,
    person_id: FileId,
    person: Bytes,
    today: Option<Datetime>,
}

impl World {
    /// A world with `main` as its template and these files as its data. Each of the
    /// `parts` is a package of its own: the same templates, over its own data.
    ///
    /// # Errors
    /// Where `main` is no plain path.
    pub fn new(
        main: &str,
        data: Vec<PictureFile>,
        parts: Vec<Part>,
        fonts: &Arc<Fonts>,
        assets: &Assets,
        date: Date,
    ) -> Result<Self, Problem> {
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        Ok(Self {
            library: LazyHash::new(library()),
            fonts: Arc::clone(fonts),
            files: FileStore::new(Loader {
                assets: assets.clone(),
                data: in_bytes(data),
                parts: parts
                    .into_iter()
                    .zip(1..)
                    .map(|(part, number)| Package::new(number, part))
                    .collect(),
                failed: Mutex::default(),
            }),
            main: id(main)?,
            person_id: id(PERSON)?,
            person: Bytes::new([]),
            today: Datetime::from_ymd(i32::from(date.year()), month, day),
        })
    }

    /// Puts another person in.
    pub fn set_person(&mut self, json: Vec<u8>) {
        self.person = Bytes::new(json);
    }

    /// Why a file that a template asked for could not be read, where that was so.
    pub fn take_failure(&self) -> Option<Failure> {
        let failed = self.files.loader().failed.lock();
        failed.unwrap_or_else(PoisonError::into_inner).take()
    }

    /// The name and the text of a template, for a problem in it.
    pub fn text(&self, id: FileId) -> Option<(SourceKind, String, String)> {
        let source = self.files.source(id).ok()?;
        let path = id.vpath().get_without_slash();
        let text = source.text().to_owned();
        Some(match self.files.loader().assets.file(path) {
            Ok(Some(file)) => (file.kind, file.name, text),
            _ => (SourceKind::BuiltIn, path.to_owned(), text),
        })
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.person_id {
            return Ok(self.person.clone());
        }
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

/// The id of a plain, relative path.
fn id(path: &str) -> Result<FileId, Problem> {
    let path = VirtualPath::new(path)
        .map_err(|_| Problem::error(format!("`{path}` is no path for a template")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One language of a publication in several.
pub struct Part {
    /// The template it is made by.
    pub template: String,
    /// The files that template reads.
    pub data: Vec<PictureFile>,
}

/// The name under which templates import a part, counted from 1.
pub fn package(number: usize) -> String {
    format!("@{NAMESPACE}/{}:{VERSION}", package_name(number))
}

const NAMESPACE: &str = "part";
const VERSION: &str = "1.0.0";
/// What Typst reads first of a package.
const MANIFEST: &str = "typst.toml";

fn package_name(number: usize) -> String {
    format!("part-{number}")
}

/// A part as templates import it. Within it `/data/publication.json` is its own, and all
/// that a template remembers of it is.
struct Package {
    name: String,
    data: Vec<(String, Bytes)>,
}

impl Package {
    fn new(number: usize, part: Part) -> Self {
        let name = package_name(number);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"{VERSION}\"\nentrypoint = \"{}\"\n",
            part.template
        );
        let mut data = in_bytes(part.data);
        data.push((MANIFEST.to_owned(), Bytes::from_string(manifest)));
        Self { name, data }
    }
}

fn in_bytes(files: Vec<PictureFile>) -> Vec<(String, Bytes)> {
    let files = files.into_iter();
    files
        .map(|(path, bytes)| (path, Bytes::new(bytes)))
        .collect()
}

struct Loader {
    assets: Assets,
    data: Vec<(String, Bytes)>,
    parts: Vec<Package>,
    /// Why a file could not be read, in better words than Typst has for it.
    failed: Mutex<Option<Failure>>,
}

impl FileLoader for Loader {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let data = match id.root() {
            VirtualRoot::Project => &self.data,
            VirtualRoot::Package(asked) if asked.namespace == NAMESPACE => {
                let mut parts = self.parts.iter();
                let part = parts.find(|part| asked.name == part.name);
                &part.ok_or(FileError::AccessDenied)?.data
            }
            VirtualRoot::Package(_) => return Err(FileError::AccessDenied),
        };
        let path = id.vpath().get_without_slash();
        if let Some((_, bytes)) = data.iter().find(|(name, _)| name == path) {
            return Ok(bytes.clone());
        }
        // Templates see templates and data, not settings or people.
        if !path.starts_with("templates/") {
            return Err(FileError::AccessDenied);
        }
        match self.assets.file(path) {
            Ok(Some(file)) => Ok(Bytes::new(file.bytes)),
            Ok(None) => Err(FileError::NotFound(path.into())),
            Err(failure) => {
                *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
                Err(FileError::AccessDenied)
            }
        }
    }
}
