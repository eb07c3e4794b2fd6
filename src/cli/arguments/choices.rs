//! Words that can be chosen between.

use clap::ValueEnum;

use crate::press::Target;
use crate::read::Edition;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EditionChoice {
    Standard,
    LargePrint,
}

impl EditionChoice {
    /// The edition it stands for.
    pub fn edition(self) -> Edition {
        match self {
            Self::Standard => Edition::Standard,
            Self::LargePrint => Edition::LargePrint,
        }
    }
}

/// How `check` says what it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatChoice {
    /// With the lines that are meant, for people
    Human,
    /// One array, for other programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TargetChoice {
    /// Pages in reading order, tagged for screen readers
    Screen,
    /// Sheets to print on both sides, to fold, staple or cut
    Desk,
    /// Pages with bleed and marks, and a ticket that says what to make
    Press,
    /// All of them
    All,
}

impl TargetChoice {
    /// The targets these stand for, each once.
    pub fn targets(choices: &[Self]) -> Vec<Target> {
        let all = [
            (Self::Screen, Target::Screen),
            (Self::Desk, Target::Desk),
            (Self::Press, Target::Press),
        ];
        let wanted = |choice| choices.contains(&choice) || choices.contains(&Self::All);
        all.into_iter()
            .filter(|(choice, _)| wanted(*choice))
            .map(|(_, target)| target)
            .collect()
    }
}
