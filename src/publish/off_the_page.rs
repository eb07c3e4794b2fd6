//! What is drawn beyond its page, said to whoever can change it.

use crate::diagnostics::{Problem, RuleId, beginning};
use crate::inspect::{self, Beyond, Loss, Thing};
use crate::read::Kind;
use crate::tailor::{Publication, Section};
use crate::typeset::Pages;

/// Everything that is not seen whole on these pages.
pub(super) fn off_the_page(publication: &Publication, pages: &Pages) -> Vec<Problem> {
    let found = inspect::beyond(pages.document.pages()).into_iter();
    found.map(|beyond| said(publication, &beyond)).collect()
}

fn said(publication: &Publication, beyond: &Beyond) -> Problem {
    let (guide, page) = (&publication.guide, publication.page_name(beyond.page));
    let what = named(publication, &beyond.thing);
    let lost = match beyond.loss {
        Loss::Over(edge) => {
            let edge = edge.word();
            format!("reaches {:.1} mm over the {edge} edge of {page}", beyond.by)
        }
        Loss::Cut => format!("on {page} is cut off by {:.1} mm", beyond.by),
    };
    let problem = Problem::error(format!("`{guide}`: {what} {lost}")).rule(RuleId::OffThePage);
    let problem = match section_of(publication, beyond) {
        Some(section) => problem.at_saying(section.place, "it stands in here"),
        None => problem,
    };
    let smaller = match beyond.thing {
        Thing::Words(_) => "shorten it or break it in two",
        Thing::Picture => "give it a smaller `width`",
        Thing::Figure | Thing::Drawing => {
            "draw it smaller in the service's own template, if it has one"
        }
    };
    let wider = match publication.kind {
        Kind::Letter => String::new(),
        _ => format!(", or take a wider `format` in {}", publication.changed_in),
    };
    problem
        .help("readers would see a part of it, and take that for the whole")
        .help(format!("{smaller}{wider}"))
}

/// What it is, in words. What a person's row says stays out of what is said of a letter.
fn named(publication: &Publication, thing: &Thing) -> String {
    match thing {
        Thing::Words(words) => {
            let is_known =
                publication.kind != Kind::Letter || publication.text_with(words).is_some();
            if is_known {
                format!("`{}`", beginning(words))
            } else {
                "a line of text".to_owned()
            }
        }
        Thing::Figure => "a drawn figure".to_owned(),
        Thing::Picture => "a picture".to_owned(),
        Thing::Drawing => "a drawing".to_owned(),
    }
}

