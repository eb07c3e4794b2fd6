//! What only a service can say.

pub mod unanswered_need;
