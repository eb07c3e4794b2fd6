//! What to do about a problem, so that whoever shows it can say how.

use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};

/// What to do, in a line. A library cannot know what its caller's user types or
/// clicks: where that matters, a [`Way`] stands in the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Part {
    Words(String),
    Way(Way),
    /// A setting to add to the group that is meant.
    Setting(String),
    /// The same where the group is the whole file.
    SettingOfFile(String),
}

/// A choice that the caller of the library has, and its user by some other name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
pub enum Way {
    /// Make the folder of a new service.
    NewService,
    /// Publish this guide.
    Build(String),
    /// Print letters, or a sample of one for the screen.
    SampleOrLetters,
    /// Read which commands there are.
    Commands,
    /// List what this guide asks of the service.
    Needs(String),
    /// List what there is.
    List,
    /// List the pictures there are.
    ListPictures,
    /// Explain every rule of `check`.
    Explain,
    /// Explain this rule of `check`.
    ExplainRule(String),
    /// Look at every finding of `check`.
    Check,
    /// Choose the service.
    Service,
    /// Choose where files go.
    Out,
    /// Go on with a run that was stopped.
    Resume,
    /// Print a run that was stopped afresh.
    Afresh,
    /// Have letters take the place of others.
    Replace,
    /// Choose how long one letter may take.
    LetterTimeout,
    /// Put many letters into one file.
    PrintRun,
    /// Choose how many letters a file of a print run holds.
    PerFile,
    /// Print a part of a run.
    Shard,
    /// Choose the column that files are called after.
    NameBy,
    /// See what the columns of a spreadsheet are read as.
    Columns,
    /// Say that something doubtful, called so, is right.
    Accept(String),
    /// Choose how letters go out.
    Post,
    /// Have letters go out in an envelope of the office, with a window.
    PostInDl,
    /// Choose the language.
    Language,
    /// Choose the day that is printed.
    Date,
    /// Choose the sheet of a workbook.
    Sheet,
    /// Write to the people of rows that are struck through, too.
    IncludeStruckOut,
    /// Begin a version of this guide, to test.
    NewVersion(String),
    /// Print copies of versions, to test.
    PrintVersions,
    /// Count what came back of versions.
    CountAnswers,
    /// Name the guide whose versions are meant.
    TestedGuide,
    /// Print copies for this round.
    Round(u32),
}

impl Help {
    /// To add a setting to the group in which the problem is: a line, or inside the braces
    /// where the group stands in one line. `what` is the setting in backticks.
    pub fn add_setting(what: impl Into<String>) -> Self {
        Self(vec![Part::Setting(what.into())])
    }

    /// The same where the group is the whole file.
    pub fn add_setting_of_file(what: impl Into<String>) -> Self {
        Self(vec![Part::SettingOfFile(what.into())])
    }

    /// The same for a group within braces, where there are no lines to add or to delete.
    pub(super) fn in_braces(&self) -> Self {
        const LINES: [&str; 3] = ["delete the line", "take the line out", "take this line out"];
        let part = |part: &Part| match part {
            Part::Setting(what) | Part::SettingOfFile(what) => {
                Part::Words(format!("add {what} inside the braces"))
            }
            Part::Words(words) => {
                let lines = LINES.iter();
                Part::Words(lines.fold(words.clone(), |words, line| {
                    words.replace(line, "take it out")
                }))
            }
            part => part.clone(),
        };
        Self(self.0.iter().map(part).collect())
    }

    /// The same, and after it how to do so.
    #[must_use]
    pub fn by(mut self, way: Way) -> Self {
        self.0.push(Part::Way(way));
        self
    }

    /// The same, and these words after it.
    #[must_use]
    pub fn then(mut self, words: impl Into<String>) -> Self {
        self.0.push(Part::Words(words.into()));
        self
    }

    /// The same, and all of this after it.
    #[must_use]
    pub fn then_all(mut self, help: Self) -> Self {
        self.0.extend(help.0);
        self
    }

    /// The same, each way said as `say` has it.
    #[must_use]
    pub fn said(&self, say: impl Fn(&Way) -> String) -> Self {
        let part = |part: &Part| match part {
            Part::Way(way) => Part::Words(say(way)),
            part => part.clone(),
        };
        Self(self.0.iter().map(part).collect())
    }
}

impl From<Way> for Help {
    fn from(way: Way) -> Self {
        Self(vec![Part::Way(way)])
    }
}

impl From<String> for Help {
    fn from(words: String) -> Self {
        Self(vec![Part::Words(words)])
    }
}

impl From<&str> for Help {
    fn from(words: &str) -> Self {
        Self::from(words.to_owned())
    }
}

/// The same words.
impl PartialEq<&str> for Help {
    fn eq(&self, words: &&str) -> bool {
        let said = self.to_string();
        said == *words
    }
}

impl Display for Help {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in &self.0 {
            match part {
                Part::Words(words) => formatter.write_str(words)?,
                Part::SettingOfFile(what) => {
                    write!(formatter, "add a line {what} with no space in front of it")?;
                }
                Part::Way(way) => write!(formatter, "{way}")?,
                Part::Setting(what) => write!(formatter, "add a line {what}")?,
            }
        }
        Ok(())
    }
}

/// In words that are right whoever calls: often there is nothing to add.
impl Display for Way {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ExplainRule(rule) => {
                return write!(formatter, "the documentation of `{rule}` says");
            }
            Self::Needs(guide) => return write!(formatter, "the guide `{guide}` says"),
            _ => {}
        }
        formatter.write_str(match self {
            Self::NewService => " from the built-in example",
            Self::Build(_) => " as a publication",
            Self::SampleOrLetters => "a sample of it is for the screen; each person gets a letter",
            Self::Commands => "read the documentation",
            Self::List => "the documentation lists",
            Self::ListPictures => " in the documentation",
            Self::Explain => "the documentation lists",
            Self::Check => "a check lists",
            Self::Resume => ", resuming it,",
            Self::Afresh => "anew",
            Self::Replace => ", replacing them",
            Self::NameBy => "files are called after",
            Self::Shard => "the parts of a run",
            Self::Columns => "the documentation",
            Self::PrintRun => "the print run",
            Self::PostInDl => " in a DL envelope",
            Self::IncludeStruckOut => ", including what is struck through,",
            Self::PrintVersions => "printing versions",
            Self::CountAnswers => "counting answers",
            Self::ExplainRule(_)
            | Self::Needs(_)
            | Self::Accept(_)
            | Self::Service
            | Self::Out
            | Self::LetterTimeout
            | Self::PerFile
            | Self::Post
            | Self::Language
            | Self::Date
            | Self::Sheet
            | Self::NewVersion(_)
            | Self::TestedGuide
            | Self::Round(_) => "",
        })
    }
}
