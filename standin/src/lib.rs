//! A strict Discord on loopback, for tests and load.
