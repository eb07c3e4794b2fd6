use crate::check::editor::{Editor, Right};
use crate::check::{Check, Rule, Subject};
use crate::diagnostics::{Problem, RuleId, Severity};
use crate::read::Kind;

/// A letter does not threaten.
pub static RULE: Rule = Rule {
    id: RuleId::ThreatInLetter,
    severity: Severity::Warning,
    asks: "No letter says what is lost, counted, told or assumed when somebody does not come or does not answer, what that costs, or who is disappointed.",
    why: "People stay away because they are in pain, afraid, or cannot pay the bus. A threat does not change that. It says that they are a burden, and the next letter stays closed.",
    before: "If you do not turn up, we will assume that you no longer need us and close your file. Missed appointments cost the NHS money.",
    after: "If you cannot come, phone us, and we will find another day.",
    source: "Q Lab and Mind, practical guide, November 2019, section 4: Solihull made its first letter an invitation; the lists are our own",
    check: Some(Check::Words(check)),
};

fn check(rule: &Rule, subject: &Subject) -> Vec<Problem> {
    if subject.publication.kind != Kind::Letter {
        return Vec::new();
    }
    let right = Right {
        under_condition: false,
        ..Right::WHERE_NOT_MEANT
    };
    Editor::of(subject, &subject.words.threats, right).found(rule)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::Story;

    #[test]
    fn a_threat_is_one_in_other_words_too() {
        for (text, threat) in [
            ("Or we will take you off our list.", "we will take you off"),
            (
                "Your referral will be closed.",
                "Your referral will be closed",
            ),
            ("You may lose your place.", "You may lose"),
            (
                "We will have to discharge you.",
                "We will have to discharge",
            ),
            (
                "Your place will be given to others.",
                "Your place will be given",
            ),
            ("You will be discharged.", "You will be discharged"),
        ] {
            let said = Story::letter_with_text(text).says("LW144");
            let threatens = format!("`{threat}` threatens with what will be lost");
            assert!(said.contains(&threatens), "{text}: {said}");
        }
        let blame = Story::letter_with_text("If you don't attend, tell us.").says("LW144");
        assert!(blame.contains("`If you don’t attend`"), "{blame}");
    }

    #[test]
    fn what_is_denied_or_kind_is_no_threat() {
        for text in [
            "We will not discharge you, and your referral will not be closed.",
            "We will take you to your room. We will close at 5pm.",
            "If you cannot come, phone us. You will not lose your place.",
        ] {
            assert_eq!(Story::letter_with_text(text).says("LW144"), "", "{text}");
        }
    }

    #[test]
    fn only_letters_threaten() {
        assert_eq!(Story::saying("You may lose your place.").says("LW144"), "");
    }
}
