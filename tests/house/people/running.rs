//! A run that is going on, and what may befall it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::support::{Desk, TODAY};

/// The words of a run on the day of the stories.
pub const RUN: [&str; 6] = [
    "letters",
    "invitation",
    "--people",
    "people.csv",
    "--date",
    TODAY,
];

/// A run that is going on. It is killed when its story is over.
pub struct Running {
    child: Child,
}

impl Running {
    /// Types the words of a run that one process sets, and more.
    pub fn start(desk: &Desk, more: &[&str]) -> Self {
        let mut command = desk.command(env!("CARGO_BIN_EXE_leafwright"));
        Self::of(command.args(RUN).args(["--jobs", "1"]).args(more))
    }

    /// The same where every file may be opened by everybody (a umask of 000), set by as
    /// many processes as `more` says.
    #[cfg(target_os = "linux")]
    pub fn start_open_to_all(desk: &Desk, more: &[&str]) -> Self {
        let mut shell = desk.command("sh");
        let line = "umask 000; exec \"$0\" \"$@\"";
        let program = env!("CARGO_BIN_EXE_leafwright");
        Self::of(shell.args(["-c", line, program]).args(RUN).args(more))
    }

    fn of(command: &mut Command) -> Self {
        use std::os::unix::process::CommandExt;
        let child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // As a terminal starts it, so that Ctrl-C reaches all its processes.
            .process_group(0)
            .spawn();
        Self {
            child: child.expect("the program starts"),
        }
    }

    /// Waits until so many files are in a folder. False where the run ended before.
    pub fn has_made(&mut self, count: usize, folder: &Path) -> bool {
        loop {
            if files_in(folder).len() >= count {
                return true;
            }
            if self.child.try_wait().expect("a state").is_some() {
                return false;
            }
            sleep(Duration::from_millis(1));
        }
    }

    /// Sends the run alone a signal, such as `KILL`.
    pub fn signal(&self, name: &str) {
        signal(name, &self.child.id().to_string());
    }

    /// What a key of the terminal does: the run and its processes get a signal.
    pub fn signal_all(&self, name: &str) {
        signal(name, &format!("-{}", self.child.id()));
    }

    /// Kills the processes that it has started.
    #[cfg(target_os = "linux")]
    pub fn kill_its_processes(&self) {
        let children = self.its(&format!("task/{}/children", self.child.id()));
        for child in children.split_whitespace() {
            signal("KILL", child);
        }
    }

    /// What Linux says of the run in a file such as `limits`.
    #[cfg(target_os = "linux")]
    pub fn its(&self, file: &str) -> String {
        let said = std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id()));
        said.expect("Linux tells it")
    }

    /// How it ended and what it said on standard error.
    pub fn end(mut self) -> (Option<i32>, String) {
        use std::io::Read;
        let mut said = String::new();
        let mut errors = self.child.stderr.take().expect("a pipe");
        errors.read_to_string(&mut said).expect("UTF-8");
        (self.child.wait().expect("an end").code(), said)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn signal(name: &str, to: &str) {
    let line = format!("kill -s {name} -- {to}");
    let told = Command::new("sh").args(["-c", &line]).status();
    assert!(told.expect("a shell").success(), "{line}");
}

/// Where the files of a run are until it ends.
pub fn hidden(desk: &Desk, folder: &str) -> PathBuf {
    desk.path(format!("out/.{folder}.leafwright-run"))
}

/// The new files in the hidden folder of a run.
pub fn new_files(desk: &Desk) -> PathBuf {
    hidden(desk, "invitation").join("new")
}

/// The names of what is in a folder; none where it is not there.
pub fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.collect()
}

/// On a busy machine a run may be over before anything befalls it: then once more.
const TRIES: usize = 10;

/// Ends a run when it has made so many files. Gives how it ended.
pub fn stopped_at(
    desk: &Desk,
    count: usize,
    more: &[&str],
    stop: impl Fn(&Running),
) -> (Option<i32>, String) {
    for _ in 0..TRIES {
        let _ = std::fs::remove_dir_all(desk.path("out"));
        let mut run = Running::start(desk, more);
        if run.has_made(count, &new_files(desk)) {
            stop(&run);
        }
        let ended = run.end();
        if new_files(desk).is_dir() {
            return ended;
        }
    }
    panic!("every run was over before it could be stopped at {count} files");
}

/// Kills a run when it has made so many files.
pub fn kill_at(desk: &Desk, count: usize, more: &[&str]) {
    stopped_at(desk, count, more, |run| run.signal("KILL"));
}

/// A run that stands still after its second file.
pub fn held(desk: &Desk, start: impl Fn() -> Running) -> Running {
    for _ in 0..TRIES {
        let _ = std::fs::remove_dir_all(desk.path("out"));
        let mut run = start();
        if run.has_made(2, &new_files(desk)) {
            run.signal("STOP");
            // It stops a moment later.
            sleep(Duration::from_millis(20));
            if new_files(desk).is_dir() {
                return run;
            }
        }
    }
    panic!("every run was over before it could be held");
}

/// The processes that work in this folder, by what `ps` shows of them.
#[cfg(target_os = "linux")]
pub fn processes_in(folder: &Path) -> Vec<String> {
    let folder = std::fs::canonicalize(folder).expect("a folder");
    let processes = std::fs::read_dir("/proc").expect("processes").flatten();
    let here = processes
        .map(|process| process.path())
        .filter(|process| std::fs::read_link(process.join("cwd")).is_ok_and(|at| at == folder));
    let said = here.map(|process| {
        let shown = std::fs::read(process.join("cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&shown).replace('\0', " ")
    });
    // One that has just ended shows nothing.
    said.filter(|said| !said.is_empty()).collect()
}
