//! LW00x: rules about rules.

mod exception_without_effect;
mod unknown_rule;

pub use exception_without_effect::EXCEPTION_WITHOUT_EFFECT;
pub use unknown_rule::UNKNOWN_RULE;
