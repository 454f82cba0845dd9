//! Names in the margins of a picture, each with a line to what it names.

use guide::text::{put_in_order, wrap};

/// Columns of the longest line of a name.
const WIDEST_NAME: usize = 15;

/// What lies so near to the middle, as a part of the columns of the picture, can be named on both sides.
const MIDDLE_PART: i32 = 5;

/// Something that has a name in a margin.
#[derive(Debug)]
pub(super) struct ToName {
    /// Its name.
    pub(super) name: String,
    /// The cells where it is: one, or one on each side of the body.
    pub(super) cells: Vec<(i32, i32)>,
}

/// A name at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameInMargin {
    /// Its lines, each with the column where it begins.
    pub(super) lines: Vec<(i32, String)>,
    /// The row of the first.
    pub(super) row: i32,
    /// The cells beside the name and at what it names.
    pub(super) leader: [(i32, i32); 2],
}

/// A picture between its margins, in cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margins {
    /// The first column of the picture, and the first after it.
    pub(super) picture: [i32; 2],
    /// Its rows.
    pub(super) rows: i32,
    /// Whether names stand on the left, and on the right.
    pub(super) sides: [bool; 2],
}

/// The columns that the longest name needs, with a gap before the line that leads from it.
pub(super) fn margin<'n>(names: impl Iterator<Item = &'n str>) -> usize {
    let widest = names.flat_map(lines_of).map(|line| line.chars().count()).max();
    widest.map_or(0, |widest| widest + 2)
}

impl Margins {
    /// Names in both margins: each as near to the row of what it names as the others let it, on its own side of the picture; of
    /// twins, and of what lies near the middle, on the side where the names above leave more room.
    pub(super) fn place(self, mut named: Vec<ToName>) -> Vec<NameInMargin> {
        let by_row = |it: &ToName| u64::try_from(it.cells.first().map_or(0, |cell| cell.1)).unwrap_or_default();
        put_in_order(&mut named, |it| (by_row(it), ""));
        let [start, end] = self.picture;
        let (middle, near_middle) = (i32::midpoint(start, end), (end - start) / MIDDLE_PART);
        let (mut left, mut right) = (SideOfNames::default(), SideOfNames::default());
        let alone = match self.sides {
            [true, false] => Some(&mut left),
            [false, true] => Some(&mut right),
            _ => None,
        };
        if let Some(side) = alone {
            for it in &named {
                it.cells.first().into_iter().for_each(|cell| side.push(&it.name, *cell));
            }
            named.clear();
        }
        for it in named {
            let on = |is_right: bool| it.cells.iter().copied().find(move |(x, _)| (*x >= middle) == is_right);
            match (on(false), on(true)) {
                (Some(cell), Some(_)) if left.free <= right.free => left.push(&it.name, cell),
                (Some(cell), None) if middle - cell.0 > near_middle || left.free <= cell.1 => left.push(&it.name, cell),
                (None, Some(cell)) if cell.0 - middle <= near_middle && right.free > cell.1 => {
                    left.push(&it.name, cell);
                }
                (_, Some(cell)) | (Some(cell), None) => right.push(&it.name, cell),
                (None, None) => {}
            }
        }
        let beside = |is_right: bool| move |row: i32| (if is_right { end } else { start - 1 }, row);
        let of_left = left.placed(self.rows, beside(false), |width| start - 2 - width);
        let of_right = right.placed(self.rows, beside(true), |_| end + 2);
        of_left.into_iter().chain(of_right).collect()
    }
}

/// Names on one side, from above: the row of the first line of each, its lines, and what it names.
#[derive(Debug, Default)]
struct SideOfNames {
    names: Vec<(i32, Vec<String>, (i32, i32))>,
    /// The first row below them.
    free: i32,
}

impl SideOfNames {
    fn push(&mut self, name: &str, cell: (i32, i32)) {
        let lines = lines_of(name);
        let row = (cell.1 - (tall(&lines) - 1) / 2).max(self.free);
        self.free = row + tall(&lines);
        self.names.push((row, lines, cell));
    }

    /// Names that would stand below the picture are moved up, and those above them with them.
    fn placed(
        mut self,
        rows: i32,
        beside: impl Fn(i32) -> (i32, i32),
        column: impl Fn(i32) -> i32,
    ) -> Vec<NameInMargin> {
        let mut below = rows;
        for (row, lines, _) in self.names.iter_mut().rev() {
            *row = (*row).min(below - tall(lines));
            below = *row;
        }
        let placed = self.names.into_iter().map(|(row, lines, cell)| {
            let middle = row + (tall(&lines) - 1) / 2;
            let wide = |line: &String| i32::try_from(line.chars().count()).unwrap_or(i32::MAX);
            let lines = lines.into_iter().map(|line| (column(wide(&line)), line)).collect();
            NameInMargin { lines, row, leader: [beside(middle), cell] }
        });
        placed.collect()
    }
}

fn tall(lines: &[String]) -> i32 {
    i32::try_from(lines.len()).unwrap_or(i32::MAX)
}

fn lines_of(name: &str) -> Vec<String> {
    wrap(name, WIDEST_NAME, "", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(named: &[(&str, &[(i32, i32)])]) -> Vec<(i32, String)> {
        let named = named.iter().map(|(name, cells)| ToName { name: (*name).to_owned(), cells: cells.to_vec() });
        let placed = Margins { picture: [10, 30], rows: 8, sides: [true; 2] }.place(named.collect());
        placed.into_iter().map(|it| (it.row, it.lines.into_iter().map(|(_, line)| line).collect())).collect()
    }

    #[test]
    fn a_name_stands_on_the_row_of_what_it_names() {
        assert_eq!(placed(&[("knob", &[(12, 3)])]), [(3, "knob".to_owned())]);
    }

    #[test]
    fn names_that_would_meet_stand_one_below_the_other_and_none_below_the_picture() {
        let both: &[(&str, &[(i32, i32)])] = &[("web", &[(12, 7)]), ("heel", &[(14, 7)])];
        assert_eq!(placed(both), [(6, "web".to_owned()), (7, "heel".to_owned())]);
    }

    #[test]
    fn twins_are_named_where_there_is_more_room() {
        let twins: &[(&str, &[(i32, i32)])] = &[("KD3", &[(12, 7), (28, 7)]), ("LV3", &[(13, 7), (27, 7)])];
        let named: Vec<ToName> =
            twins.iter().map(|(name, cells)| ToName { name: (*name).to_owned(), cells: cells.to_vec() }).collect();
        let columns: Vec<i32> = Margins { picture: [10, 30], rows: 8, sides: [true; 2] }
            .place(named)
            .iter()
            .map(|it| it.lines[0].0)
            .collect();
        assert_eq!(columns, [5, 32], "one on each side");
    }
}
