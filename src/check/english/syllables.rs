//! How many syllables an English word has, counted by its letters.
//!
//! Close enough for a readability score, which is itself no more than an estimate:
//! groups of vowels, without silent letters, and a short list of words that keep
//! to no rule, from `content/words/syllables.yaml`.

use crate::read::Syllables;

/// Endings before which an `e` stays silent: "careful", "movement".
const SILENT_BEFORE: &[&str] = &["ly", "ful", "fully", "less", "ness", "ment", "ments", "ty"];

/// The syllables of a word; 1 for anything without letters, such as a figure.
pub fn syllables(word: &str, known: &Syllables) -> usize {
    let word = word.to_lowercase();
    let parts = word.split('-').filter(|part| !part.is_empty());
    parts.map(|part| of_part(part, known)).sum::<usize>().max(1)
}

fn of_part(part: &str, known: &Syllables) -> usize {
    let not_ending = ["n't", "n’t"].iter().find_map(|end| part.strip_suffix(end));
    // "didn't" has one more than "did"; "can't" has none more.
    if let Some(stem) = not_ending {
        let more = stem.chars().last().is_some_and(|last| !is_vowel(last));
        return of_part(stem, known) + usize::from(more);
    }
    let letters: String = part
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .collect();
    if let Some(count) = known.irregular.get(&letters) {
        return *count;
    }
    if let Some(rest) = known
        .silent_first
        .iter()
        .find_map(|first| letters.strip_prefix(first))
        && rest.len() > 2
        && !rest.starts_with(is_vowel)
    {
        return 1 + by_rule(rest);
    }
    by_rule(&letters)
}

