//! A time of day as it is written.

use jiff::civil::Time;

use super::token::Tokens;

/// The time that these tokens are, all of them; `Some(None)` where no clock shows it.
pub(super) fn whole(tokens: &mut Tokens) -> Option<Option<Time>> {
    let time = take(tokens)?;
    tokens.is_empty().then_some(time)
}

fn take(tokens: &mut Tokens) -> Option<Option<Time>> {
    if tokens.take_word(&["noon", "midday"]).is_some() {
        return Some(clock(12, 0));
    }
    let (hour, minute, is_bare) = match tokens.digits() {
        // 0930, and 930 where a spreadsheet took the 0 for nothing.
        3 | 4 => {
            let digits = tokens.number(3..=4)?;
            (digits / 100, digits % 100, false)
        }
        _ => {
            let hour = tokens.number(1..=2)?;
            match tokens.mark(&[':', '.']) {
                Some(mark) => (hour, minutes(tokens, mark)?, false),
                None => (hour, 0, true),
            }
        }
    };
    if tokens.take_word(&["noon", "midday"]).is_some() {
        return (hour == 12 && minute == 0).then(|| clock(12, 0));
    }
    if tokens.take_word(&["am"]).is_some() {
        return Some(if hour > 12 {
            None
        } else {
            clock(hour % 12, minute)
        });
    }
    if tokens.take_word(&["pm"]).is_some() {
        // 14:30pm says the same thing twice.
        let hour = if hour < 12 { hour + 12 } else { hour };
        return Some(clock(hour, minute));
    }
    let _ = tokens.take_word(&["h", "hr", "hrs", "hours"]);
    // 9 alone may be a number of anything.
    (!is_bare).then(|| clock(hour, minute))
}

/// Minutes, and the seconds that programs write after them: no letter has any.
fn minutes(tokens: &mut Tokens, mark: char) -> Option<i16> {
    let minute = tokens.number(2..=2)?;
    if mark == ':' && tokens.mark(&[':']).is_some() {
        let second = tokens.number(2..=2)?;
        if second != 0 {
            return None;
        }
        if tokens.mark(&['.']).is_some() && tokens.number(1..=4)? != 0 {
            return None;
        }
    }
    Some(minute)
}

fn clock(hour: i16, minute: i16) -> Option<Time> {
    let (hour, minute) = (i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
    Time::new(hour, minute, 0, 0).ok()
}
