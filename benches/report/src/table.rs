//! Figures in rows and columns.

use figures::Line;

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell<'l> {
    pub value: f64,
    pub unit: &'l str,
    pub ratio: Option<f64>,
}

/// A table: its rows and columns in the order in which they were measured.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    cells: Vec<(usize, usize, f64, String, Option<f64>)>,
}

impl Table {
    /// The table of a name, among all figures; nothing where no figure is in it.
    pub fn of(name: &str, lines: &[Line]) -> Option<Self> {
        let mut this = Self::default();
        for line in lines {
            if let Line::Figure {
                table,
                row,
                column,
                value,
                unit,
                ratio,
            } = line
                && table == name
            {
                let cell = (
                    place(&mut this.rows, row),
                    place(&mut this.columns, column),
                    *value,
                    unit.clone(),
                    *ratio,
                );
                this.cells.push(cell);
            }
        }
        (!this.cells.is_empty()).then_some(this)
    }

    /// The cell of a row and a column.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell<'_>> {
        let cell = self.cells.iter().find(|it| (it.0, it.1) == (row, column));
        cell.map(|(_, _, value, unit, ratio)| Cell {
            value: *value,
            unit,
            ratio: *ratio,
        })
    }
}

fn place(names: &mut Vec<String>, name: &str) -> usize {
    names.iter().position(|it| it == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    })
}

#[cfg(test)]
mod tests {
    use super::Table;
    use figures::Line;

    fn line(table: &str, row: &str, column: &str, value: f64) -> Line {
        Line::Figure {
            table: table.to_owned(),
            row: row.to_owned(),
            column: column.to_owned(),
            value,
            unit: "ns".to_owned(),
            ratio: None,
        }
    }

    #[test]
    fn cells_are_found_by_row_and_column() {
        let lines = [
            line("a", "isle", "teams", 1.0),
            line("b", "isle", "teams", 2.0),
            line("a", "maud", "table", 3.0),
        ];
        let table = Table::of("a", &lines).expect("it has cells");
        assert_eq!(table.rows, ["isle", "maud"]);
        assert_eq!(table.cell(1, 1).map(|it| it.value), Some(3.0));
        assert_eq!(table.cell(1, 0), None);
        assert!(Table::of("c", &lines).is_none());
    }
}
