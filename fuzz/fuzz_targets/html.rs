#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| commonplace_fuzz::try_import("fuzz.html", bytes));
