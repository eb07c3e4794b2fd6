//! The rooms take their built-in files from the folder of the main package.

fn main() {
    let own = std::env::var("CARGO_MANIFEST_DIR").expect("Cargo says where this is");
    let main = std::path::Path::new(&own)
        .parent()
        .expect("it is in the main package");
    println!("cargo::rustc-env=CARGO_MANIFEST_DIR={}", main.display());
    for folder in ["content", "templates", "fonts"] {
        println!("cargo::rerun-if-changed={}", main.join(folder).display());
    }
}
