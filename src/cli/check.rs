//! `leafwright check`: what would mislead or hurt a reader, said before anything is
//! printed.

use super::arguments::{Check, FormatChoice, LETTER_TIMEOUT, workers};
use super::build::{guides_of, open};
use super::letters::read_people;
use super::report::Report;
use super::terminal::Terminal;
use crate::check::{Choice, examine, output};
use crate::press::plural;
use crate::problem::{Failure, Problem, Severity, Sources, listed, pointed_at};
use crate::project::{PeopleList, Project};
use crate::read::Kind;

/// What was found, and in how many guides somebody looked for it.
#[derive(Default)]
struct Found {
    guides: usize,
    problems: Vec<Problem>,
    reports: Vec<Report>,
}

/// The exit status: 1 where there is something to mend or to look at, else 0.
pub fn run(arguments: &Check, terminal: &mut Terminal) -> Result<u8, Failure> {
    let choice = Choice {
        select: arguments.select.clone(),
        ignore: arguments.ignore.clone(),
    };
    let unknown = choice.unknown();
    if !unknown.is_empty() {
        return Err(Failure::Usage(unknown));
    }
    if arguments.report && arguments.format != FormatChoice::Human {
        return Err(Failure::usage(
            Problem::error("`--report` is for people to read, and has no other `--format`")
                .help("leave one of the two out"),
        ));
    }
    let people = arguments.people.as_deref().map(read_people).transpose()?;
    let people = people.as_ref().map(|(file, bytes)| PeopleList {
        file,
        bytes,
        name_by: None,
    });
    let mut found = match look(arguments, &choice, people, terminal) {
        Ok(found) => found,
        // Nothing could be looked at: that is what was found.
        Err(Failure::Input(problems)) => Found {
            problems,
            ..Found::default()
        },
        Err(other) => return Err(other),
    };
    put_in_order(&mut found.problems, &terminal.sources);
    say(arguments.format, &found, terminal)?;
    for report in &found.reports {
        let text = report.text(&terminal.sources);
        terminal.print(&text);
    }
    terminal.say(&summary(&found));
    let matters = |problem: &Problem| problem.severity != Severity::Note;
    Ok(u8::from(found.problems.iter().any(matters)))
}

/// Looks at every guide in every language. What is wrong with one of them hides
/// nothing of the others.
fn look(
    arguments: &Check,
    choice: &Choice,
    people: Option<PeopleList>,
    terminal: &mut Terminal,
) -> Result<Found, Failure> {
    let project = open(&arguments.service, &arguments.making, &[], terminal)?;
    let guides = guides_of(&arguments.guides, &project)?;
    let sources = &mut terminal.sources;
    let mut found = Found {
        guides: guides.len(),
        ..Found::default()
    };
    let mut letters = 0;
    for guide in &guides {
        let asked = (choice, arguments.report);
        let kind = look_at(&project, guide, asked, sources, &mut found)?;
        let letter = kind.is_none_or(|kind| kind == Kind::Letter);
        letters += usize::from(letter);
        if let Some(people) = &people
            && kind == Some(Kind::Letter)
        {
            let workers = workers(None, LETTER_TIMEOUT)?;
            let said = project.preflight(guide, people, &workers, sources);
            found.problems.extend(or_problems(said)?);
        }
    }
    match people {
        Some(people) if letters == 0 => Err(Failure::usage(
            Problem::error(format!(
                "none of these guides is a letter to the people of `{}`",
                people.file
            ))
            .help("name one, such as `leafwright check invitation`"),
        )),
        _ => Ok(found),
    }
}

/// Looks at a guide in every language of the service, and says which kind it is,
/// where it can be read.
fn look_at(
    project: &Project,
    guide: &str,
    (choice, report): (&Choice, bool),
    sources: &mut Sources,
    found: &mut Found,
) -> Result<Option<Kind>, Failure> {
    let mut kind = None;
    for tongue in 0..project.service().languages.len() {
        let looked = project.look(guide, tongue, sources, |subject, said| {
            kind = Some(subject.publication.kind);
            if report {
                found.reports.push(Report::of(subject));
            }
            examine(subject, said, choice)
        });
        found.problems.extend(or_problems(looked)?);
    }
    Ok(kind)
}

/// What was found, where that is why nothing else was.
fn or_problems(outcome: Result<Vec<Problem>, Failure>) -> Result<Vec<Problem>, Failure> {
    match outcome {
        Err(Failure::Input(problems)) => Ok(problems),
        other => other,
    }
}

/// Each problem once, file by file and from top to bottom; what is about no line at
/// the end.
fn put_in_order(problems: &mut Vec<Problem>, sources: &Sources) {
    let mut once: Vec<Problem> = Vec::new();
    for problem in problems.drain(..) {
        if !once.contains(&problem) {
            once.push(problem);
        }
    }
    once.sort_by_key(|problem| {
        let place = pointed_at(sources, problem);
        (place.is_none(), place)
    });
    *problems = once;
}

fn say(format: FormatChoice, found: &Found, terminal: &mut Terminal) -> Result<(), Failure> {
    let (problems, sources) = (&found.problems, &terminal.sources);
    let text = match format {
        FormatChoice::Human => {
            terminal.findings(problems);
            return Ok(());
        }
        FormatChoice::Json => output::json(problems, sources),
        FormatChoice::Sarif => output::sarif(problems, sources),
        FormatChoice::Github => Ok(output::github(problems, sources)),
    };
    let text = text.map_err(|error| {
        Failure::machine(
            format!("the findings cannot be written: {error}"),
            "`--format human` does without",
        )
    })?;
    terminal.print(&text);
    Ok(())
}

/// How much was found, in a line.
fn summary(found: &Found) -> String {
    let guides = plural(found.guides, "guide");
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|severity| {
            let same = |problem: &&Problem| problem.severity == severity;
            let count = found.problems.iter().filter(same).count();
            (count > 0).then(|| plural(count, severity.word()))
        })
        .collect();
    if counts.is_empty() {
        return format!("nothing to say about {guides}");
    }
    let counts = listed(&counts, "and");
    match found.guides {
        0 => format!("{counts}: no guide could be looked at"),
        _ => format!("{counts} in {guides}"),
    }
}
