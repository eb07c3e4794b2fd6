//! The order in which versions come in a stack: fair, and not to be guessed.
//!
//! Permuted blocks: in every block each version stands equally often, in an order by chance.
//! So whoever takes copies from the top hands out every version about equally often at any
//! time of the day. Blocks have one copy of each version or two, by chance: nobody can tell
//! the next one from those before it.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use sha2::{Digest, Sha256};

/// Chance that is the same on every machine and for ever: the stream of ChaCha is laid down.
struct Chance(ChaCha8Rng);

impl Chance {
    /// What comes of these words is always the same.
    fn of(words: &str) -> Self {
        let seed: [u8; 32] = Sha256::digest(words.as_bytes()).into();
        Self(ChaCha8Rng::from_seed(seed))
    }

    /// A number below `end`, each as likely as every other.
    fn below(&mut self, end: usize) -> usize {
        let end = end.max(1) as u64;
        // The last numbers that do not fill a round would make the first ones more likely.
        let fair = u64::MAX - u64::MAX % end;
        loop {
            let number = self.0.next_u64();
            if number < fair {
                return (number % end) as usize;
            }
        }
    }

    /// Puts them in an order by chance, each order as likely as every other (Fisher-Yates).
    fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }
}

/// Which version each copy of a stack is, from the top: numbers below `versions`. The same
/// `words` give the same order.
pub fn order(versions: usize, copies: usize, words: &str) -> Vec<usize> {
    let mut chance = Chance::of(words);
    let mut order = Vec::with_capacity(copies);
    while versions > 0 && order.len() < copies {
        let left = copies - order.len();
        let times = if left < 2 * versions {
            1
        } else {
            1 + chance.below(2)
        };
        let mut block: Vec<usize> = (0..times).flat_map(|_| 0..versions).collect();
        chance.shuffle(&mut block);
        block.truncate(left);
        order.extend(block);
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counts(order: &[usize], versions: usize) -> Vec<usize> {
        let of = |version| order.iter().filter(|it| **it == version).count();
        (0..versions).map(of).collect()
    }

    fn spread(counts: &[usize]) -> usize {
        let most = counts.iter().max().copied().unwrap_or_default();
        most - counts.iter().min().copied().unwrap_or_default()
    }

    proptest! {
        #[test]
        fn a_stack_is_fair_from_whichever_copy_on(
            versions in 1_usize..=6,
            copies in 0_usize..300,
            seed in any::<u64>(),
        ) {
            let order = order(versions, copies, &seed.to_string());
            prop_assert_eq!(order.len(), copies);
            prop_assert!(order.iter().all(|it| *it < versions));
            prop_assert!(spread(&counts(&order, versions)) <= 1);
            for end in 0..copies {
                prop_assert!(spread(&counts(&order[..end], versions)) <= 2);
            }
        }

        #[test]
        fn the_same_seed_gives_the_same_stack_and_another_one_another(
            versions in 2_usize..=6,
            seed in any::<u64>(),
        ) {
            let stack = |words: String| order(versions, 200, &words);
            prop_assert_eq!(stack(seed.to_string()), stack(seed.to_string()));
            prop_assert_ne!(stack(seed.to_string()), stack(format!("{seed} again")));
        }
    }

    /// Written down once: a stack that is printed again next year has the same order.
    #[test]
    fn an_order_stays_what_it_was() {
        let letters = |order: Vec<usize>| order.iter().map(|it| b"ABC"[*it] as char).collect();
        let stack: String = letters(order(3, 24, "your-options 1 7"));
        assert_eq!(stack, "BCABACACBCABCBABCAABCCBA");
    }

    /// In many stacks every order of a block comes about equally often: chi-squared, with 5
    /// degrees of freedom, is below 20.5 in 999 of 1,000 (and always, as the seeds are fixed).
    #[test]
    fn every_order_of_a_block_is_as_likely_as_every_other() {
        let mut seen = std::collections::BTreeMap::new();
        let stacks = 6_000;
        for seed in 0..stacks {
            *seen.entry(order(3, 3, &seed.to_string())).or_insert(0_u32) += 1;
        }
        assert_eq!(seen.len(), 6);
        let expected = f64::from(stacks) / 6.0;
        let off = seen
            .values()
            .map(|count| (f64::from(*count) - expected).powi(2) / expected);
        let chi_squared: f64 = off.sum();
        assert!(chi_squared < 20.5, "{chi_squared}");
    }

    #[test]
    fn nobody_can_tell_the_next_version_from_those_before() {
        // With blocks of two alone, every second copy would be known.
        let order = order(2, 200, "seed");
        let twice = order.chunks(2).filter(|pair| pair[0] == pair[1]).count();
        assert!(twice > 10, "{twice}");
    }
}
