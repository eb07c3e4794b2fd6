//! Drawings hold colours by the names of their roles; this fills in a palette.
//!
//! Knows nothing of pages: what it fills may be placed on paper or on a web page.

use super::publication::Colours;

/// What is wrong with a token of a drawing, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownToken {
    /// The token as it is written: `{mix mid ink 40}`.
    pub token: String,
}

impl std::fmt::Display for UnknownToken {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "`{}` names no colour", self.token)
    }
}

impl std::error::Error for UnknownToken {}

/// The drawing with colours in place of its tokens: `{mid}` is that role, `{mix mid ink 40}`
/// 40 per cent of ink in mid, channel by channel in sRGB.
///
/// # Errors
/// The first token that names no role, or no share from 0 to 100.
pub fn fill(drawing: &str, colours: &Colours) -> Result<String, UnknownToken> {
    let mut filled = String::with_capacity(drawing.len());
    let mut rest = drawing;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (token, after) = after.split_once('}').unwrap_or((after, ""));
        let colour = colour(token, colours).ok_or_else(|| UnknownToken {
            token: format!("{{{}}}", shortened(token)),
        })?;
        filled.push_str(&colour);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn colour(token: &str, colours: &Colours) -> Option<String> {
    let words: Vec<&str> = token.split(' ').collect();
    match words[..] {
        [role] => Some(colours.role(role)?.to_owned()),
        ["mix", one, other, share] => {
            let share: u8 = share.parse().ok().filter(|share| *share <= 100)?;
            mixed(colours.role(one)?, colours.role(other)?, share)
        }
        _ => None,
    }
}

/// So many per cent of the other in the one.
fn mixed(one: &str, other: &str, share: u8) -> Option<String> {
    let channel = |colour: &str, at: usize| i32::from_str_radix(colour.get(at..at + 2)?, 16).ok();
    let mut mixed = String::from("#");
    for at in [1, 3, 5] {
        let (a, b) = (channel(one, at)?, channel(other, at)?);
        // Halves are rounded up.
        let hundredths = a * 100 + (b - a) * i32::from(share) + 50;
        mixed.push_str(&format!("{:02x}", hundredths / 100));
    }
    Some(mixed)
}

/// No more of a token than a line of an error holds.
fn shortened(token: &str) -> String {
    let mut characters = token.chars();
    let mut short: String = characters.by_ref().take(40).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tailor::colours::own;

    #[test]
    fn roles_and_mixes_become_colours_and_nothing_else_changes() {
        let filled = fill(
            r##"<path fill="{fill}" stroke="#c68f66"/><path fill="{mix ink white 50}" stroke="{mix white ink 0}"/>"##,
            &own(),
        );
        assert_eq!(
            filled.as_deref(),
            Ok(
                r##"<path fill="#0b6e69" stroke="#c68f66"/><path fill="#8e9193" stroke="#ffffff"/>"##
            )
        );
    }

    #[test]
    fn what_names_no_colour_is_said() {
        let said = |token: &str| {
            let drawing = format!("<path fill=\"{token}\"/>");
            fill(&drawing, &own()).map_err(|unknown| unknown.to_string())
        };
        for (token, shown) in [
            ("{middle}", "{middle}"),
            ("{}", "{}"),
            ("{mix mid}", "{mix mid}"),
            ("{mix mid ink}", "{mix mid ink}"),
            ("{mix mid ink 101}", "{mix mid ink 101}"),
            ("{mix mid ink -1}", "{mix mid ink -1}"),
            ("{mix mid  ink 4}", "{mix mid  ink 4}"),
            ("{mix mid {ink} 4}", "{mix mid {ink}"),
            ("{pair_dark}", "{pair_dark}"),
        ] {
            assert_eq!(said(token), Err(format!("`{shown}` names no colour")));
        }
        assert!(said("{mid").is_err());
        assert!(said(&format!("{{{}}}", "m".repeat(1000))).is_err_and(|said| said.len() < 80));
    }
}
