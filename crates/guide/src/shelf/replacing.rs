//! What may stand in the place of an entry of ours: whatever our rules find by and strike stays as it is, and so do the
//! warnings. Else an addition would speak in our place.

use serde_json::Value;

use crate::check::Problem;
use crate::model::Kind;
use crate::model::files::folder;

/// Why a file may not stand in the place of ours.
pub(super) fn refusal(path: &str, text: &str, theirs: &Value, ours: &Value) -> Option<Problem> {
    let is_of = |kind: Kind| Some(folder(path)) == kind.folder();
    if !is_of(Kind::Point) && !is_of(Kind::Stretch) {
        let remedy = "take the file out, or give yours a name of its own; only points and stretches can be replaced";
        return Some(Problem::of_file(path, "this file of the bundled guide cannot be replaced", remedy));
    }
    if theirs.is_null() {
        // The checks say where it is broken.
        return None;
    }
    let refused =
        |(field, message, remedy): (&str, String, String)| Problem::in_root_field(path, text, field, &message, &remedy);
    let place = if is_of(Kind::Point) { moved_point(theirs, ours) } else { moved_stretch(theirs, ours) };
    let found = place.or_else(|| strange_way(theirs, ours)).or_else(|| loose_sentence(theirs, ours));
    found.or_else(|| lost_warning(theirs, ours)).map(refused)
}

/// A field, what is wrong with it, and what to do.
type Refused = (&'static str, String, String);

fn moved_point(theirs: &Value, ours: &Value) -> Option<Refused> {
    let moved = ["region", "area"].into_iter().find(|key| theirs.get(key) != ours.get(key))?;
    let place = ours.get(moved).and_then(Value::as_str).unwrap_or_default();
    let message = "a point that takes the place of ours lies where ours lies: rules find it by that".to_owned();
    Some((moved, message, format!("keep {place:?}, or give the point a code of its own")))
}

fn moved_stretch(theirs: &Value, ours: &Value) -> Option<Refused> {
    let kept = list(theirs, "regions");
    let lost = list(ours, "regions").iter().find(|region| !kept.contains(region))?;
    let message = "a stretch that takes the place of ours has the regions of ours: rules find it by them".to_owned();
    Some(("regions", message, format!("add {lost}, or give the stretch an id of its own")))
}

/// A way that none of our rules would know: it does not do what the way of ours does whose label it bears, or more of it.
fn strange_way(theirs: &Value, ours: &Value) -> Option<Refused> {
    let strange = list(theirs, "ways").iter().find(|way| !list(ours, "ways").iter().any(|own| does_as(way, own)))?;
    let label = strange.get("label").and_then(Value::as_str).unwrap_or_default();
    let message =
        format!("the way {label:?} does not do what a way of ours with that label does: rules find it by that");
    let remedy = "keep label, positions, movements, tool, reach and pressure of ours, and no more than its numbers; \
                  or give the entry an id of its own";
    Some(("ways", message, remedy.to_owned()))
}

/// Whether a way does what one of ours does. Of movements there may be more, which only more rules strike.
fn does_as(theirs: &Value, ours: &Value) -> bool {
    const SAME: [&str; 5] = ["label", "positions", "tool", "reach", "pressure"];
    const NUMBERS: [&str; 7] = [
        "/hold_seconds/max",
        "/rounds/max",
        "/per_day/max",
        "/dosage/hold_seconds/max",
        "/dosage/repetitions/max",
        "/dosage/sets/max",
        "/dosage/per_day/max",
    ];
    let number = |way: &Value, pointer| way.pointer(pointer).and_then(Value::as_u64);
    let moves = list(theirs, "movements");
    SAME.into_iter().all(|key| theirs.get(key) == ours.get(key))
        && list(ours, "movements").iter().all(|movement| moves.contains(movement))
        && NUMBERS.into_iter().all(|pointer| number(theirs, pointer) <= number(ours, pointer))
}

/// A sentence that would not fall with the ways for which it holds: where ours tell of single ways, all of theirs do; and a
/// step of ours is told in the way to which it belongs.
fn loose_sentence(theirs: &Value, ours: &Value) -> Option<Refused> {
    const LISTS: [(&str, &str); 5] = [
        ("/location/find", "location"),
        ("/location/off_if", "location"),
        ("/easier", "easier"),
        ("/mistakes", "mistakes"),
        ("/stop_if", "stop_if"),
    ];
    let items =
        |entry: &'_ Value, pointer| entry.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default();
    let loose = LISTS.into_iter().find(|(pointer, _)| {
        let ours = items(ours, pointer);
        let is_of_ours =
            |item: &Value| ours.iter().any(|own| own.get("text") == item.get("text") && own.get("ways").is_none());
        let is_of_ways = ours.iter().any(|item| item.get("ways").is_some());
        is_of_ways && items(theirs, pointer).iter().any(|item| item.get("ways").is_none() && !is_of_ours(item))
    });
    if let Some((_, field)) = loose {
        let message = "a sentence does not say for which ways it holds, as those of ours do".to_owned();
        return Some((field, message, "add `ways` with their labels, so that it falls with them".to_owned()));
    }
    let is_told = |way: &Value, step: &Value| list(way, "steps").iter().any(|own| own.get("text") == step.get("text"));
    let label = |way: &Value| way.get("label").cloned();
    let own_ways = list(ours, "ways");
    let is_swapped = |way: &Value, step: &Value| {
        let (own, others): (Vec<&Value>, Vec<&Value>) = own_ways.iter().partition(|own| label(own) == label(way));
        !own.iter().any(|own| is_told(own, step)) && others.iter().any(|other| is_told(other, step))
    };
    let swapped = list(theirs, "ways").iter().any(|way| list(way, "steps").iter().any(|step| is_swapped(way, step)));
    let message = "a step of ours stands in another way than it does there".to_owned();
    swapped.then(|| ("ways", message, "put it back, or say it in words of your own".to_owned()))
}

/// What says when to stop, and what lies beneath, is never fewer than ours.
fn lost_warning(theirs: &Value, ours: &Value) -> Option<Refused> {
    let lost = ["stop_if", "beneath"].into_iter().find_map(|key| {
        let kept = list(theirs, key);
        list(ours, key).iter().find(|warning| !kept.contains(warning)).map(|warning| (key, warning))
    });
    let (key, warning) = lost?;
    let text = warning.get("text").and_then(Value::as_str).unwrap_or_default();
    Some((key, format!("lacks the warning of ours {text:?}"), "keep it as it stands in ours".to_owned()))
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}
