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
    /// The corners of the line from the name: along its row, then up or down to what it names.
    pub(super) leader: [(i32, i32); 3],
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
        let marks: Vec<(i32, i32)> = named.iter().flat_map(|it| it.cells.iter().copied()).collect();
        let only = match self.sides {
            [true, false] => Some(false),
            [false, true] => Some(true),
            _ => None,
        };
        let (mut left, mut right) = (SideOfNames::default(), SideOfNames { is_right: true, ..SideOfNames::default() });
        for it in named {
            let on = |is_right: bool| it.cells.iter().copied().find(move |(x, _)| (*x >= middle) == is_right);
            let chosen = match (only, on(false), on(true)) {
                (Some(is_right), one, other) => one.or(other).map(|cell| (is_right, cell)),
                (None, Some(cell), Some(_)) if left.free <= right.free => Some((false, cell)),
                (None, Some(cell), None) if middle - cell.0 > near_middle || left.free <= cell.1 => Some((false, cell)),
                (None, None, Some(cell)) if cell.0 - middle <= near_middle && right.free > cell.1 => {
                    Some((false, cell))
                }
                (None, one, other) => other.or(one).map(|cell| (true, cell)),
            };
            if let Some((is_right, cell)) = chosen {
                let side = if is_right { &mut right } else { &mut left };
                side.push(&it.name, cell, &marks);
            }
        }
        let of_left = left.placed(self.rows, start - 1, |width| start - 2 - width);
        let of_right = right.placed(self.rows, end, |_| end + 2);
        of_left.into_iter().chain(of_right).collect()
    }
}

/// Names on one side, from above: the row of the first line of each, its lines, and what it names.
#[derive(Debug, Default)]
struct SideOfNames {
    is_right: bool,
    names: Vec<(i32, Vec<String>, (i32, i32))>,
    /// The first row below them.
    free: i32,
}

impl SideOfNames {
    /// Puts a name on the nearest row below the others from which a line leads to what it names and runs through nothing else.
    fn push(&mut self, name: &str, cell: (i32, i32), marks: &[(i32, i32)]) {
        const ROWS_AWAY: i32 = 3;
        let lines = lines_of(name);
        let own = cell.1 - above_leader(&lines);
        let rows = (0..=ROWS_AWAY).flat_map(|away| [own - away, own + away]);
        let clear = rows.filter(|row| *row >= self.free).find(|row| {
            let along = row + above_leader(&lines);
            !marks.iter().any(|mark| *mark != cell && self.is_met(*mark, cell, along))
        });
        let row = clear.unwrap_or(own.max(self.free));
        self.free = row + tall(&lines);
        self.names.push((row, lines, cell));
    }

    /// Whether a mark lies on the line that leads along a row, then up or down to a cell.
    fn is_met(&self, (x, y): (i32, i32), cell: (i32, i32), along: i32) -> bool {
        let is_beyond = if self.is_right { x > cell.0 } else { x < cell.0 };
        let is_between = (along.min(cell.1)..=along.max(cell.1)).contains(&y);
        y == along && is_beyond || x == cell.0 && is_between
    }

    /// Names that would stand below the picture are moved up, and those above them with them.
    fn placed(mut self, rows: i32, beside: i32, column: impl Fn(i32) -> i32) -> Vec<NameInMargin> {
        let mut below = rows;
        for (row, lines, _) in self.names.iter_mut().rev() {
            *row = (*row).min(below - tall(lines));
            below = *row;
        }
        let placed = self.names.into_iter().map(|(row, lines, cell)| {
            let along = row + above_leader(&lines);
            let wide = |line: &String| i32::try_from(line.chars().count()).unwrap_or(i32::MAX);
            let lines = lines.into_iter().map(|line| (column(wide(&line)), line)).collect();
            NameInMargin { lines, row, leader: [(beside, along), (cell.0, along), cell] }
        });
        placed.collect()
    }
}

/// Lines of a name above the one from which its leader begins.
fn above_leader(lines: &[String]) -> i32 {
    (tall(lines) - 1) / 2
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
        let twins: &[(&str, &[(i32, i32)])] = &[("one", &[(12, 7), (28, 7)]), ("two", &[(13, 7), (27, 7)])];
        let named: Vec<ToName> =
            twins.iter().map(|(name, cells)| ToName { name: (*name).to_owned(), cells: cells.to_vec() }).collect();
        let columns: Vec<i32> = Margins { picture: [10, 30], rows: 8, sides: [true; 2] }
            .place(named)
            .iter()
            .map(|it| it.lines[0].0)
            .collect();
        assert_eq!(columns, [5, 32], "one on each side");
    }

    /// Three on one row, all named on one side: bone, place, cord.
    #[test]
    fn no_leader_runs_through_what_another_names() {
        let cells = [("bone", (14, 4)), ("place", (18, 4)), ("cord", (22, 4))];
        let named = cells.map(|(name, cell)| ToName { name: name.to_owned(), cells: vec![cell] });
        let placed = Margins { picture: [10, 30], rows: 10, sides: [false, true] }.place(named.into());
        assert_eq!(placed.len(), 3);
        for NameInMargin { leader: [(beside, along), (corner, _), cell], .. } in placed {
            let others = cells.iter().map(|(_, other)| *other).filter(|other| *other != cell);
            for (x, y) in others {
                assert!(!(y == along && (corner..=beside).contains(&x)), "{cell:?} leads through {x}, {y}");
            }
        }
    }
}
