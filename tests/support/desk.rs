//! A desk: a folder of its own where somebody types commands.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::TODAY;

/// Somebody's folder, gone when the story is over.
pub struct Desk {
    folder: TempDir,
    /// What a story puts into the environment.
    environment: Vec<(String, String)>,
}

/// What a command said, and how it ended.
pub struct Told {
    /// What was typed.
    pub typed: String,
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// A desk with nothing on it.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
            environment: Vec::new(),
        }
    }

    /// A desk with the service of `tests/services/<name>` on it.
    pub fn with(name: &str) -> Self {
        let desk = Self::empty();
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/services");
        copy(&fixture.join(name), desk.folder());
        desk
    }

    /// A desk with what `leafwright new` puts there.
    pub fn new_service() -> Self {
        let desk = Self::empty();
        leafwright::new_service(desk.folder(), None).expect("an empty folder");
        desk
    }

    /// A desk with what `leafwright new` puts there, filled in: a service that is as
    /// invented as the example, and is not the example.
    pub fn own_service() -> Self {
        let desk = Self::new_service();
        // Of the same length, so that pages are as full as the example's.
        let changes = [
            ("Riverside", "Saltmarsh"),
            ("riverside", "saltmarsh"),
            ("Jo Example", "Jo Saltern"),
            ("1 Mill Lane", "4 Quay Lane"),
            ("20 Market Square", "20 Granary Court"),
            ("LD91", "LD96"),
            ("LD92", "LD97"),
            ("01632 960123", "01632 960111"),
            ("01632 960456", "01632 960444"),
            ("01632 960777", "01632 960771"),
            ("01632 960888", "01632 960881"),
            ("07700 900123", "07700 900121"),
            ("01632 960234", "01632 960231"),
            ("01632 960345", "01632 960341"),
            ("07700 900456", "07700 900451"),
            ("talkinggroup", "listengroup"),
            ("gardendays", "gardenhour"),
            ("easybacks", "supplebks"),
            ("moneyhelp", "moneyaid"),
            ("for bones, joints", "for backs, joints"),
            ("any of our physio", "each of our physio"),
            ("thought that we could help", "said that we might help you"),
            ("help people to live well", "help people live better"),
            ("movement and daily life", "daily life and movement"),
            ("About 45 minutes", "About 50 minutes"),
            ("Bus 12", "Bus 14"),
            (
                "if another day would be better",
                "and ask if you want another day",
            ),
            ("Ask us who can see it", "Ask us who may see it"),
        ];
        for file in [
            "service.yaml",
            "local-services.csv",
            "people.csv",
            "overrides/your-options.yaml",
        ] {
            let text = desk.read_text(file);
            let text = changes
                .iter()
                .fold(text, |text, (from, to)| text.replace(from, to));
            desk.write(file, text);
        }
        // People with postcodes of their own.
        let people = desk.read_text("people.csv");
        let people = people.replace("LD93", "LD98").replace("LD94", "LD99");
        desk.write("people.csv", people);
        let logo = image::open(desk.path("logo.png")).expect("the example's logo");
        let turned = logo.fliph().save(desk.path("logo.png"));
        turned.expect("a logo of its own");
        desk
    }

    /// Puts the lines that `build` gave into the settings, with a role.
    pub fn approve(&self, said: &str) {
        let (_, pasted) = said.rsplit_once("approvals:\n").expect("lines to paste");
        let lines = pasted.lines().take_while(|line| !line.is_empty());
        let lines: Vec<String> = lines
            .map(|line| line.replace('…', "Clinical lead"))
            .collect();
        let settings = self.read_text("service.yaml");
        let approvals = format!("{settings}approvals:\n{}\n", lines.join("\n"));
        self.write("service.yaml", approvals);
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder().join(path)
    }

    pub fn exists(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    pub fn read(&self, path: impl AsRef<Path>) -> Vec<u8> {
        let path = self.path(path);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub fn read_text(&self, path: impl AsRef<Path>) -> String {
        String::from_utf8(self.read(path)).expect("a text")
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a written file");
    }

    /// Changes one stretch of a file, as somebody does in an editor.
    pub fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read_text(path);
        assert_eq!(text.matches(from).count(), 1, "`{from}` once in {path}");
        self.write(path, text.replace(from, to));
    }

    /// Sets a variable for every command from here on.
    pub fn environment(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Types a command, on the day of the story.
    pub fn run(&self, arguments: &[&str]) -> Told {
        let prints = ["build", "letters", "check", "desk-test", "versions"].contains(&arguments[0]);
        match prints && !arguments.contains(&"--date") {
            true => self.run_exactly(&[arguments, &["--date", TODAY]].concat()),
            false => self.run_exactly(arguments),
        }
    }

    /// Types a command that has to go well.
    pub fn done(&self, arguments: &[&str]) -> Told {
        let told = self.run(arguments);
        assert_eq!(told.status, 0, "{}", told.story());
        told
    }

    /// Types a command as it stands. The machine's own settings are not there.
    pub fn run_exactly(&self, arguments: &[&str]) -> Told {
        let mut command = self.command(env!("CARGO_BIN_EXE_leafwright"));
        let output = command.args(arguments).output();
        let output = output.expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8 on the terminal");
        Told {
            typed: arguments.join(" "),
            status: output.status.code().expect("it ends by itself"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// A program as it is started from this desk, without the machine's own settings.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder());
        for name in ["SOURCE_DATE_EPOCH", "NO_COLOR", "COLUMNS", "TZ", "LANG"] {
            command.env_remove(name);
        }
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Every file below a folder of the desk, by its path there.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let root = self.path(folder);
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let name = path.strip_prefix(&root).expect("below").display();
                files.insert(name.to_string(), fs::read(&path).expect("a file"));
            }
        }
        files
    }
}

impl Told {
    /// Command, status and both outputs, as one would copy them from a terminal.
    pub fn story(&self) -> String {
        let part = |name: &str, text: &str| match text.is_empty() {
            true => String::new(),
            false => format!("--- {name}\n{text}"),
        };
        format!(
            "$ leafwright {}\n--- status {}\n{}{}",
            self.typed,
            self.status,
            part("out", &self.out),
            part("err", &self.err)
        )
    }

    /// Everything that was said.
    pub fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

fn copy(from: &Path, to: &Path) {
    let entries = fs::read_dir(from);
    let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        let target = to.join(path.file_name().unwrap_or(OsStr::new("")));
        if path.is_dir() {
            fs::create_dir_all(&target).expect("a folder");
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copied file");
        }
    }
}
