//! LW00x: rules about rules.

pub mod exception_without_effect;
pub mod unknown_rule;
