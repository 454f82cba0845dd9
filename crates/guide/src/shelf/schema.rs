//! The kinds of file of which a catalogue is made, and the JSON Schema of each.
//!
//! The schemas are made of the types that parse the files, by a test, and stand in `data/schema/`.

use super::bundle::Bundle;
use super::error::CatalogueError;

/// A kind of file.
#[derive(Debug, Clone, Copy)]
pub struct FileKind {
    /// Its name.
    pub id: &'static str,
    /// Where such a file stands below the root of a catalogue.
    pub place: &'static str,
}

impl FileKind {
    /// Its schema.
    ///
    /// # Errors
    /// A damaged program.
    pub fn schema(self, bundle: Bundle) -> Result<String, CatalogueError> {
        let path = format!("schema/{}.json", self.id);
        bundle.original(&path).ok_or_else(|| CatalogueError::missing(&path))
    }
}

/// The kinds, a line each: the name, where such a file stands, and the type that parses it.
macro_rules! file_kinds {
    ($($id:literal $place:literal $type:ty,)+) => {
        /// Every kind of file.
        pub const FILE_KINDS: &[FileKind] = &[$(FileKind { id: $id, place: $place },)+];

        #[cfg(test)]
        fn described() -> Vec<(FileKind, schemars::Schema, Parses)> {
            let of_types: Vec<(_, Parses)> =
                vec![$((schemars::schema_for!($type), |text| crate::check::of_known::<$type>(text, &[]).map(drop)),)+];
            FILE_KINDS.iter().zip(of_types).map(|(kind, (schema, parses))| (*kind, schema, parses)).collect()
        }
    };
}

/// Parses a file as the type of its kind.
#[cfg(test)]
type Parses = fn(&str) -> serde_json::Result<()>;

