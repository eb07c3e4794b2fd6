//! A folder of private files that appears at once.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::thread;

use tempfile::{Builder, TempDir};

use super::interrupted::{self, Watched};
use super::leftovers::{self, NEW, OLD};
use super::occupied::PROOFS;
use super::{fill, folder_of, follow_link, sha256_hex, sync_folder};
use super::{manifest, mode, occupied, rejected, trouble};
use crate::problem::Failure;

/// How many files wait for the disk at a time.
const WAITING_TOGETHER: usize = 32;

/// A folder of letters being made. Until [`Batch::finish`] everything is in a
/// hidden folder (mode 0700) beside the place; dropped before that, nothing of
/// it stays and the place is untouched.
#[derive(Debug)]
pub struct Batch {
    /// The folder as the person named it, for messages.
    shown: PathBuf,
    /// Where it really is.
    place: PathBuf,
    /// The hidden folder, removed when dropped.
    hidden: TempDir,
    /// While it is staged, an interrupt takes it away.
    watched: Option<Watched>,
    /// The folder above, where this run made it. Dropped after the hidden one.
    _parent: MadeFolder,
    /// Tells other runs that the hidden folder is not left behind.
    _lock: Option<File>,
    lines: Vec<manifest::Line>,
    rejected: Vec<rejected::Line>,
}

/// A folder that is taken away again unless something was put into it.
#[derive(Debug)]
struct MadeFolder(Option<PathBuf>);

impl Drop for MadeFolder {
    fn drop(&mut self) {
        if let Some(folder) = &self.0 {
            // It stays where it holds anything: then this fails, and should.
            let _ = fs::remove_dir(folder);
        }
    }
}

impl Batch {
    /// Begins a folder. Folders missing on the way to it are made.
    ///
    /// # Errors
    /// [`Failure::Input`] when the folder holds a file that leafwright did not
    /// make; [`Failure::Machine`] when nothing can be written beside it.
    pub fn begin(folder: &Path) -> Result<Self, Failure> {
        let explain = |error| trouble::explain(folder, &error);
        let place = follow_link(folder).map_err(explain)?;
        if place.file_name().is_none() {
            return Err(trouble::is_nameless(folder));
        }
        let parent = folder_of(&place);
        let made = MadeFolder((!parent.exists()).then(|| parent.to_owned()));
        fs::create_dir_all(parent).map_err(explain)?;
        let prefix = leftovers::prefix(&place).map_err(explain)?;
        leftovers::sweep(parent, &prefix, &place);
        occupied::check(folder, &place)?;

        let hidden = Builder::new()
            .prefix(&prefix)
            .tempdir_in(parent)
            .map_err(explain)?;
        let lock = hold(hidden.path());
        mode::make_private(hidden.path(), mode::FOLDER).map_err(explain)?;
        mode::create_folder(&hidden.path().join(NEW)).map_err(explain)?;
        Ok(Self {
            shown: folder.to_owned(),
            place,
            watched: Some(interrupted::watch(hidden.path())),
            hidden,
            _parent: made,
            _lock: lock,
            lines: Vec::new(),
            rejected: Vec::new(),
        })
    }

    /// Adds a file (mode 0600) for a row of the spreadsheet.
    ///
    /// # Errors
    /// [`Failure::Machine`] when it cannot be written, when two files have one
    /// name, or when the name is not a plain one. The batch is then as before.
    pub fn add(
        &mut self,
        file_name: &str,
        bytes: &[u8],
        row: usize,
        pages: usize,
    ) -> Result<(), Failure> {
        if !is_plain(file_name) {
            return Err(trouble::our_fault(format!(
                "`{file_name}` cannot be the name of a letter"
            )));
        }
        self.put(file_name, bytes).map_err(|error| {
            if error.kind() == ErrorKind::AlreadyExists {
                return trouble::our_fault(format!("two letters have the name `{file_name}`"));
            }
            trouble::explain(&self.shown.join(file_name), &error)
        })?;
        self.lines.push(manifest::Line {
            row,
            file: file_name.to_owned(),
            pages,
            sha256: sha256_hex(bytes),
        });
        Ok(())
    }

    /// Notes a row that gets no letter, for `rejected.csv`. `column` and `code` say
    /// where and why; what stands in the cell is not for a list.
    pub fn reject(&mut self, row: usize, column: &str, code: &str) {
        self.rejected.push(rejected::Line {
            row,
            column: column.to_owned(),
            code: code.to_owned(),
        });
    }

