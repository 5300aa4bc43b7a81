//! Leavebehind turns the notes of a consulting engagement into what the client keeps.
pub mod author;
pub mod cli;
pub mod compile;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod edition;
pub mod graph;
pub mod insight;
pub mod model;
pub mod output;
pub mod preview;
pub mod proof;
pub mod render;
pub mod source;
