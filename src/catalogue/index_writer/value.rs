//! Reads fields of a document; one that it lacks is empty.

use serde_json::Value;

pub(crate) fn stem(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.strip_suffix(".json")).unwrap_or(path)
}

pub(super) fn array<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

pub(super) fn list(value: &Value, pointer: &str) -> Vec<String> {
    array(value, pointer).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

pub(super) fn text(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}

pub(super) fn number_text(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_u64).map(|number| number.to_string()).unwrap_or_default()
}
