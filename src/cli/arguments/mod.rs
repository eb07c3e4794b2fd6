//! The command line as it is typed. What verbs share is in `making`.

mod choices;
mod making;
mod people;
mod run;
mod shard;
mod versions;

use std::num::NonZeroU32;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};

use crate::assets::example_names;
use crate::diagnostics::RowCode;
use crate::read::SchemaOf;
use crate::read::people::Rows;

pub use choices::{FormatChoice, TargetChoice};
use choices::{copies, doubt, schema};
pub use making::{Day, Making, Out, ServiceChoice};
pub use people::SheetChoice;
pub use run::{RunChoice, WorkerChoice, workers};
pub use versions::{Adopt, Answers, Diff, NewVersion, PrintStack, Versions, VersionsVerb};

/// The verb of the processes that set letters.
const SET_LETTERS: &str = "set-letters";
/// The verb of the process in which a service's own template is tried.
const TRY_OUT: &str = "try-out";

/// Leaflets, booklets and letters that carry a service's name, contacts and way of speaking.
#[derive(Debug, Parser)]
#[command(
    name = "leafwright",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
#[command(
    after_help = "Start with:\n  leafwright new my-service\n  cd my-service\n  leafwright build"
)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make a folder for a service: settings, spreadsheets and a logo to start from
    New {
        /// The folder to make
        folder: PathBuf,
        /// The example to start from: the one that is most like you
        #[arg(long, value_name = "EXAMPLE", value_parser = PossibleValuesParser::new(example_names()))]
        like: Option<String>,
    },
    /// List what there is, and what this service prints
    List(List),
    /// Make a page with a picture of each publication, to see what there is
    Gallery(Gallery),
    /// Say what each tone calls things, side by side, and what it does not say
    Tones(Tones),
    /// Print the text of a guide, with notes on what your service may change in it
    Show(Show),
    /// Put a guide into your service's folder, to rewrite it
    Copy(Copy),
    /// Say what may stand in a file, as JSON Schema: editors complete and check by it
    Schema(Schema),
    /// List what only the service can say, as lines for service.yaml
    Needs(Needs),
    /// Look for what would mislead or hurt a reader, without printing anything
    Check(Check),
    /// Say what a rule of `check` asks for, why, and how to write instead
    Explain {
        /// The rule's code or name, such as LW012 or word-to-avoid [default: a list of all rules]
        rule: Option<String>,
    },
    /// Print leaflets and booklets, and a sample of each letter
    Build(Build),
    /// Say what the columns of a spreadsheet are read as, and what to write to change it
    Columns(Columns),
    /// Take services near you from an Open Referral list (UK JSON or HSDS CSV) into local-services.csv
    ImportServices(ImportServices),
    /// Print a letter for each person of a spreadsheet
    Letters(Letters),
    /// List the versions of guides that you test with people; begin, compare, print, count, adopt one
    Versions(Versions),
    /// Put the parts of a run together, and prove that nothing is missing
    Gather(Gather),
    /// Set letters for a run, in a process of its own: `letters` starts it
    #[command(name = SET_LETTERS, hide = true)]
    SetLetters,
    /// Try a service's own template, in a process of its own: the others start it
    #[command(name = TRY_OUT, hide = true)]
    TryOut,
    /// Make test sheets that say which setting your printer needs
    DeskTest(DeskTest),
}

