//! Whatever the mix of good and bad jobs.

use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_order_has_one_last_outcome(
        said in prop::collection::vec(
            prop::sample::select(vec!["good", "step good", "abort", "step step exit", "step panic"]),
            0..10,
        ),
        workers in 1_usize..4,
    ) {
        let mut last = vec![0; said.len()];
        let asked = jobs(said.iter().copied());
        run(&worker(), &"", &limits(workers), asked, |outcome: Outcome<String>| {
            let id = id(&outcome);
            // What is given back for a lost job takes its place.
            let again = match outcome {
                Outcome::Lost { steps, .. } => {
                    assert_eq!(steps, said[id].matches("step").count());
                    vec![job(id, "good")]
                }
                Outcome::Done { answer, .. } => {
                    assert_eq!(answer, "good");
                    last[id] += 1;
                    Vec::new()
                }
            };
            Ok(again)
        })
        .expect("all are done in the end");
        prop_assert!(last.iter().all(|outcomes| *outcomes == 1), "{last:?}");
    }
}
