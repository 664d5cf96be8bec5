#![no_main]

// Half of the time the bytes are an archive, half of the time a page and a package in one.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    commonplace_fuzz::try_import("fuzz.epub", bytes);
    if let Some(book) = commonplace_fuzz::book(bytes) {
        commonplace_fuzz::try_import("fuzz.epub", &book);
    }
});