#[derive(Debug, Args)]
pub struct List {
    /// List the pictures there are, what each shows and what it suits
    #[arg(long)]
    pub pictures: bool,
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct Gallery {
    /// The guides to show [default: all that the service prints]
    pub guides: Vec<String>,
    /// Show every guide there is, whether the service prints it or not
    #[arg(long, conflicts_with = "guides")]
    pub all: bool,
    #[command(flatten)]
    pub service: ServiceChoice,
    /// The folder to put the page and its pictures into
    #[arg(id = "out", long, value_name = "DIR", default_value = "gallery")]
    pub out: PathBuf,
    #[command(flatten)]
    pub making: Making,
}

#[derive(Debug, Args)]
pub struct Tones {
    /// The language, such as `cy` [default: the service's first]
    #[arg(long)]
    pub language: Option<String>,
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct Show {
    /// The guide, such as `your-options`
    pub guide: String,
    /// The language it is written in, such as `cy` [default: en-GB]
    #[arg(long)]
    pub language: Option<String>,
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct Copy {
    /// The guide, such as `your-options`
    pub guide: String,
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct Schema {
    /// The kind of file [default: write all schemas into the service's folder `.leafwright`]
    #[arg(value_name = "FILE", value_parser = schema())]
    pub of: Option<SchemaOf>,
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct Needs {
    /// The guide that asks [default: all that the service prints]
    pub guide: Option<String>,
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The guides to look at [default: all that the service prints]
    pub guides: Vec<String>,
    /// Look at the people of a spreadsheet as well, as `letters` would
    #[arg(long, value_name = "FILE")]
    pub people: Option<PathBuf>,
    /// Say that something doubtful in the spreadsheet is right, such as on-a-sunday
    #[arg(long, value_name = "CODE", value_delimiter = ',', requires = "people", value_parser = doubt)]
    pub accept: Vec<RowCode>,
    #[command(flatten)]
    pub sheet: SheetChoice,
    /// How to say what was found
    #[arg(long, value_enum, default_value_t = FormatChoice::Human)]
    pub format: FormatChoice,
    /// Look for these rules only: codes such as LW012, or how they begin, such as LW01
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Do not look for these rules
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Say how each part reads, and how a booklet compares its options
    #[arg(long)]
    pub report: bool,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub making: Making,
}

#[derive(Debug, Args)]
pub struct Columns {
    /// The spreadsheet of people
    pub file: PathBuf,
    /// The sheet of the workbook to read [default: the first that holds something]
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct ImportServices {
    /// A file of JSON, or a folder of CSV tables
    #[arg(value_name = "FILE|DIR")]
    pub from: PathBuf,
    #[command(flatten)]
    pub service: ServiceChoice,
}

#[derive(Debug, Args)]
pub struct Build {
    /// The guides to print [default: all that the service prints]
    pub guides: Vec<String>,
    /// What for: to read on a screen, for the office printer, for a print shop, for a browser
    #[arg(
        long = "target",
        value_name = "TARGET",
        value_enum,
        value_delimiter = ',',
        default_value = "screen,desk"
    )]
    pub targets: Vec<TargetChoice>,
    /// Put so many copies into a file for the office printer, and on a print shop's ticket
    #[arg(long, value_name = "N", value_parser = copies, conflicts_with = "proof")]
    pub copies: Option<NonZeroU32>,
    /// Where a text is too long for its panel, card or page, print a draft for the screen, with the rest on pages of its own
    #[arg(long, conflicts_with = "proof")]
    pub draft: bool,
    /// Print with the shortest and the longest names and contacts a service may have, to see what breaks
    #[arg(long)]
    pub proof: bool,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub out: Out,
    #[command(flatten)]
    pub making: Making,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "leafwright letters <GUIDE> --people <FILE> [OPTIONS]\n       \
                      leafwright letters --verify <DIR>"
)]
pub struct Letters {
    /// The letter to print, such as `invitation`
    #[arg(required_unless_present = "verify")]
    pub guide: Option<String>,
    /// The spreadsheet of people: an Excel workbook (.xlsx), or saved as CSV
    #[arg(long, value_name = "FILE", required_unless_present = "verify")]
    pub people: Option<PathBuf>,
    /// Print these rows alone, by the numbers that the spreadsheet shows, such as 5,9,12-20
    #[arg(long, value_name = "ROWS")]
    pub rows: Option<Rows>,
    /// Say that something doubtful is right, such as on-a-sunday: it stops no letter then
    #[arg(long, value_name = "CODE", value_delimiter = ',', value_parser = doubt)]
    pub accept: Vec<RowCode>,
    #[command(flatten)]
    pub sheet: SheetChoice,
    /// Leave out the rows that cannot be printed, list them in rejected.csv, print the others
    #[arg(long)]
    pub keep_going: bool,
    /// Judge every row and lay out every letter, say what would be printed, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Print letters to approve, each marked as a proof: those of the rows with the longest and the shortest in each column, and the guide's own samples
    #[arg(long, conflicts_with = "dry_run")]
    pub proof: bool,
    /// Print one proof to look at, with envelope window and folds or a posting service's zones drawn on it
    #[arg(long, conflicts_with = "dry_run")]
    pub overlay: bool,
    /// Go on where a run was stopped: what is finished is not made again; where nothing is, begin afresh
    #[arg(long, conflicts_with_all = ["dry_run", "proof", "overlay"])]
    pub resume: bool,
    /// Put the letters in the place of others that are in their folder already
    #[arg(long, conflicts_with_all = ["dry_run", "proof", "overlay"])]
    pub replace: bool,
    /// Instead of printing: look whether a folder of letters is whole and as it was printed
    #[arg(long, value_name = "DIR", exclusive = true)]
    pub verify: Option<PathBuf>,
    #[command(flatten)]
    pub service: ServiceChoice,
    #[command(flatten)]
    pub out: Out,
    #[command(flatten)]
    pub making: Making,
    // What follows stands under headings of its own.
    #[command(flatten)]
    pub run: RunChoice,
    #[command(flatten)]
    pub work: WorkerChoice,
}

#[derive(Debug, Args)]
pub struct Gather {
    /// The folders of the parts, such as out/invitation.shard-1-of-4
    #[arg(required = true, value_name = "DIR")]
    pub shards: Vec<PathBuf>,
    /// Put the whole run in the place of letters that are in its folder already
    #[arg(long)]
    pub replace: bool,
    #[command(flatten)]
    pub out: Out,
}

#[derive(Debug, Args)]
pub struct DeskTest {
    #[command(flatten)]
    pub out: Out,
    #[command(flatten)]
    pub day: Day,
}
