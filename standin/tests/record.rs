//! The example of an exported record keeps to the schema that describes it.

use std::fs;
use std::path::Path;

use serde_json::Value;

fn read(name: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name);
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

#[test]
fn the_example_of_a_record_keeps_to_its_schema() {
    let schema = jsonschema::validator_for(&read("record.schema.json")).unwrap();
    let example = read("record.example.json");
    let errors: Vec<String> = schema
        .iter_errors(&example)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
}
