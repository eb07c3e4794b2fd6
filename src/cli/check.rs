//! `leafwright check`: what would mislead or hurt a reader, said before anything is
//! printed.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::arguments::{Check, FormatChoice, workers};
use super::report;
use super::service::{open_to_judge, publications};
use super::terminal::{Terminal, is_typed};
use crate::check::{Choice, Report, output};
use crate::diagnostics::{
    Error, Failure, Problem, RowCode, Severity, Sources, listed, once, plural, pointed_at, refuse,
};
use crate::letters::{LetterOptions, PeopleFile, Workers};
use crate::publish::Workspace;
use crate::read::Kind;
use crate::tailor::PublicationId;

/// What was found, and in how many guides somebody looked for it.
#[derive(Default)]
struct Found {
    /// The service, where its settings can be read.
    service: Option<String>,
    /// The day on which it was looked at, where it could be.
    date: Option<Date>,
    guides: usize,
    /// The spreadsheet of people, where that was looked at as well.
    people: Option<String>,
    problems: Vec<Problem>,
    reports: Vec<Report>,
}

/// The exit status: 1 where there is something to mend or to look at, else 0.
pub fn run(arguments: &Check, terminal: &mut Terminal) -> Result<u8, Failure> {
    let choice = Choice {
        select: arguments.select.clone(),
        ignore: arguments.ignore.clone(),
        report: arguments.report || arguments.format == FormatChoice::Html,
    };
    refuse(choice.unknown())?;
    let for_people = matches!(arguments.format, FormatChoice::Human | FormatChoice::Html);
    if arguments.report && !for_people {
        return Err(Problem::not_there(
            "`--report` is for people to read: on the terminal, or with `--format html`",
        )
        .help("leave one of the two out")
        .into());
    }
    let people = arguments.people.as_deref();
    let people = people.map(|people| arguments.sheet.read(people));
    let people = people.transpose()?;
    let mut found = match look(arguments, &choice, people.as_ref(), terminal) {
        Ok(found) => found,
        Err(failure) if is_typed(&failure) => return Err(failure),
        Err(failure) => {
            // Nothing could be looked at: that is what was found.
            Found {
                problems: failure.into_input()?,
                ..Found::default()
            }
        }
    };
    put_in_order(&mut found.problems, &terminal.sources);
    say(arguments.format, &found, terminal)?;
    if arguments.report && arguments.format == FormatChoice::Human {
        for report in &found.reports {
            let text = report::text(report, &terminal.sources);
            terminal.print(&text);
        }
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
    people: Option<&PeopleFile>,
    terminal: &mut Terminal,
) -> Result<Found, Failure> {
    let workspace = open_to_judge(&arguments.service, &arguments.making, terminal)?;
    let ids = publications(&arguments.guides, &workspace, &arguments.making)?;
    let ids = with_versions(ids, &workspace)?;
    let mut found = Found {
        service: Some(workspace.service().service.name.value.clone()),
        date: Some(workspace.date()),
        ..Found::default()
    };
    let mut looked_at = BTreeSet::new();
    let (mut letters, mut unreadable) = (Vec::new(), false);
    for id in &ids {
        found.guides += usize::from(looked_at.insert(&id.guide));
        let Some(checked) = or_problems(workspace.check(id, choice), &mut found)? else {
            unreadable = true;
            continue;
        };
        found.problems.extend(checked.findings);
        found.reports.extend(checked.reports);
        if id.version.is_none() && checked.kind != Kind::Letter {
            found.problems.extend(workspace.unready(&id.guide)?);
        }
        if checked.kind == Kind::Letter && !letters.contains(&id) {
            letters.push(id);
        }
    }
    let Some(people) = people else {
        return Ok(found);
    };
    if letters.is_empty() && !unreadable {
        return Err(Problem::not_there(format!(
            "none of these guides is a letter to the people of `{}`",
            people.name
        ))
        .help("name one, such as `leafwright check invitation`")
        .into());
    }
    letters.dedup_by_key(|id| &id.guide);
    found.people = (!letters.is_empty()).then(|| people.name.clone());
    for id in letters {
        let said = preflight(&workspace, id, people, &arguments.accept, workers()?);
        let said = or_problems(said, &mut found)?;
        found.problems.extend(said.unwrap_or_default());
    }
    Ok(found)
}

/// The same, with the versions of each guide that has some behind it: what a version says that
/// its guide says as well is found once.
fn with_versions(
    ids: Vec<PublicationId>,
    workspace: &Workspace,
) -> Result<Vec<PublicationId>, Failure> {
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    for id in ids {
        let is_new = seen.insert(id.guide.clone());
        let versions = is_new.then(|| workspace.versions_of(&id.guide, id.edition));
        all.push(id);
        all.extend(versions.transpose()?.unwrap_or_default());
    }
    Ok(all)
}

/// What is wrong or doubtful about the people of a letter.
fn preflight(
    workspace: &Workspace,
    id: &PublicationId,
    people: &PeopleFile,
    accept: &[RowCode],
    workers: Workers,
) -> Result<Vec<Problem>, Error> {
    let letter = workspace.letter(&id.guide)?.in_edition(id.edition);
    let options = LetterOptions {
        workers: Some(workers),
        accept: accept.to_vec(),
        ..LetterOptions::new(letter, people.clone(), "")
    };
    workspace.letters(options)?.preflight()
}

/// What was looked at; where it could not be, why not is what was found.
fn or_problems<T>(outcome: Result<T, Error>, found: &mut Found) -> Result<Option<T>, Failure> {
    match outcome {
        Ok(seen) => Ok(Some(seen)),
        Err(error) => {
            found.problems.extend(Failure::from(error).into_input()?);
            Ok(None)
        }
    }
}

/// Each problem once, file by file and from top to bottom; what is about no line at
/// the end.
fn put_in_order(problems: &mut Vec<Problem>, sources: &Sources) {
    *problems = once(std::mem::take(problems));
    problems.sort_by_cached_key(|problem| {
        let place = pointed_at(sources, problem);
        (place.is_none(), place)
    });
}

fn say(format: FormatChoice, found: &Found, terminal: &mut Terminal) -> Result<(), Failure> {
    let problems: Vec<Problem> = {
        let problems = found.problems.iter();
        problems.map(|problem| terminal.typed(problem)).collect()
    };
    let sources = &terminal.sources;
    let text = match format {
        FormatChoice::Human => {
            terminal.findings(&found.problems);
            return Ok(());
        }
        FormatChoice::Json => output::json(&problems, sources),
        FormatChoice::Sarif => output::sarif(&problems, sources),
        FormatChoice::Github => Ok(output::github(&problems, sources)),
        FormatChoice::Html => Ok(output::page(&output::Page {
            service: found.service.as_deref(),
            date: found.date,
            guides: found.guides,
            problems: &problems,
            reports: &found.reports,
            sources,
        })),
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
    let looked_at = match &found.people {
        Some(people) => format!("{guides} and the people of `{people}`"),
        None => guides,
    };
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|severity| {
            let same = |problem: &&Problem| problem.severity == severity;
            let count = found.problems.iter().filter(same).count();
            (count > 0).then(|| plural(count, severity.word()))
        })
        .collect();
    if counts.is_empty() {
        return format!("nothing to say about {looked_at}");
    }
    let counts = listed(&counts, "and");
    match found.guides {
        0 => format!("{counts}, because of which no guide was looked at"),
        _ => format!("{counts} in {looked_at}"),
    }
}