    /// Writes the manifest and puts the folder in its place, instead of the one
    /// that is there from an earlier run. Gives the paths of the files in order
    /// of their rows, the lists last: `rejected.csv`, where a row was rejected, and
    /// the manifest.
    ///
    /// # Errors
    /// As [`Batch::begin`]; the folder that was there is then untouched. Only
    /// where the message says so, the new one is in its place already.
    pub fn finish(mut self) -> Result<Vec<PathBuf>, Failure> {
        self.lines.sort_by_key(|line| line.row);
        self.rejected.sort_by_key(|line| line.row);
        let wrong = |error| trouble::our_fault(format!("a list of rows went wrong: {error}"));
        let manifest = manifest::write(&self.lines).map_err(wrong)?;
        let rejected = rejected::write(&self.rejected).map_err(wrong)?;
        self.put(manifest::NAME, &manifest)
            .and_then(|()| match self.rejected.is_empty() {
                true => Ok(()),
                false => self.put(rejected::NAME, &rejected),
            })
            .and_then(|()| self.sync())
            .map_err(|error| trouble::explain(&self.shown, &error))?;
        // Somebody may have put a file there since the beginning.
        occupied::check(&self.shown, &self.place)?;
        // The earlier letters pass through the hidden folder now.
        self.watched = None;
        self.swap()
            .map_err(|error| trouble::explain(&self.shown, &error))?;

        let hidden = self.hidden.path().to_owned();
        let paths = self.names().map(|name| self.shown.join(name)).collect();
        sync_folder(folder_of(&self.place))
            .and_then(|()| self.hidden.close())
            .map_err(|error| trouble::left_behind(&self.shown, &hidden, &error))?;
        Ok(paths)
    }

    /// Every file of the folder.
    fn names(&self) -> impl Iterator<Item = &str> {
        let letters = self.lines.iter().map(|line| line.file.as_str());
        let rejected = (!self.rejected.is_empty()).then_some(rejected::NAME);
        letters.chain(rejected).chain([manifest::NAME])
    }

    /// Writes one whole file into the hidden folder, or nothing.
    fn put(&self, file_name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.hidden.path().join(NEW).join(file_name);
        let _not_interrupted = interrupted::hidden();
        let mut file = mode::create_file(&path)?;
        fill(&mut file, bytes).inspect_err(|_| {
            // It goes with the hidden folder anyway; this is for who goes on.
            let _ = fs::remove_file(&path);
        })
    }

    /// Waits until all files are on the disk. Here and not one by one as they
    /// come: many that wait together are written together, many times faster.
    fn sync(&self) -> io::Result<()> {
        let new = self.hidden.path().join(NEW);
        let names: Vec<&str> = self.names().collect();
        let share = names.len().div_ceil(WAITING_TOGETHER);
        thread::scope(|scope| {
            let wait = |names: &[&str]| names.iter().try_for_each(|name| sync_file(&new, name));
            let waiting = names
                .chunks(share)
                .map(|names| thread::Builder::new().spawn_scoped(scope, move || wait(names)))
                .collect::<io::Result<Vec<_>>>()?;
            waiting.into_iter().try_for_each(|thread| {
                let gave_up = |_| Err(io::Error::other("a thread gave up"));
                thread.join().unwrap_or_else(gave_up)
            })
        })?;
        sync_folder(&new)
    }

    /// Changes the folders. If the second step fails the first is undone; if the
    /// power fails between them, the next run undoes it (see [`leftovers`]).
    fn swap(&mut self) -> io::Result<()> {
        let (new, old) = (self.hidden.path().join(NEW), self.hidden.path().join(OLD));
        let had_one = match fs::rename(&self.place, &old) {
            Ok(()) => true,
            Err(error) if error.kind() == ErrorKind::NotFound => false,
            Err(error) => return Err(error),
        };
        if let Err(error) = fs::rename(&new, &self.place) {
            if had_one && fs::rename(&old, &self.place).is_err() {
                // Better hidden than gone.
                self.hidden.disable_cleanup(true);
            }
            return Err(error);
        }
        Ok(())
    }
}

fn sync_file(folder: &Path, name: &str) -> io::Result<()> {
    let path = folder.join(name);
    OpenOptions::new().write(true).open(path)?.sync_all()
}

/// Takes the lock that the system lets go of when this run ends. Some network
/// disks have no locks; there nothing is swept away either.
fn hold(folder: &Path) -> Option<File> {
    let file = File::open(folder).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

/// Whether this is the name of a file and nothing more, on any system, and free.
fn is_plain(name: &str) -> bool {
    let mut components = Path::new(name).components();
    let single = matches!(components.next(), Some(Component::Normal(first)) if first == name)
        && components.next().is_none();
    let forbidden = |symbol: char| symbol.is_control() || r#"/\:*?"<>|"#.contains(symbol);
    single
        && !name.starts_with('.')
        && !name.contains(forbidden)
        && ![manifest::NAME, rejected::NAME, PROOFS[0], PROOFS[1]]
            .iter()
            .any(|taken| name.eq_ignore_ascii_case(taken))
}
