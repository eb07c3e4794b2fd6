use crate::check::english::{found_in, is_denied, places_of};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Kind;
use crate::tailor::PrintedText;

/// Nobody loses their place because they did not write back.
pub static OPT_IN: Rule = Rule {
    id: RuleId::OptIn,
    severity: Severity::Warning,
    asks: "No letter makes a place depend on an answer: no reply does not mean discharge.",
    why: "Letters that ask people to opt in cut missed appointments a little, but fewer people with anxiety and depression reached care. Low mood and pain can make it hard to ring back.",
    before: "If we do not hear from you within 14 days, you will be discharged.",
    after: "You do not have to reply. If we do not hear from you, we will phone you.",
    source: "Houghton 2010: opt-in letters reduced access for anxiety and depression",
    always: false,
    check: Some(Check::Words(check)),
};

/// How letters make people answer.
const ANSWER: &[&str] = &[
    "if we do not hear from you",
    "if we don't hear from you",
    "if we have not heard from you",
    "if we haven't heard from you",
    "if we do not hear",
    "if we don't hear",
    "if we hear nothing",
    "unless we hear from you",
    "unless you reply",
    "unless you respond",
    "unless you contact",
    "unless you call",
    "unless you phone",
    "unless you ring",
    "if you do not reply",
    "if you don't reply",
    "if you do not respond",
    "if you don't respond",
    "if you do not contact",
    "if you don't contact",
    "if you do not call",
    "if you don't call",
    "if you do not phone",
    "if you do not ring",
    "if you do not opt in",
    "if you do not get in touch",
    "if you don't get in touch",
    "if you do not let us know",
    "if you don't let us know",
    "if we get no reply",
    "if there is no reply",
    "unless you get in touch",
    "get in touch by",
    "get in touch within",
    "to opt in",
    "please opt in",
    "reply by",
    "reply within",
    "respond by",
    "respond within",
    "contact us by",
    "contact us within",
    "call us by",
    "call us within",
    "phone us by",
    "phone us within",
    "ring us within",
];

/// What they say people lose.
const LOSS: &[&str] = &[
    "discharge",
    "lose your place",
    "lose your appointment",
    "lose this appointment",
    "removed from",
    "remove you",
    "remove your name",
    "taken off",
    "take you off",
    "off our list",
    "off the list",
    "off our waiting list",
    "off the waiting list",
    "give your place",
    "offer your place",
    "close your referral",
    "close your case",
    "close your file",
    "referral will be closed",
    "case will be closed",
    "back to your gp",
    "return you to your gp",
    "returned to your gp",
    "back to your doctor",
    "assume you",
    "assume that you",
    "will not be offered",
    "will not offer",
    "no longer need",
    "no longer want",
    "no longer wish",
    "to someone else",
    "to somebody else",
    "be cancelled",
    "cancel your",
];

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if !subject.is_english() || subject.publication.kind != Kind::Letter {
        return Vec::new();
    }
    let texts = subject.prose();
    texts.filter_map(|text| opt_in(rule, text)).collect()
}

/// The first place of a text that asks for an answer, where the text says what is
/// lost without one.
fn opt_in(rule: &Rule, text: &PrintedText) -> Option<Problem> {
    let plain = text.plain();
    let phrases = ANSWER.iter().map(|phrase| (*phrase, ()));
    let (answer, ()) = found_in(phrases, &plain).into_iter().next()?;
    let losses = LOSS.iter().flat_map(|phrase| places_of(phrase, &plain));
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
