//! What a print shop and an office printer get: sheets of the right size with
//! every page on them, ink where it may be and nowhere else.

mod boxes;
mod by_hand;
mod fit;
mod in_place;
mod ink;
mod large_print;
mod looks;
mod proof;
mod same_words;
