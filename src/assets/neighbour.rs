//! Files that somebody may have meant: the same name in other letters, with another ending,
//! or in another folder. Linux keeps `Logo.png` and `logo.png` apart, most computers do not.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use include_dir::Dir;

use super::folder::Folder;
use super::shown::shown_name;
use super::{CONTENT, FONTS, SERVICE_FILE, TEMPLATES};
use crate::diagnostics::{Problem, closest};

/// How deep a folder of a service is looked through, and how many names in all.
const DEEPEST: usize = 4;
const MOST_NAMES: usize = 5_000;

/// What a service's folder holds under a name of ours.
const OUR_NAMES: [&str; 6] = [
    SERVICE_FILE,
    "local-services.csv",
    "overrides",
    "content",
    "templates",
    "fonts",
];

/// What to do about a file that is not there, where another was probably meant.
pub(super) fn instead_of(folder: &Folder, path: &str) -> Option<String> {
    let files = files_below(&folder.real);
    let wanted = path.trim_start_matches("./").to_lowercase();
    let (parent, name) = wanted.rsplit_once('/').unwrap_or(("", &wanted));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let find = |is_it: &dyn Fn(&str) -> bool| {
        let mut lower = files.iter().map(|file| (file, file.to_lowercase()));
        lower.find(|(_, lower)| is_it(lower)).map(|(file, _)| file)
    };
    let here = |lower: &str| lower.rsplit_once('/').unwrap_or(("", lower)).0 == parent;
    let called = |lower: &str| Path::new(lower).file_name() == Some(name.as_ref());
    let of_stem = |lower: &str| Path::new(lower).file_stem() == Some(stem.as_ref());
    if let Some(file) = find(&|lower| lower == wanted) {
        let file = shown_name(file);
        return Some(format!(
            "there is `{file}`: capital letters count, so write it as the file is called"
        ));
    }
    if let Some(file) = find(&|lower| here(lower) && of_stem(lower)) {
        let file = shown_name(file);
        return Some(format!("there is `{file}`: write that name if it is meant"));
    }
    if let Some(file) = find(&called) {
        let file = shown_name(file);
        return Some(format!("there is `{file}`: write it with its folder"));
    }
    let beside = files.iter().filter(|file| here(&file.to_lowercase()));
    let near = closest(path, beside.map(String::as_str))?;
    let near = shown_name(near);
    Some(format!("there is `{near}`: write that name if it is meant"))
}

/// Files that are not read, because their names are ours in other letters.
pub(super) fn misnamed(folder: &Folder) -> Vec<Problem> {
    let mut ours: BTreeMap<String, PathBuf> = OUR_NAMES
        .iter()
        .map(|name| ((*name).to_owned(), PathBuf::from(name)))
        .collect();
    for (name, dir) in [
        ("content", &CONTENT),
        ("templates", &TEMPLATES),
        ("fonts", &FONTS),
    ] {
        note_below(dir, Path::new(name), &mut ours);
    }
    let mut problems = Vec::new();
    for (path, is_folder) in names_below(&folder.real) {
        let Some(meant) = ours.get(&path.to_lowercase()) else {
            continue;
        };
        // Where letters are not told apart, the file is there under our name too.
        if *meant == Path::new(&path) || folder.real.join(meant).exists() {
            continue;
        }
        let what = if is_folder { "in it is" } else { "of it is" };
        let (path, meant) = (shown_name(&path), meant.display());
        problems.push(
            Problem::error(format!("`{path}` is not read: nothing {what} used"))
                .help(format!("capital letters count: rename it to `{meant}`")),
        );
    }
    problems
}

fn note_below(dir: &Dir, at: &Path, ours: &mut BTreeMap<String, PathBuf>) {
    for entry in dir.entries() {
        let path = at.join(entry.path());
        let lower = path.to_string_lossy().to_lowercase();
        ours.insert(lower, path);
        if let Some(dir) = entry.as_dir() {
            note_below(dir, at, ours);
        }
    }
}

/// The files below a folder by their paths in it, sorted.
fn files_below(folder: &Path) -> Vec<String> {
    let names = names_below(folder).into_iter();
    let mut files: Vec<String> = names
        .filter(|(_, is_folder)| !is_folder)
        .map(|(path, _)| path)
        .collect();
    files.sort();
    files
}

/// What is below a folder, by its path in it and whether it is a folder. Hidden ones and
/// links are passed over.
fn names_below(root: &Path) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut folders = vec![(PathBuf::new(), 0)];
    while let Some((below, depth)) = folders.pop() {
        let entries = root.join(&below).read_dir();
        for entry in entries.into_iter().flatten().flatten() {
            let (path, kind) = (below.join(entry.file_name()), entry.file_type());
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            let Ok(kind) = kind else { continue };
            if is_hidden || kind.is_symlink() {
                continue;
            }
            if found.len() == MOST_NAMES {
                return found;
            }
            found.push((path.to_string_lossy().into_owned(), kind.is_dir()));
            if kind.is_dir() && depth < DEEPEST {
                folders.push((path, depth + 1));
            }
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::assets::Assets;

    /// What is said of a file that is not there, in a folder with these files.
    fn instead_of(path: &str, files: &[&str]) -> Option<String> {
        folder_with(files, |assets| assets.instead_of(path))
    }

    fn folder_with<T>(files: &[&str], ask: impl FnOnce(&Assets) -> T) -> T {
        let folder = tempfile::tempdir().expect("a folder");
        for file in ["service.yaml"].iter().chain(files) {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, "").expect("a file");
        }
        ask(&Assets::of(folder.path()).expect("a service"))
    }

    #[test]
    fn a_file_that_was_probably_meant_is_named() {
        let cases = [
            (
                "Logo.png",
                "there is `Logo.png`: capital letters count, so write it as the file is called",
            ),
            (
                "logo.jpg",
                "there is `logo.jpg`: write that name if it is meant",
            ),
            (
                "pictures/Logo.PNG",
                "there is `pictures/Logo.PNG`: write it with its folder",
            ),
            (
                "logos.png",
                "there is `logos.png`: write that name if it is meant",
            ),
            (
                "logo.png\u{1b}[2J",
                "there is `logo.png<U+001B>[2J`: write that name if it is meant",
            ),
        ];
        for (file, said) in cases {
            assert_eq!(instead_of("logo.png", &[file]).as_deref(), Some(said));
        }
        assert_eq!(instead_of("logo.png", &["walk.yaml", ".logo.png"]), None);
        assert_eq!(Assets::example().instead_of("logo.jpg"), None);
    }

    #[test]
    fn a_file_of_our_name_in_other_letters_is_not_passed_over() {
        let said = |files: &[&str]| -> Vec<String> {
            let problems = folder_with(files, Assets::misnamed);
            problems.iter().map(ToString::to_string).collect()
        };
        insta::assert_snapshot!(said(&["Local-Services.csv", "templates/Letter.typ", "Overrides/a.yaml"]).join("\n"), @"
        error: `Local-Services.csv` is not read: nothing of it is used
          help: capital letters count: rename it to `local-services.csv`
        error: `Overrides` is not read: nothing in it is used
          help: capital letters count: rename it to `overrides`
        error: `templates/Letter.typ` is not read: nothing of it is used
          help: capital letters count: rename it to `templates/letter.typ`
        ");
        assert_eq!(
            said(&["local-services.csv", "templates/my-own.typ"]),
            [""; 0]
        );
    }
}
