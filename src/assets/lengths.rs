//! How long each kind of file may be: one table, so that nothing is read without an end.
//!
//! Lists of people and pictures come from anywhere, and a folder may hold what somebody
//! put there by mistake. The lengths are many times what such a file needs.
//! `docs/limits.md` lists them, and a test holds the two together.

use crate::diagnostics::Problem;

const MB: u64 = 1024 * 1024;

/// A kind of file that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Settings, guides, tones, labels, overrides: YAML with Markdown in it.
    Settings,
    /// A template of Typst.
    Template,
    /// A drawing of a scene: SVG.
    Drawing,
    /// `local-services.csv`.
    LocalServices,
    /// A logo, or a picture of a guide.
    Picture,
    /// A typeface.
    Font,
    /// A spreadsheet of people.
    People,
}

impl FileKind {
    /// The kind of a file in a service's folder, by its path there.
    pub fn of(path: &str) -> Self {
        let lower = path.to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
        if ends(&[".yaml", ".yml", ".md"]) {
            Self::Settings
        } else if ends(&[".csv"]) {
            Self::LocalServices
        } else if ends(&[".svg"]) {
            Self::Drawing
        } else if lower.starts_with("templates/") {
            Self::Template
        } else if lower.starts_with("fonts/") {
            Self::Font
        } else {
            Self::Picture
        }
    }

    /// The most bytes of such a file.
    pub const fn most_bytes(self) -> u64 {
        match self {
            Self::Settings | Self::Template => 2 * MB,
            // A scene of ten people has 35 kB.
            Self::Drawing => MB / 4,
            Self::LocalServices => 5 * MB,
            Self::Picture => 20 * MB,
            Self::Font => 30 * MB,
            Self::People => 50 * MB,
        }
    }

    /// What a person calls it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Settings => "a file of settings or texts",
            Self::Template => "a template",
            Self::Drawing => "a drawing",
            Self::LocalServices => "a list of local services",
            Self::Picture => "a picture",
            Self::Font => "a font",
            Self::People => "a list of people",
        }
    }

    /// What to do about one that is too long.
    fn help(self) -> &'static str {
        match self {
            Self::Settings => {
                "look whether it is the right file; if it is, delete from it what is no text to be printed"
            }
            Self::Template => {
                "look whether it is the right file; pictures go into files of their own"
            }
            Self::Drawing => "simplify its shapes, or use a picture of dots, as a PNG or JPEG",
            Self::LocalServices => {
                "keep the rows that are needed, and save them as \"CSV UTF-8\" again"
            }
            Self::Picture => {
                "save a smaller copy: a picture as wide as an A4 page needs 2,480 pixels"
            }
            Self::Font => {
                "look whether it is the right file; a font of fewer scripts of the same typeface is smaller"
            }
            Self::People => {
                "copy the rows and columns that are needed into a new spreadsheet, and save that"
            }
        }
    }

    /// Refuses what is longer than such a file may be. `is_whole` says whether the length
    /// is that of the whole file, or only as far as it was read.
    ///
    /// # Errors
    /// The file, its size, the limit, and what to do.
    pub(crate) fn check(self, name: &str, length: u64, is_whole: bool) -> Result<(), Box<Problem>> {
        if length <= self.most_bytes() {
            return Ok(());
        }
        let size = if is_whole {
            format!("is {} large", size(length))
        } else {
            format!("goes on after {}", size(self.most_bytes()))
        };
        let problem = Problem::error(format!(
            "`{name}` {size}, and {} may be {} at most",
            self.words(),
            self::size(self.most_bytes())
        ));
        Err(problem.help(self.help()).into())
    }
}

/// A length as people say it, rounded up.
fn size(bytes: u64) -> String {
    if bytes < MB {
        return format!("{} kB", bytes.div_ceil(1024));
    }
    match bytes.div_ceil(MB) {
        megabytes @ ..1024 => format!("{megabytes} MB"),
        megabytes => format!("{} GB", megabytes.div_ceil(1024)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind, in the order in which the manual lists them.
    const ALL: [FileKind; 7] = [
        FileKind::Settings,
        FileKind::Template,
        FileKind::Drawing,
        FileKind::LocalServices,
        FileKind::Picture,
        FileKind::Font,
        FileKind::People,
    ];

    #[test]
    fn the_kind_of_a_file_is_known_by_its_place() {
        let kinds = [
            ("service.yaml", FileKind::Settings),
            ("overrides/your-options.yaml", FileKind::Settings),
            ("content/guides/walk/en-GB.yaml", FileKind::Settings),
            ("templates/letter.typ", FileKind::Template),
            ("templates/pictures/walk.svg", FileKind::Drawing),
            ("local-services.csv", FileKind::LocalServices),
            ("fonts/Own.TTF", FileKind::Font),
            ("pictures/logo.PNG", FileKind::Picture),
            ("logo", FileKind::Picture),
        ];
        for (path, kind) in kinds {
            assert_eq!(FileKind::of(path), kind, "{path}");
        }
    }

    #[test]
    fn what_is_too_long_is_said_with_its_size_and_the_limit() {
        let kind = FileKind::People;
        assert!(kind.check("people.csv", kind.most_bytes(), true).is_ok());
        let said = |length, is_whole| {
            let problem = kind.check("people.csv", length, is_whole);
            problem.expect_err("too long").to_string()
        };
        insta::assert_snapshot!(said(kind.most_bytes() + 1, true), @r#"
        error: `people.csv` is 51 MB large, and a list of people may be 50 MB at most
          help: copy the rows and columns that are needed into a new spreadsheet, and save that
        "#);
        assert!(said(3 * 1024 * MB, true).starts_with("error: `people.csv` is 3 GB large"));
        assert!(said(kind.most_bytes() + 1, false).contains("goes on after 50 MB"));
    }

    #[test]
    fn the_manual_lists_every_length() {
        let manual = include_str!("../../docs/limits.md");
        for kind in ALL {
            let line = format!("| {} | {} |", kind.words(), size(kind.most_bytes()));
            assert!(manual.contains(&line), "{line}");
        }
    }
}
