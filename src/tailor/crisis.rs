//! Whom to call in a crisis: the records of the service's nation, in one language.

use jiff::ToSpan;

use super::content::{self as made, Inline};
use super::phone;
use super::printed::Role;
use super::tailoring::Tailoring;
use crate::diagnostics::{Problem, RuleId, listed};
use crate::read::reach::dialled;
use crate::read::{
    self, Audience, ByLanguage, Cost, CrisisChecked, Edition, Format, Hours, Kind, Text, WayIn,
    YamlDate,
};

/// The rule that is kept while the crisis box is made.
const WITHOUT_NUMBER: RuleId = RuleId::CrisisHelpWithoutNumber;

impl Tailoring<'_> {
    pub(super) fn crisis(&mut self) -> made::CrisisHelp {
        let nation = &self.materials.service.service.nation;
        let lines = self.materials.crisis.of(nation.value);
        if lines.is_none_or(<[_]>::is_empty) {
            let nation_name = nation.value.id();
            let problem = Problem::error(format!("there are no crisis lines for `{nation_name}`"))
                .rule(WITHOUT_NUMBER)
                .at(nation.place);
            self.problem(problem.help(match lines {
                None => "add them to `content/crisis.yaml` in the service's folder",
                Some(_) => "`content/crisis.yaml` has to name at least one",
            }));
        }
        let lines = lines.unwrap_or_default();
        self.note_unchecked(lines);
        let title = match self.guide.audience.value {
            Audience::Staff => "crisis-heading-staff",
            Audience::Patients | Audience::Carers => "crisis-heading",
        };
        made::CrisisHelp {
            title: self.materials.locale.say(title, &[]),
            also: self.other_ways(lines),
            lines: lines
                .iter()
                .filter_map(|line| self.crisis_line(line))
                .collect(),
        }
    }

    /// The crisis lines of a publication that has no box for everybody. Only a letter and a
    /// poster are sure to print them: what is wrong with them elsewhere is nobody's trouble.
    pub(super) fn crisis_without_box(
        &mut self,
        sections: &[made::Section],
    ) -> Option<made::CrisisHelp> {
        let everybody = sections.iter().filter(|section| section.when.is_none());
        let mut blocks = everybody.flat_map(|section| &section.blocks);
        let is_box = |entry: &made::Entry| {
            entry.when.is_none() && matches!(entry.show, made::Block::Crisis(_))
        };
        if blocks.any(is_box) {
            return None;
        }
        let is_poster =
            self.guide.format.value == Format::A3 && self.materials.edition == Edition::Standard;
        let help = if self.guide.kind.value == Kind::Letter || is_poster {
            self.crisis()
        } else {
            Tailoring::new(self.guide, self.materials).crisis()
        };
        (!help.lines.is_empty()).then_some(help)
    }

    fn crisis_line(&mut self, line: &read::CrisisLine) -> Option<made::CrisisLine> {
        let number = &line.number;
        if !number.value.contains(|it: char| it.is_ascii_digit()) {
            self.problem(
                Problem::error(format!("nobody can call `{}`", number.value))
                    .rule(WITHOUT_NUMBER)
                    .at(number.place)
                    .help("write the number in figures"),
            );
        }
        let then = line.then.as_ref();
        let then = then.and_then(|then| self.crisis_words(line, "then", then));
        let say = self.crisis_words(line, "say", &line.say);
        let hours = match &line.hours {
            Some(Hours::Words(hours)) => self.crisis_words(line, "hours", hours),
            Some(Hours::AllDay) | None => None,
        };
        let short = line.short.as_ref();
        let short = short.and_then(|short| self.crisis_words(line, "short", short));
        for text in [then, say, hours].into_iter().flatten() {
            self.note_text(text, Role::Crisis);
        }
        let terms = self.terms(line, hours);
        let words = std::iter::once(say?.value.clone()).chain(terms);
        Some(made::CrisisLine {
            number: phone(&number.value),
            then: then.map(|text| text.value.clone()),
            words: vec![Inline::Text(words.collect::<Vec<_>>().join(" "))],
            hours: hours.map(|text| text.value.clone()),
            short: short.map(|text| text.value.clone()),
        })
    }

    /// What a line costs and when somebody answers, as sentences.
    fn terms(&self, line: &read::CrisisLine, hours: Option<&Text>) -> Vec<String> {
        let is_free = line.cost.as_ref().is_some_and(|it| it.value == Cost::Free);
        let say = |label: &str, hours: &str| self.materials.locale.say(label, &[("hours", hours)]);
        let free = is_free.then(|| say("crisis-free", ""));
        match (&line.hours, hours) {
            (Some(Hours::AllDay), _) if is_free => vec![say("crisis-free-all-day", "")],
            (Some(Hours::AllDay), _) => vec![say("crisis-all-day", "")],
            (Some(Hours::Words(_)), Some(hours)) => {
                let hours = say("crisis-hours", &hours.value);
                free.into_iter().chain([hours]).collect()
            }
            (Some(Hours::Words(_)) | None, _) => free.into_iter().collect(),
        }
    }

    /// Ways for people who cannot phone, each with what all lines say of it.
    fn other_ways(&mut self, lines: &[read::CrisisLine]) -> Option<String> {
        let mut ways: Vec<(WayIn, &Text)> = Vec::new();
        for line in lines {
            for other in &line.also {
                let words = self.crisis_words(line, "also", &other.say);
                ways.extend(words.map(|words| (other.way.value, words)));
            }
        }
        ways.sort_by_key(|(way, _)| *way);
        let each = ways.chunk_by(|(one, _), (other, _)| one == other);
        let sentences: Vec<String> = each
            .filter_map(|same| {
                let (way, _) = same.first()?;
                let words: Vec<&str> = same.iter().map(|(_, text)| text.value.as_str()).collect();
                let words = words.join("; ");
                Some(self.materials.locale.say(way.label(), &[("how", &words)]))
            })
            .collect();
        for (_, text) in &ways {
            self.note_text(text, Role::Crisis);
        }
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// The words of a crisis line in the language of the publication.
    fn crisis_words<'b>(
        &mut self,
        line: &read::CrisisLine,
        setting: &str,
        words: &'b ByLanguage,
    ) -> Option<&'b Text> {
        let language = self.materials.locale.tag();
        let Some(text) = words.get(language) else {
            return self.refuse(
                Problem::error(format!(
                    "this crisis line is not translated into `{language}`"
                ))
                .at(line.id.place)
                .help(format!("add `{language}: …` to its `{setting}`")),
            );
        };
        if text.value.contains("{number}") {
            return self.refuse(
                Problem::error("the number stands beside these words, not in them")
                    .rule(WITHOUT_NUMBER)
                    .at(text.place)
                    .help(
                        "take {number} out, and write what is said beside it: \"Call Samaritans.\"",
                    ),
            );
        }
        Some(text)
    }

    /// Says once of all lines which of them nobody looked at, or not for a long time.
    fn note_unchecked(&mut self, lines: &[read::CrisisLine]) {
        let (service, today) = (self.materials.service, self.materials.date);
        let oldest = service.oldest_check(today);
        let (oldest, limit) = match oldest {
            Some(oldest) => (oldest, "`contacts-valid-for`"),
            None => (today.saturating_sub(1.year()), "a year"),
        };
        let is_fresh = |day: YamlDate| day.value >= oldest;
        let said = service.crisis_checked.as_ref();
        if let Some(said) = said {
            self.note_strangers(said, lines);
        }
        let in_settings = |line: &read::CrisisLine| {
            let said = said.filter(|said| is_fresh(said.on));
            let mut numbers = said.into_iter().flat_map(|said| &said.numbers);
            numbers.any(|number| same(number, &line.number))
        };
        let in_record = |line: &read::CrisisLine| {
            let checked = line.checked.as_ref();
            checked.is_some_and(|checked| is_fresh(checked.on))
        };
        let unchecked = lines.iter();
        let unchecked: Vec<&read::CrisisLine> = unchecked
            .filter(|line| !in_settings(line) && !in_record(line))
            .collect();
        if unchecked.is_empty() {
            return;
        }
        let numbers = unchecked.iter().map(|line| line.number.value.as_str());
        let numbers: Vec<&str> = numbers.collect();
        let mut problem = Problem::warning(format!(
            "nobody has looked within {limit} whether these crisis lines are right: {}",
            listed(&numbers, "and")
        ))
        .rule(RuleId::CrisisLineNotRung)
        .at(service.service.nation.place);
        let records = unchecked.iter().filter_map(|line| line.checked.as_ref());
        let records = records.map(|checked| (&checked.on, &checked.by));
        for (on, by) in said
            .map(|said| (&said.on, &said.by))
            .into_iter()
            .chain(records)
        {
            if !is_fresh(*on) {
                problem = problem.also(on.place, format!("the last time, by `{}`", by.value));
            }
        }
        // What stands there holds for one day: it is looked at again with the others.
        let again = lines.iter().filter(|line| !in_record(line));
        let quoted: Vec<String> = again
            .map(|line| format!("\"{}\"", line.number.value))
            .collect();
        let then = match said {
            None => "then say so in `service.yaml`, with no space in front of it",
            Some(_) => "once all of them are right, write in place of `crisis-checked`",
        };
        self.problem(problem.help(to_look_up(&unchecked)).help(format!(
            "{then}, and the role of whoever looked where … stands: `crisis-checked: {{on: {today}, by: …, numbers: [{}]}}`",
            quoted.join(", ")
        )));
    }

    /// Numbers that the service says are right, and that are not printed.
    fn note_strangers(&mut self, said: &CrisisChecked, lines: &[read::CrisisLine]) {
        let nation = self.materials.service.service.nation.value.id();
        for number in &said.numbers {
            if lines.iter().any(|line| same(number, &line.number)) {
                continue;
            }
            let known = lines.iter().map(|line| line.number.value.as_str());
            self.problem(
                Problem::warning(format!(
                    "`{}` is the number of no crisis line of `{nation}`",
                    number.value
                ))
                .rule(RuleId::CrisisLineNotRung)
                .at(number.place)
                .help_known(&number.value, "its numbers are", known),
            );
        }
    }
}

/// Whether two numbers reach the same people.
fn same(one: &Text, other: &Text) -> bool {
    dialled(&one.value) == dialled(&other.value)
}

/// How somebody sees whether these lines are right.
fn to_look_up(lines: &[&read::CrisisLine]) -> String {
    let mut pages: Vec<&str> = Vec::new();
    for url in lines.iter().filter_map(|line| line.url.as_ref()) {
        if !pages.contains(&url.value.as_str()) {
            pages.push(&url.value);
        }
    }
    let emergency = if lines.iter().any(|line| line.number.value == "999") {
        "; never ring 999 to try it"
    } else {
        ""
    };
    match pages.as_slice() {
        [] => format!("ring each of them, or look it up at whoever answers it{emergency}"),
        pages => format!(
            "look each of them up ({}), or ring it{emergency}",
            pages.join(", ")
        ),
    }
}
