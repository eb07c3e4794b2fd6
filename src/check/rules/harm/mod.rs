//! LW14x: what could hurt a reader. The words are in `content/words/`; what a text denies,
//! asks or corrects it does not say.

pub mod assumption;
pub mod blame;
pub mod dismissal;
pub mod medicine_or_999;
pub mod promise;
pub mod threat_in_letter;

#[cfg(test)]
mod tests {
    use crate::check::rules::rule;
    use crate::check::rules::tests::Story;

    /// Whether a rule speaks at this on a leaflet, or where it looks at letters alone on a
    /// letter.
    fn says(code: &str, text: &str) -> String {
        let text = text.replace('\n', " ");
        match code {
            "LW144" => Story::letter_with_text(&format!("{text:?}")).says(code),
            _ => Story::saying(&text).says(code),
        }
    }

    #[test]
    fn what_a_rule_explains_itself_with_is_so() {
        for code in [
            "LW140", "LW141", "LW142", "LW143", "LW144", "LW145", "LW150", "LW151", "LW152",
        ] {
            let rule = rule(code).expect("a rule");
            assert_ne!(says(code, rule.before), "", "{code}: {}", rule.before);
            assert_eq!(says(code, rule.after), "", "{code}: {}", rule.after);
        }
    }

    #[test]
    fn a_finding_says_what_is_better_and_how_to_keep_the_words() {
        insta::assert_snapshot!(says("LW140", "Our programme will cure your pain."), @r#"
        warning[LW140 promise]: `will cure your pain` promises a cure, and nobody can
           ┌─ content/guides/story/en-GB.yaml:17:25
           │
        17 │           Our programme will cure your pain.
           │                         ^^^^^^^^^^^^^^^^^^^
           │
           = help: say what it can do, and for how many: `can help some people to live with it`
           = help: if it is right here, add under `except:` in the guide, or in your changes to it: `- {rule: LW140, section: who, words: will cure your pain, reason: "…"}`
        "#);
        insta::assert_snapshot!(says("LW143", "You can stop your tablets."), @"
        error[LW143 medicine-or-999]: `You can stop your tablets` tells people what to do with a medicine
           ┌─ content/guides/story/en-GB.yaml:17:11
           │
        17 │           You can stop your tablets.
           │           ^^^^^^^^^^^^^^^^^^^^^^^^^
           │
           = help: leave it to whoever prescribes: `ask your doctor or a pharmacist before you change any medicine`
        ");
    }

    #[test]
    fn what_is_not_meant_is_not_said() {
        for text in [
            "This will not cure your pain.",
            "No treatment will cure every pain.",
            "Nobody can promise that it will cure your pain, or that it is completely safe.",
            "Will this cure my pain?",
            "Ask us whether it will cure your pain.",
            "“It will cure your pain,” the advert said.",
            "You may have heard that it will cure your pain. It does not.",
            "Some clinics promise that they will cure your pain. We do not.",
            "It may take away some of your pain.",
        ] {
            assert_eq!(says("LW140", text), "", "{text}");
        }
        for text in [
            "If you do not like tablets, this will cure your pain.",
            "Not only will it cure your pain, it is free.",
            "If you come every week you will be pain free.",
            "You may have heard that it will cure your pain. That is true.",
            "People say that it will cure your pain.",
        ] {
            assert_ne!(says("LW140", text), "", "{text}");
        }
    }

    #[test]
    fn nothing_silences_what_is_said_about_medicines_and_999() {
        let text = "You can stop your tablets.";
        let excepted = Story::saying(text).guide(
            "sections:\n",
            "except: [{rule: LW143, reason: We mean it.}]\nsections:\n",
        );
        assert!(excepted.says("LW143").contains("medicine-or-999"));
        for text in [
            "Ask your pharmacist before you stop your tablets.",
            "Do not change your medicines without asking the person who prescribes them.",
            "Bring a list of your medicines.",
            "In an emergency, call 999.",
            "If your life is in danger, call 999 or go to A&E.",
            "We have a box of tablets at the desk.",
            "Do not stop any medicine. Ask your doctor or a pharmacist first.",
            "You do not have to stop your medicine to join us.",
            "Taking tablets each day can be hard.",
            "Should I stop my tablets? Ask your doctor.",
            "We are not an emergency service.",
        ] {
            assert_eq!(says("LW143", text), "", "{text}");
        }
        for text in [
            "Call 999 if you have a headache.",
            "Do not go to A&E for back pain.",
            "In an emergency, ring us before you call 999.",
            "Feeling better? Halve your dose.",
            "You can stop your tablets, but ask your doctor if you are worried.",
            "Go to the emergency department if your back hurts.",
            "In an emergency, call 999, but not for back pain.",
            "Why not stop your tablets?",
            "He is 6\" tall. You should stop your tablets.",
            "“You should stop your tablets,” we say.",
            "You should stop your tab\u{ad}lets.",
        ] {
            assert_ne!(says("LW143", text), "", "{text}");
        }
    }

    #[test]
    fn what_a_service_and_others_say_of_themselves_is_read_too() {
        let story = Story::leaflet(
            "  - id: who\n    heading: Who\n    blocks:\n      - contacts: all\n      - signposts: {topic: pain}\n",
        );
        let story = story
            .settings("hours: \"Monday", "hours: \"Around lunchtime, Monday")
            .file(
                "local-services.csv",
                "name,topic,what,phone,website,checked\nPier Group,pain,We will cure your pain.,01632 960222,,2026-11-02\n",
            );
        assert!(
            story.says("LW140").contains("local-services.csv"),
            "{}",
            story.says("LW140")
        );
        assert!(
            story.says("LW152").contains("service.yaml"),
            "{}",
            story.says("LW152")
        );
    }

    #[test]
    fn of_other_languages_nothing_is_said() {
        let story =
            Story::saying("We will cure your pain. It is your own fault. Take two tablets.");
        let welsh = story.in_language("cy");
        assert_eq!(welsh.says("LW14"), "");
    }
}
