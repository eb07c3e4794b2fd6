use crate::check::english::{found_in, is_denied, places_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::{Kind, OrdersAndThreats};
use crate::tailor::PrintedText;

/// Nobody loses their place because they did not write back.
pub static RULE: Rule = Rule {
    id: RuleId::OptIn,
    severity: Severity::Warning,
    asks: "No letter makes a place depend on an answer: no reply does not mean discharge.",
    why: "Letters that ask people to opt in cut missed appointments a little, but fewer people with anxiety and depression reached care. Low mood and pain can make it hard to ring back.",
    before: "If we do not hear from you within 14 days, you will be discharged.",
    after: "You do not have to reply. If we do not hear from you, we will phone you.",
    source: "Houghton 2010: opt-in letters reduced access for anxiety and depression",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() || subject.publication.kind != Kind::Letter {
        return Vec::new();
    }
    let texts = subject.prose();
    let known = &subject.words.orders_and_threats;
    texts.filter_map(|text| opt_in(rule, text, known)).collect()
}

/// The first place of a text that asks for an answer, where the text says what is
/// lost without one.
fn opt_in(rule: &Rule, text: &PrintedText, known: &OrdersAndThreats) -> Option<Problem> {
    let plain = text.plain();
    let phrases = known.answer.iter().map(|phrase| (phrase, ()));
    let (answer, ()) = found_in(phrases, &plain).into_iter().next()?;
    let losses = known
        .loss
        .iter()
        .flat_map(|phrase| places_of(phrase, &plain));
    let mut losses = losses.filter(|place| !is_denied(&plain, place.start));
    let loss = losses.next()?;
    let (asked, lost) = (&plain[answer.clone()], &plain[loss]);
    Some(
        rule.finding(format!(
            "`{asked}` and `{lost}`: whoever cannot answer may lose their place"
        ))
        .at(text.place)
        .on_words(&plain, answer.start, asked)
        .help("write `You do not have to reply`, and what you will do when you hear nothing, as in `we will phone you`")
        .help("after letters that asked people to opt in, fewer people with anxiety and depression reached care (Houghton 2010)"),
    )
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn silence_that_costs_a_place_is_found() {
        let text = "Please phone us. If we don’t hear from you by Friday, we will assume that you no longer need us.";
        insta::assert_snapshot!(Story::letter_with_text(text).says("LW028"), @"
        warning[LW028 opt-in]: `If we don’t hear from you` and `assume that you`: whoever cannot answer may lose their place
           ┌─ content/guides/story/en-GB.yaml:15:32
           │
        15 │       - text: Please phone us. If we don’t hear from you by Friday, we will assume that you no longer need us.
           │                                ^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: write `You do not have to reply`, and what you will do when you hear nothing, as in `we will phone you`
           = help: after letters that asked people to opt in, fewer people with anxiety and depression reached care (Houghton 2010)
        ");
        let text = "Contact us within 14 days, or your referral will be closed.";
        insta::assert_snapshot!(Story::letter_with_text(text).says("LW028"), @"
        warning[LW028 opt-in]: `Contact us within` and `referral will be closed`: whoever cannot answer may lose their place
           ┌─ content/guides/story/en-GB.yaml:15:15
           │
        15 │       - text: Contact us within 14 days, or your referral will be closed.
           │               ^^^^^^^^^^^^^^^^^
           │
           = help: write `You do not have to reply`, and what you will do when you hear nothing, as in `we will phone you`
           = help: after letters that asked people to opt in, fewer people with anxiety and depression reached care (Houghton 2010)
        ");
    }

    #[test]
    fn what_silence_costs_may_be_said_in_other_words() {
        for text in [
            "If you do not get in touch, we will take you off our list.",
            "Get in touch by Friday, or we will have to discharge you.",
            "If there is no reply, your referral will be closed.",
            "Unless you get in touch you will lose your place.",
        ] {
            assert_ne!(Story::letter_with_text(text).says("LW028"), "", "{text}");
        }
        for text in [
            "If you do not get in touch, we will phone you.",
            "Get in touch by phone or email. The list of what to bring is below.",
        ] {
            assert_eq!(Story::letter_with_text(text).says("LW028"), "", "{text}");
        }
    }

    #[test]
    fn silence_that_costs_nothing_is_fine() {
        let texts = [
            "If we do not hear from you, we will phone you.",
            "You will not be discharged if you do not reply.",
            "If you do not reply you will not lose your place.",
            "Please reply by Friday, so that we can book an interpreter.",
            "Your discharge letter is with your GP.",
        ];
        for text in texts {
            let story = Story::letter_with_text(&format!("\"{text}\""));
            assert_eq!(story.says("LW028"), "", "{text}");
        }
    }
}
