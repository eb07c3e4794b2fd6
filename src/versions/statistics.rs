//! What few answers can say: how far off a share may be, and how many answers it takes to
//! tell two versions apart.
//!
//! Small numbers deceive: of 7 people 5 said yes means anything from 4 in 10 to 9 in 10. So
//! a share never stands without its interval, and nothing here says whether a difference is
//! "significant".

/// The quantile of the normal distribution that leaves 2.5 % on each side.
const Z_95: f64 = 1.959_963_984_540_054;

/// The quantile that a test of 80 % power needs.
const Z_POWER: f64 = 0.841_621_233_572_914_3;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many said so.
    pub of_them: u32,
    /// How many answered; at least as many.
    pub all: u32,
}

/// From where to where something may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Share {
    /// The share itself, from 0 to 1; none where nobody answered.
    pub fn value(self) -> Option<f64> {
        (self.all > 0).then(|| f64::from(self.of_them) / f64::from(self.all))
    }

    /// Where the share of everybody like them may be, with 95 % confidence: Wilson's score
    /// interval without continuity correction (Newcombe 1998, method 3). None where nobody
    /// answered.
    pub fn interval(self) -> Option<Interval> {
        let share = self.value()?;
        let all = f64::from(self.all);
        let square = Z_95 * Z_95;
        let middle = share + square / (2.0 * all);
        let reach = Z_95 * (share * (1.0 - share) / all + square / (4.0 * all * all)).sqrt();
        let under = 1.0 + square / all;
        // What is exact in arithmetic is not in floating point.
        Some(Interval {
            low: if self.of_them == 0 {
                0.0
            } else {
                (middle - reach) / under
            },
            high: if self.of_them == self.all {
                1.0
            } else {
                (middle + reach) / under
            },
        })
    }

    /// Where the difference from another share may be: Newcombe's interval of two Wilson
    /// intervals (Newcombe 1998, method 10). None where nobody answered one of them.
    pub fn less(self, other: Self) -> Option<Interval> {
        let (one, two) = (self.interval()?, other.interval()?);
        let (share, shared) = (self.value()?, other.value()?);
        let difference = share - shared;
        let down = (share - one.low).hypot(two.high - shared);
        let up = (one.high - share).hypot(shared - two.low);
        Some(Interval {
            low: difference - down,
            high: difference + up,
        })
    }
}

/// How many people have to answer for each of two versions to tell these two shares apart:
/// the usual formula for two proportions, two-sided at 5 %, with 80 % power and without
/// continuity correction (Fleiss, Tytun and Ury 1980). Rounded up. None where the
/// shares are the same.
pub fn people_a_version(one: f64, other: f64) -> Option<u32> {
    let needed = needed(one, other, Z_POWER)?;
    // What is exact in arithmetic is not in floating point.
    Some((needed - 1e-9).ceil() as u32)
}

fn needed(one: f64, other: f64, z_power: f64) -> Option<f64> {
    let difference = one - other;
    if difference == 0.0 {
        return None;
    }
    let spread = |share: f64| share * (1.0 - share);
    let under_same = Z_95 * (2.0 * spread(f64::midpoint(one, other))).sqrt();
    let under_other = z_power * (spread(one) + spread(other)).sqrt();
    Some(((under_same + under_other) / difference).powi(2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn share(of_them: u32, all: u32) -> Share {
        Share { of_them, all }
    }

    /// Newcombe RG (1998), "Two-sided confidence intervals for the single proportion",
    /// Statistics in Medicine 17: 857-872, table I, method 3.
    #[test]
    fn intervals_are_those_that_were_published() {
        for (of_them, all, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0000, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let interval = share(of_them, all).interval().expect("people answered");
            assert!(
                (interval.low - low).abs() < 6e-5,
                "{of_them}/{all}: {interval:?}"
            );
            assert!(
                (interval.high - high).abs() < 6e-5,
                "{of_them}/{all}: {interval:?}"
            );
        }
    }

    /// Newcombe RG (1998), "Interval estimation for the difference between independent
    /// proportions", Statistics in Medicine 17: 873-890, table II, method 10.
    #[test]
    fn differences_are_those_that_were_published() {
        for (one, two, low, high) in [
            (share(56, 70), share(48, 80), 0.0524, 0.3339),
            (share(9, 10), share(3, 10), 0.1705, 0.8090),
            (share(5, 56), share(0, 29), -0.0381, 0.1926),
            (share(0, 10), share(0, 10), -0.2775, 0.2775),
        ] {
            let interval = one.less(two).expect("people answered");
            assert!((interval.low - low).abs() < 6e-5, "{interval:?}");
            assert!((interval.high - high).abs() < 6e-5, "{interval:?}");
        }
    }

    /// The examples in the manuals of R (`power.prop.test`, 90 % power: 76.7 for 0.50 and
    /// 0.75) and of JMP 13.2 ("Two Sample Proportions": 2,554 for 0.08 and 0.06).
    #[test]
    fn as_many_people_are_needed_as_was_published() {
        let z_90 = 1.281_551_565_544_600_4;
        let needed = needed(0.50, 0.75, z_90).expect("a difference");
        assert!((needed - 76.7).abs() < 0.05, "{needed}");
        assert_eq!(people_a_version(0.08, 0.06), Some(2_554));
        assert_eq!(people_a_version(0.5, 0.7), Some(93));
        assert_eq!(people_a_version(0.7, 0.5), Some(93));
        assert_eq!(people_a_version(0.5, 0.5), None);
    }

    #[test]
    fn nobody_said_nothing() {
        assert_eq!(Share::default().interval(), None);
        assert_eq!(Share::default().value(), None);
        assert_eq!(share(1, 2).less(Share::default()), None);
    }

    proptest! {
        #[test]
        fn a_share_lies_within_its_interval(all in 1_u32..5_000, part in 0.0_f64..=1.0) {
            let of_them = (f64::from(all) * part).floor() as u32;
            let share = share(of_them, all);
            let (value, interval) = (share.value().expect("some"), share.interval().expect("some"));
            prop_assert!(interval.low >= 0.0 && interval.high <= 1.0);
            prop_assert!(interval.low <= value + 1e-12 && value <= interval.high + 1e-12);
            // Those who said no are the others.
            let others = Share { of_them: all - of_them, all }.interval().expect("some");
            prop_assert!((others.low - (1.0 - interval.high)).abs() < 1e-9);
        }

        #[test]
        fn more_answers_say_more(all in 1_u32..500, times in 2_u32..10, part in 0.0_f64..=1.0) {
            let of_them = (f64::from(all) * part).floor() as u32;
            let few = share(of_them, all).interval().expect("some");
            let many = share(of_them * times, all * times).interval().expect("some");
            prop_assert!(many.high - many.low < few.high - few.low);
        }
    }
}