fn by_rule(letters: &str) -> usize {
    let letters = letters.replace("qu", "kw");
    let letters: Vec<char> = letters.chars().collect();
    let groups = groups(&letters);
    let silent = silent(&letters).min(groups.saturating_sub(1));
    (groups - silent + parted(&letters)).max(1)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether the letter is heard as a vowel: a `y` before a vowel is none at the start
/// of a word ("yes") and after another vowel ("player").
fn is_vowel_at(letters: &[char], at: usize) -> bool {
    let next_is_vowel = letters.get(at + 1).copied().is_some_and(is_vowel);
    let after_vowel = at > 0 && is_vowel(letters[at - 1]);
    is_vowel(letters[at]) && !(letters[at] == 'y' && next_is_vowel && (at == 0 || after_vowel))
}

fn groups(letters: &[char]) -> usize {
    let vowels: Vec<bool> = (0..letters.len())
        .map(|at| is_vowel_at(letters, at))
        .collect();
    vowels
        .chunk_by(|a, b| a == b)
        .filter(|group| group[0])
        .count()
}

fn ends(letters: &[char], ending: &str) -> bool {
    let ending: Vec<char> = ending.chars().collect();
    letters.ends_with(&ending)
}

/// How many groups of vowels are not heard.
fn silent(letters: &[char]) -> usize {
    let at_end = usize::from(ends_silently(letters));
    let inside = SILENT_BEFORE.iter().any(|ending| {
        let stem = letters.len().saturating_sub(ending.len());
        // A vowel, a consonant and an `e`: "use-ful", not "settle-ment".
        ends(letters, ending)
            && stem > 2
            && letters[stem - 1] == 'e'
            && !is_vowel(letters[stem - 2])
            && is_vowel(letters[stem - 3])
    });
    at_end + usize::from(inside)
}

/// Whether the last `e`, `es` or `ed` is not heard.
fn ends_silently(letters: &[char]) -> bool {
    let before = |ending: usize| {
        let at = letters.len().checked_sub(ending + 1);
        at.map(|at| letters[at])
    };
    // "table", "centre": a consonant stands before the `l` or `r`.
    let liquid = |ending: usize| {
        let earlier = before(ending + 1).is_some_and(|letter| !is_vowel(letter));
        matches!(before(ending), Some('l')) && earlier && before(ending + 1) != before(ending)
            || matches!(before(ending), Some('r')) && earlier && ending == 1
    };
    let after_consonant = |ending: usize| before(ending).is_some_and(|letter| !is_vowel(letter));
    if ends(letters, "gue") {
        return true;
    }
    if ends(letters, "e") {
        return after_consonant(1) && !liquid(1);
    }
    if ends(letters, "es") {
        let hissing = matches!(before(2), Some('s' | 'x' | 'z' | 'c' | 'g'))
            || ends(letters, "ches")
            || ends(letters, "shes");
        return after_consonant(2) && !liquid(2) && !hissing;
    }
    let curled = matches!(before(3), Some('r' | 'w'));
    ends(letters, "ed")
        && after_consonant(2)
        && !matches!(before(2), Some('t' | 'd'))
        && (!liquid(2) || curled)
}

/// Vowels that stand side by side and are heard one after the other, each with the
/// letters before which that is not so.
const PARTED: &[(&str, &str)] = &[
    ("ia", "tcsg"),
    ("iat", ""),
    ("io", "tcsgnlx"),
    ("iu", ""),
    ("iet", ""),
    ("ien", "tc"),
    ("ier", "d"),
    ("iest", ""),
    ("ua", "g"),
    ("uen", ""),
    ("uel", ""),
];

/// Before "io": "physio" has a syllable more than "version" has.
const ONE_SOUND: &[&str] = &["ion", "iou"];

/// How many groups of vowels are heard as two.
fn parted(letters: &[char]) -> usize {
    let mut count = 0;
    let mut at = 1;
    while at < letters.len() {
        let rest: String = letters[at..].iter().collect();
        let before = letters[at - 1];
        let found = PARTED.iter().rev().find(|(pair, not_after)| {
            let one_sound = ONE_SOUND.iter().any(|sound| rest.starts_with(sound));
            let is_free = !not_after.contains(before) || (*pair == "io" && !one_sound);
            rest.starts_with(pair) && is_free && !is_vowel(before)
        });
        count += usize::from(found.is_some());
        at += if found.is_some() { 2 } else { 1 };
    }
    // "going", "worrying": the ending is heard on its own.
    let stem = letters.len().saturating_sub("ing".len());
    let on_its_own = ends(letters, "ing") && stem > 0 && is_vowel_at(letters, stem - 1);
    count + usize::from(on_its_own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::WordLists;

    /// As the dictionaries part them.
    const KNOWN: &[(usize, &str)] = &[
        (
            1,
            "pain you the help while whole times called helped friend piece through asked likes eyes breathe tongue league can't pale days curled yes",
        ),
        (
            2,
            "table people wanted worried being going playing player quiet diet client patient useful careful lonely safety movement something sometimes homework lifestyle centre handled settled places changes minutes anxious sadness million region every being didn't language value issue fatigue patience nervous weather tiring",
        ),
        (
            3,
            "medicine library serious previous video idea area emotion depression opinion family hospital wellbeing appointment physio radio usual influence annual worrying earlier easier happier everyone completely familiar audience together improvement management period important studio",
        ),
        (
            4,
            "anxiety usually information material society medication psychiatric interesting experience psychology situation especially biology diabetes January",
        ),
        (
            5,
            "individual evaluation university association immediately opportunity",
        ),
        (6, "physiotherapist responsibility"),
    ];

    #[test]
    fn known_words_have_as_many_as_dictionaries_say() {
        let known = WordLists::built_in().syllables;
        let mut wrong = Vec::new();
        for (count, words) in KNOWN {
            for word in words.split(' ') {
                let found = syllables(word, &known);
                if found != *count {
                    wrong.push(format!("{word}: {found}, not {count}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn figures_count_as_one_and_compounds_as_their_parts() {
        let known = WordLists::built_in().syllables;
        assert_eq!(syllables("2,000", &known), 1);
        assert_eq!(syllables("one-to-one", &known), 3);
        assert_eq!(syllables("", &known), 1);
    }
}
