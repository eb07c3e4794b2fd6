//! `leafwright versions` and its verbs.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::choices::{number, seed};
use super::making::{Making, Out, ServiceChoice};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Versions {
    #[command(subcommand)]
    pub verb: Option<VersionsVerb>,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub making: Making,
}

#[derive(Debug, Subcommand)]
pub enum VersionsVerb {
    /// Begin a version of a guide: a file to write into
    New(NewVersion),
    /// Say what a reader sees differ between two versions, also as a PDF
    Diff(Diff),
    /// Print a stack of copies to hand out: versions in a fair order, each copy with its code
    Print(PrintStack),
    /// Count what came back, and make a report of one page
    Answers(Answers),
    /// Make a version your own, and write down what you learned
    Adopt(Adopt),
}

#[derive(Debug, Args)]
pub struct NewVersion {
    /// The guide, such as `your-options`
    pub guide: String,
    /// What to call the version
    #[arg(long = "as", value_name = "NAME")]
    pub name: String,
    /// What to begin from: `full` is the guide as you print it
    #[arg(long, value_name = "VERSION", default_value = "full")]
    pub from: String,
    /// Why you try it: what people said, and what you hope will be easier
    #[arg(long, value_name = "WHY")]
    pub because: Option<String>,
    /// For whom: a persona in `personas/`, made where it is new
    #[arg(long = "for", value_name = "PERSONA", value_delimiter = ',')]
    pub personas: Vec<String>,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub making: Making,
}

#[derive(Debug, Args)]
pub struct Tested {
    /// The guide, where several have versions
    #[arg(long, value_name = "GUIDE")]
    pub guide: Option<String>,
}

#[derive(Debug, Args)]
pub struct Diff {
    /// One version: `full` is the guide as you print it
    pub one: String,
    /// The other one
    pub other: String,
    #[command(flatten)]
    pub tested: Tested,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub out: Out,
    #[command(flatten)]
    pub making: Making,
}

#[derive(Debug, Args)]
pub struct PrintStack {
    /// The versions to print [default: `full`, which is the guide as you print it, and all its versions]
    pub versions: Vec<String>,
    #[command(flatten)]
    pub tested: Tested,
    /// How many copies, of all versions together [default: 6 of each]
    #[arg(long, value_name = "N", value_parser = number(1))]
    pub copies: Option<u32>,
    /// So many more in large print
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = number(0))]
    pub large_print: u32,
    /// So many more to read aloud, also through an interpreter: two booklets alike, and a sheet to fill in
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = number(0))]
    pub read_aloud: u32,
    /// What chance begins with: the same number gives the same order
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = seed)]
    pub seed: u64,
    /// The round: 2 once you have learned from the first
    #[arg(long, value_name = "N", value_parser = number(1))]
    pub round: Option<u32>,
    /// Print the last round anew: none of its copies was handed out, and all are thrown away
    #[arg(long)]
    pub replace: bool,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub out: Out,
    #[command(flatten)]
    pub making: Making,
}

#[derive(Debug, Args)]
pub struct Answers {
    /// The spreadsheet that was printed for them, filled in: .xlsx, or saved as CSV
    pub file: PathBuf,
    /// The tally of places, where it is a CSV file of its own
    #[arg(long, value_name = "FILE")]
    pub tally: Option<PathBuf>,
    #[command(flatten)]
    pub tested: Tested,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub out: Out,
    #[command(flatten)]
    pub making: Making,
}

#[derive(Debug, Args)]
pub struct Adopt {
    /// The version
    pub version: String,
    /// What you learned, in a sentence or two [default: why it was tested, and how many slips came back]
    #[arg(long, value_name = "WORDS")]
    pub learned: Option<String>,
    #[command(flatten)]
    pub tested: Tested,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub making: Making,
}
