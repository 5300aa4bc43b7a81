//! Reading from disk.
