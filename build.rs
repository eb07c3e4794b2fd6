//! Builds anew when a built-in file is added or taken away: `include_dir` only
//! notices files that change.

fn main() {
    for folder in ["content", "templates", "fonts"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
