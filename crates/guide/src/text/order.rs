//! Things in order. A sort is compiled anew for each type and each way to compare, some 5 KB each time: here once, for places.

/// Puts things in the order of their places: by a number, and where that is the same, by a text. What has the same place
/// stays as it stood.
pub fn put_in_order<T>(things: &mut Vec<T>, place: impl Fn(&T) -> (u64, &str)) {
    let mut order: Vec<(u64, &str, usize)> = Vec::with_capacity(things.len());
    order.extend(things.iter().enumerate().map(|(stood, thing)| {
        let (number, text) = place(thing);
        (number, text, stood)
    }));
    order.sort_unstable();
    let order: Vec<usize> = order.into_iter().map(|(_, _, stood)| stood).collect();
    let mut taken: Vec<Option<T>> = std::mem::take(things).into_iter().map(Some).collect();
    things.extend(order.into_iter().filter_map(|stood| taken.get_mut(stood)?.take()));
}

/// Puts things one after the other into a set or map, which `collect` would sort first.
pub(crate) fn inserted<T, C: Default + Extend<T>>(things: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(things);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_same_place_stays_as_it_stood() {
        let mut things = vec![("b", 2, "first"), ("a", 2, "second"), ("b", 1, "third"), ("b", 2, "fourth")];
        put_in_order(&mut things, |(text, number, _)| (*number, text));
        let order: Vec<&str> = things.into_iter().map(|(_, _, name)| name).collect();
        assert_eq!(order, ["third", "second", "first", "fourth"]);
    }
}
