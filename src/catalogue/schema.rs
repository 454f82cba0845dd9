//! The kinds of file of which a catalogue is made, and the JSON Schema of each.
//!
//! The schemas are made of the types that parse the files, by a test, and stand in `data/schema/`.

use super::originals::original;
use crate::error::Error;

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
    pub fn schema(self) -> Result<&'static str, Error> {
        let path = format!("schema/{}.json", self.id);
        original(&path).ok_or_else(|| Error::Internal { cause: format!("{path} is missing") })
    }
}

/// The kinds, a line each: the name, where such a file stands, and the type that parses it.
macro_rules! file_kinds {
    ($($id:literal $place:literal $type:ty,)+) => {
        /// Every kind of file.
        pub const FILE_KINDS: &[FileKind] = &[$(FileKind { id: $id, place: $place },)+];

        #[cfg(test)]
        fn described() -> Vec<(FileKind, schemars::Schema)> {
            let schemas = [$(schemars::schema_for!($type),)+];
            FILE_KINDS.iter().copied().zip(schemas).collect()
        }
    };
}

file_kinds! {
    "point" "points/CODE.json" super::Point,
    "stretch" "stretches/ID.json" super::Stretch,
    "technique" "techniques/ID.json" super::Technique,
    "precaution" "precautions/ID.json" super::Precaution,
    "red-flag" "red-flags/ID.json" super::RedFlag,
    "topic" "topics/ID.json" super::Topic,
    "source" "sources/ID.json" super::Source,
    "routine" "routines/ID.json" super::NamedRoutine,
    "figure" "figures/ID.json" super::Figure,
    "rules" "rules/NAME.json" super::MoreRules,
    "meridian" "meridians/ID.json" super::Meridian,
    "catalogue" "catalogue.json" super::Manifest,
    "homonyms" "homonyms.json" Vec<super::Homonym>,
    "meridians" "meridians.json" Vec<super::Meridian>,
    "routine-frame" "routine.json" super::RoutineFrame,
    "triage" "triage.json" super::TriageQuestions,
}

/// A field that is needed even where it holds nothing.
#[cfg(test)]
pub(super) fn text_or_null(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({"type": ["string", "null"]})
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;
    use std::{env, fs};

    use schemars::transform::transform_subschemas;
    use serde_json::{Value, json};

    use super::*;
    use crate::catalogue::check::form::parse_as_its_type;
    use crate::catalogue::index_writer::folder;
    use crate::catalogue::originals::originals;

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

    /// `SCHEMAS=overwrite cargo test --lib schema` writes them.
    #[test]
    fn the_schemas_are_those_of_the_types() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema");
        let overwrite = env::var_os("SCHEMAS").is_some_and(|it| it == "overwrite");
        for (kind, schema) in described() {
            let (path, expected) = (folder.join(format!("{}.json", kind.id)), written(kind, schema));
            if overwrite {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, &expected).unwrap();
            }
            let found = fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(found, expected, "{} drifted: SCHEMAS=overwrite cargo test --lib schema", path.display());
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

    /// A file of each kind that our own catalogue has none of.
    fn of_additions_alone() -> [(&'static str, Value); 2] {
        let claim = json!({"text": "So.", "basis": "editorial", "why": "It is.", "sources": ["who-2008"]});
        let rule = json!({"level": "ask", "select": {"entries": ["GB30"]}, "because": claim, "ask_whom": "whom",
            "ask_what": "what", "limit": {"text": "so far"}, "instead": ["walking"]});
        let meridian = json!({"id": "a", "letters": "A", "who_letters": "A", "name": "A", "traditional": "A",
            "prefixes": ["A"]});
        [("rules/a.json", json!({"precaution": "pregnancy", "rules": [rule]})), ("meridians/a.json", meridian)]
    }

    /// One place of each shape is enough: `/ways/0/tool` stands for `/ways/1/tool`.
    fn shape(pointer: &str) -> String {
        let steps = pointer.split('/').map(|step| if step.parse::<usize>().is_ok() { "#" } else { step });
        steps.collect::<Vec<_>>().join("/")
    }

    #[test]
    fn a_schema_accepts_what_is_parsed_and_nothing_else() {
        for (kind, schema) in described() {
            let schema = serde_json::from_str(&written(kind, schema)).unwrap();
            let validator = jsonschema::draft202012::new(&schema).unwrap();
            let (mut shapes, mut accepted, mut refused) = (BTreeSet::new(), 0, 0);
            let is_of_kind = |path: &str| match folder(kind.place) {
                "" => path == kind.place,
                place => folder(path) == place,
            };
            let ours = originals().map(|(path, text)| (path, serde_json::from_str(text).unwrap_or_default()));
            for (path, document) in ours.chain(of_additions_alone()).filter(|(path, _)| is_of_kind(path)) {
                let mut found = Vec::new();
                places(&document, "", &mut found);
                for pointer in found.into_iter().filter(|pointer| shapes.insert(shape(pointer))) {
                    for (change, other) in spoiled(&document, &pointer) {
                        let parsed = parse_as_its_type(path, &other.to_string());
                        assert_eq!(
                            validator.is_valid(&other),
                            parsed.is_ok(),
                            "{path}, {pointer}: {change}: {parsed:?}"
                        );
                        *(if parsed.is_ok() { &mut accepted } else { &mut refused }) += 1;
                    }
                }
            }
            assert!(accepted > 0 && refused > 40, "{}: {accepted} accepted, {refused} refused", kind.id);
        }
    }
}
