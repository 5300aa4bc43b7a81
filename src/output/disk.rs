//! Publishing to disk.