/// The section it stands in, by the words near it: those of a figure follow it, and other
/// drawings follow their words.
fn section_of<'a>(publication: &'a Publication, beyond: &Beyond) -> Option<&'a Section> {
    let (before, after) = &beyond.around;
    let own = match &beyond.thing {
        Thing::Words(words) => Some(words),
        _ => None,
    };
    let near = match beyond.thing {
        Thing::Figure => [after, before],
        _ => [before, after],
    };
    let near = own.into_iter().chain(near.into_iter().flatten());
    near.into_iter().find_map(|words| {
        let (text, _) = publication.text_with(words)?;
        publication.section(text.section.as_deref()?)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use crate::check::rules::tests::Story;

    fn drawn(drawing: &str) -> String {
        says(&Story::drawing(drawing), "LW120")
    }

    /// What is said of each of these drawings, without places and help.
    fn found(drawings: &[&str]) -> String {
        let said = drawings.iter().map(|drawing| {
            let said = drawn(drawing);
            let line = said.lines().next().unwrap_or("nothing");
            let line = line.trim_start_matches("error[LW120 off-the-page]: `story`: ");
            format!("{drawing}\n  {line}")
        });
        said.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_figure_that_runs_off_its_page_says_where_and_by_how_much() {
        let people = "#figure(alt: \"5 in 10\", grid(columns: (10mm,) * 10, ..range(10).map(_ => box(circle(radius: 4mm, stroke: 1pt)))))";
        insta::assert_snapshot!(drawn(people), @"
        error[LW120 off-the-page]: `story`: a drawn figure reaches 10.2 mm over the right edge of page 1
           ┌─ content/guides/story/en-GB.yaml:13:9
           │
        13 │   - id: who
           │         ^^^ it stands in here
           │
           = help: readers would see a part of it, and take that for the whole
           = help: draw it smaller in the service's own template, if it has one, or take a wider `format` in `overrides/story.yaml`
        ");
    }

    #[test]
    fn words_pictures_and_lines_are_seen_whole() {
        insta::assert_snapshot!(found(&[
            "#shape We listen to you, and you choose what happens next.",
            "#place(top + left, dx: 60mm)[Llanfairpwllgwyngyll]",
            "#place(top + left, dx: -13mm, shape)",
            "#line(length: 95mm, stroke: 2mm)",
            "#place(top + left, dx: 79mm, rotate(45deg, shape))",
            "#place(bottom + left, dy: 12mm, shape)",
            "#place(bottom + left, dy: 12mm, rect(stroke: none, fill: none))",
        ]), @"
        #shape We listen to you, and you choose what happens next.
          nothing
        #place(top + left, dx: 60mm)[Llanfairpwllgwyngyll]
          `Llanfairpwllgwyngyll` reaches 8.4 mm over the right edge of page 1
        #place(top + left, dx: -13mm, shape)
          a drawing reaches 3.0 mm over the left edge of page 1
        #line(length: 95mm, stroke: 2mm)
          a drawing reaches 6.0 mm over the right edge of page 1
        #place(top + left, dx: 79mm, rotate(45deg, shape))
          a drawing reaches 10.6 mm over the right edge of page 1
        #place(bottom + left, dy: 12mm, shape)
          a drawing reaches 2.0 mm over the lower edge of page 1
        #place(bottom + left, dy: 12mm, rect(stroke: none, fill: none))
          nothing
        ");
    }

    #[test]
    fn what_runs_to_the_edge_bleeds_by_3_mm_and_its_words_do_not() {
        insta::assert_snapshot!(found(&[
            "#place(top + left, dx: -13mm, [#block(shape) <to-the-edge>])",
            "#place(top + left, dx: -15mm, [#block(shape) <to-the-edge>])",
            "#place(top + left, dx: -13mm, [#block[Words] <to-the-edge>])",
            "#place(top + left, dx: -13mm, [#block(figure(alt: \"A figure\", shape)) <to-the-edge>])",
        ]), @r#"
        #place(top + left, dx: -13mm, [#block(shape) <to-the-edge>])
          nothing
        #place(top + left, dx: -15mm, [#block(shape) <to-the-edge>])
          a drawing reaches 5.0 mm over the left edge of page 1
        #place(top + left, dx: -13mm, [#block[Words] <to-the-edge>])
          `Words` reaches 2.9 mm over the left edge of page 1
        #place(top + left, dx: -13mm, [#block(figure(alt: "A figure", shape)) <to-the-edge>])
          a drawn figure reaches 3.0 mm over the left edge of page 1
        "#);
    }

    #[test]
    fn pictures_may_be_cropped_and_figures_and_words_may_not() {
        insta::assert_snapshot!(found(&[
            "#box(width: 10mm, height: 5mm, clip: true, shape)",
            "#box(width: 10mm, height: 5mm, clip: true, figure(alt: \"A figure\", shape))",
            "#box(width: 10mm, height: 5mm, clip: true)[Listening]",
            "#place(top + left, dx: -10mm, box(clip: true, width: 20mm, height: 5mm, move(dx: -8mm, shape)))",
        ]), @r#"
        #box(width: 10mm, height: 5mm, clip: true, shape)
          nothing
        #box(width: 10mm, height: 5mm, clip: true, figure(alt: "A figure", shape))
          a drawn figure on page 1 is cut off by 5.0 mm
        #box(width: 10mm, height: 5mm, clip: true)[Listening]
          `Listening` on page 1 is cut off by 6.7 mm
        #place(top + left, dx: -10mm, box(clip: true, width: 20mm, height: 5mm, move(dx: -8mm, shape)))
          nothing
        "#);
    }

    #[test]
    fn nobody_can_silence_it() {
        let service = "check: {ignore: [LW120]}";
        let story = Story::leaflet(
            "  - id: who\n    heading: Who we are\n    blocks:\n      - text: We listen.\n",
        );
        let story = story.settings("tone: wellbeing", &format!("tone: wellbeing\n{service}"));
        assert!(says(&story, "LW002").contains("`LW120` cannot be silenced"));
    }
}