file_kinds! {
    "point" "points/CODE.json" crate::model::Point,
    "stretch" "stretches/ID.json" crate::model::Stretch,
    "technique" "techniques/ID.json" crate::model::Technique,
    "precaution" "precautions/ID.json" crate::model::Precaution,
    "red-flag" "red-flags/ID.json" crate::model::RedFlag,
    "topic" "topics/ID.json" crate::model::Topic,
    "source" "sources/ID.json" crate::model::Sources,
    "routine" "routines/ID.json" crate::model::NamedRoutine,
    "figure" "figures/ID.json" crate::model::Figure,
    "poses" "poses/ID.json" crate::model::Poses,
    "rules" "rules/NAME.json" crate::model::MoreRules,
    "meridian" "meridians/ID.json" crate::model::Meridian,
    "catalogue" "catalogue.json" crate::model::Manifest,
    "everyday-words" "everyday-words.json" crate::model::EverydayWords,
    "homonyms" "homonyms.json" Vec<crate::model::Homonym>,
    "meridians" "meridians.json" Vec<crate::model::Meridian>,
    "not-covered" "not-covered.json" Vec<crate::model::NotCovered>,
    "routine-frame" "routine.json" crate::model::RoutineFrame,
    "triage" "triage.json" crate::model::TriageQuestions,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;
    use std::{env, fs};

    use schemars::transform::transform_subschemas;
    use serde_json::{Value, json};

    use super::*;

    const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

    /// The schema of a kind as it stands in its file.
    fn written(kind: FileKind, mut schema: schemars::Schema) -> String {
        plain(&mut schema);
        schema.insert("title".to_owned(), format!("sciatica catalogue: {}", kind.place).into());
        serde_json::to_string_pretty(&schema).unwrap() + "\n"
    }

    /// What is of Rust becomes JSON: words of a closed list, numbers without the name of their type, no value for `None`.
    fn plain(schema: &mut schemars::Schema) {
        if let Some(description) = schema.get("description").and_then(Value::as_str) {
            let paragraphs: Vec<String> = description.split("\n\n").map(|text| text.replace('\n', " ")).collect();
            schema.insert("description".to_owned(), paragraphs.join("\n\n").replace("`None`", "`null`").into());
        }
        if let Some(words) = schema.get("oneOf").and_then(Value::as_array).cloned() {
            let ids: Vec<&str> = words.iter().map(|word| word["const"].as_str().expect("a closed list")).collect();
            let meanings = words.iter().zip(&ids).filter_map(|(word, id)| {
                let meaning = word["description"].as_str().unwrap_or_default();
                (meaning != id.replace('-', " ")).then(|| format!("\n- `{id}`: {meaning}"))
            });
            let meanings: String = meanings.collect();
            let about = schema.get("description").and_then(Value::as_str).unwrap_or_default();
            let description = if meanings.is_empty() { about.to_owned() } else { format!("{about}\n{meanings}") };
            schema.insert("enum".to_owned(), json!(ids));
            schema.insert("type".to_owned(), "string".into());
            schema.insert("description".to_owned(), description.into());
            schema.remove("oneOf");
        }
        schema.remove("format");
        if schema.get("default").is_some_and(Value::is_null) {
            schema.remove("default");
        }
        transform_subschemas(&mut plain, schema);
    }

    /// `SCHEMAS=overwrite cargo test -p sciatica-guide schema` writes them.
    #[test]
    fn the_schemas_are_those_of_the_types() {
        let folder = Path::new(ROOT).join("data/schema");
        let overwrite = env::var_os("SCHEMAS").is_some_and(|it| it == "overwrite");
        for (kind, schema, _) in described() {
            let (path, expected) = (folder.join(format!("{}.json", kind.id)), written(kind, schema));
            if overwrite {
                fs::write(&path, &expected).unwrap();
            }
            let found = fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(found, expected, "{} drifted: set SCHEMAS=overwrite", path.display());
        }
        let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        let expected = FILE_KINDS.iter().map(|kind| format!("{}.json", kind.id).into());
        assert_eq!(files.collect::<BTreeSet<_>>(), expected.collect(), "data/schema/ holds a file of no kind");
    }

    /// Each value of a document with the keys that lead to it.
    fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
        found.push(pointer.to_owned());
        match value {
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    places(item, &format!("{pointer}/{number}"), found);
                }
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(key, field)| places(field, &format!("{pointer}/{key}"), found));
            }
            _ => {}
        }
    }

    /// What becomes of a document when the value at a place is another, or has a field less or more.
    fn spoiled(document: &Value, pointer: &str) -> Vec<(String, Value)> {
        let with = |change: &dyn Fn(&mut Value)| {
            let mut other = document.clone();
            change(other.pointer_mut(pointer).unwrap());
            other
        };
        let others = [json!(null), json!(true), json!(-1), json!(0), json!(300), json!(70_000), json!(1.5)];
        let others = others.into_iter().chain([json!("no word of any list"), json!([]), json!({}), json!([1, 2])]);
        let fields = document.pointer(pointer).and_then(Value::as_object);
        let mut spoiled: Vec<_> = others.map(|it| (it.to_string(), with(&|value| *value = it.clone()))).collect();
        if let Some(fields) = fields {
            spoiled.push(("a field more".to_owned(), with(&|value| value["no_such_field"] = json!("x"))));
            let less = |key: &String| with(&|value| drop(value.as_object_mut().unwrap().remove(key)));
            spoiled.extend(fields.keys().map(|key| (format!("without {key}"), less(key))));
        }
        spoiled
    }

    /// The files of a kind: ours, and those of an example that adds to ours, because of some kinds we have none.
    fn documents(kind: FileKind) -> Vec<Value> {
        let homes = ["data", "tests/fixtures/additions"].map(|home| Path::new(ROOT).join(home).join(kind.place));
        let paths = homes.into_iter().flat_map(|path| match path.parent().filter(|_| kind.place.contains('/')) {
            Some(folder) => fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect(),
            None => vec![path],
        });
        let texts = paths.filter_map(|path| fs::read_to_string(path).ok());
        texts.map(|text| serde_json::from_str(&text).unwrap()).collect()
    }

    /// One place of each shape is enough: `/ways/0/tool` stands for `/ways/1/tool`.
    fn shape(pointer: &str) -> String {
        let steps = pointer.split('/').map(|step| if step.parse::<usize>().is_ok() { "#" } else { step });
        steps.collect::<Vec<_>>().join("/")
    }

    #[test]
    fn a_schema_accepts_what_is_parsed_and_nothing_else() {
        for (kind, schema, parses) in described() {
            let schema = serde_json::from_str(&written(kind, schema)).unwrap();
            let validator = jsonschema::draft202012::new(&schema).unwrap();
            let (mut shapes, mut accepted, mut refused) = (BTreeSet::new(), 0, 0);
            for document in documents(kind) {
                let mut found = Vec::new();
                places(&document, "", &mut found);
                for pointer in found.into_iter().filter(|pointer| shapes.insert(shape(pointer))) {
                    for (change, other) in spoiled(&document, &pointer) {
                        let parsed = parses(&other.to_string());
                        let is_valid = validator.is_valid(&other);
                        assert_eq!(is_valid, parsed.is_ok(), "{}, {pointer}: {change}: {parsed:?}", kind.id);
                        *(if is_valid { &mut accepted } else { &mut refused }) += 1;
                    }
                }
            }
            assert!(accepted > 0 && refused > 40, "{}: {accepted} accepted, {refused} refused", kind.id);
        }
    }
}
