//! Plots, as SVG in which isle has a colour of its own. They are as narrow as a telephone, so that their text can be read
//! there.

use std::fmt::Write as _;

use crate::format;
use crate::table::Table;

const WIDTH: f64 = 420.0;
/// Where rows' names end.
const NAMES: f64 = 150.0;
/// Where marks end; behind them stand numbers.
const END: f64 = WIDTH - 62.0;
const ROW: f64 = 17.0;

/// How many times as much as the first row each takes, column by column, on an axis on which each doubling is as long.
pub fn ratios(table: &Table) -> String {
    let all = || cells(table).filter_map(|(_, _, _, ratio)| ratio);
    let least = all().fold(0.8, f64::min);
    let most = all().fold(2.0, f64::max);
    let x = |ratio: f64| NAMES + (ratio / least).ln() / (most / least).ln() * (END - NAMES);
    let mut marks = Rows::new(table);
    marks.grid([0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0].map(|it| {
        let inside = (least..=most).contains(&it);
        inside.then(|| (x(it), format!("{it}")))
    }));
    for (row, column, _, ratio) in cells(table) {
        if let Some(ratio) = ratio {
            let (from, to) = (x(1.0), x(ratio));
            marks.mark(row, column, (from, to), &format::ratio(ratio));
        }
    }
    marks.finish("times the first row's")
}

/// How much each takes, column by column, from nothing.
pub fn bars(table: &Table) -> String {
    let mut marks = Rows::new(table);
    for column in 0..table.columns.len() {
        let of_column = || cells(table).filter(|it| it.1 == column);
        let most = of_column().map(|it| it.2).fold(f64::MIN_POSITIVE, f64::max);
        for (row, column, value, _) in of_column() {
            let end = NAMES + value / most * (END - NAMES);
            let unit = table.cell(row, column).map_or("", |it| it.unit);
            marks.mark(row, column, (NAMES, end), &format::value(value, unit));
        }
    }
    marks.finish("from nothing")
}

/// Row, column, value and ratio of each cell.
fn cells(table: &Table) -> impl Iterator<Item = (usize, usize, f64, Option<f64>)> {
    let places = (0..table.columns.len())
        .flat_map(|column| (0..table.rows.len()).map(move |row| (row, column)));
    places.filter_map(|(row, column)| {
        let cell = table.cell(row, column)?;
        Some((row, column, cell.value, cell.ratio))
    })
}

/// Rows with a mark in each, under each column's name.
struct Rows<'t> {
    table: &'t Table,
    text: String,
}

impl<'t> Rows<'t> {
    fn new(table: &'t Table) -> Self {
        let mut this = Self {
            table,
            text: String::new(),
        };
        let several = table.columns.len() > 1;
        for (column, name) in table.columns.iter().enumerate() {
            if several {
                let y = this.top(column) + 12.0;
                let name = escaped(name);
                let _ = write!(
                    this.text,
                    "<text x='0' y='{y:.0}' class='head'>{name}</text>"
                );
            }
            for row in 0..table.rows.len() {
                if table.cell(row, column).is_some() {
                    let (y, class) = (this.y(row, column) + 4.0, class(&table.rows[row]));
                    let name = escaped(&shortened(&table.rows[row]));
                    let _ = write!(
                        this.text,
                        "<text x='{:.0}' y='{y:.0}' class='name {class}'>{name}</text>",
                        NAMES - 8.0
                    );
                }
            }
        }
        this
    }

    /// Where a column's rows begin.
    fn top(&self, column: usize) -> f64 {
        let head = if self.table.columns.len() > 1 {
            20.0
        } else {
            0.0
        };
        18.0 + column as f64 * (self.table.rows.len() as f64 * ROW + head + 8.0)
    }

    fn y(&self, row: usize, column: usize) -> f64 {
        let head = if self.table.columns.len() > 1 {
            20.0
        } else {
            0.0
        };
        self.top(column) + head + (row as f64 + 0.5) * ROW
    }

    fn height(&self) -> f64 {
        self.top(self.table.columns.len())
    }

    fn grid<const N: usize>(&mut self, lines: [Option<(f64, String)>; N]) {
        let bottom = self.height();
        for (x, label) in lines.into_iter().flatten() {
            let _ = write!(
                self.text,
                "<line x1='{x:.1}' x2='{x:.1}' y1='16' y2='{bottom:.0}' class='grid'/>\
                 <text x='{x:.1}' y='11' class='tick'>{label}</text>"
            );
        }
    }

    fn mark(&mut self, row: usize, column: usize, (from, to): (f64, f64), label: &str) {
        let (y, class) = (self.y(row, column), class(&self.table.rows[row]));
        let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.0));
        let _ = write!(
            self.text,
            "<rect x='{left:.1}' y='{:.1}' width='{:.1}' height='10' rx='2' class='{class}'/>\
             <text x='{:.1}' y='{:.0}' class='value'>{label}</text>",
            y - 5.0,
            right - left,
            right + 6.0,
            y + 4.0
        );
    }

    fn finish(self, what: &str) -> String {
        svg(self.height(), &self.text, what)
    }
}

/// What each row takes from column to column: values, or ratios.
pub fn lines(table: &Table, of_ratios: bool) -> String {
    const HEIGHT: f64 = 230.0;
    let (left, right, top, bottom) = (70.0, 300.0, 14.0, HEIGHT - 26.0);
    let number = |row, column| {
        let cell = table.cell(row, column)?;
        if of_ratios {
            cell.ratio
        } else {
            Some(cell.value)
        }
    };
    let all = (0..table.rows.len())
        .flat_map(|row| (0..table.columns.len()).filter_map(move |column| number(row, column)));
    let most = all.fold(f64::MIN_POSITIVE, f64::max) * 1.05;
    let x = |column: usize| {
        left + column as f64 / (table.columns.len().max(2) - 1) as f64 * (right - left)
    };
    let y = |value: f64| bottom - value / most * (bottom - top);
    let mut text = String::new();
    let unit = table.cell(0, 0).map_or("", |it| it.unit);
    for part in [0.0, 0.5, 1.0] {
        let value = most * part / 1.05;
        let label = if of_ratios {
            format::ratio(value)
        } else {
            format::value(value, unit)
        };
        let label = if part == 0.0 { "0".to_owned() } else { label };
        let y = y(value);
        let _ = write!(
            text,
            "<line x1='{left}' x2='{right}' y1='{y:.1}' y2='{y:.1}' class='grid'/>\
             <text x='{:.0}' y='{:.0}' class='name'>{label}</text>",
            left - 5.0,
            y + 4.0
        );
    }
    for (column, name) in table.columns.iter().enumerate() {
        let (x, y, name) = (x(column), HEIGHT - 8.0, escaped(name));
        let _ = write!(
            text,
            "<text x='{x:.1}' y='{y:.0}' class='tick'>{name}</text>"
        );
    }
    let mut ends = Vec::new();
    for (row, name) in table.rows.iter().enumerate() {
        let class = class(name);
        let points: Vec<(f64, f64)> = (0..table.columns.len())
            .filter_map(|column| Some((x(column), y(number(row, column)?))))
            .collect();
        let path: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        let _ = write!(
            text,
            "<polyline points='{}' class='{class}'/>",
            path.join(" ")
        );
        for (x, y) in &points {
            let _ = write!(
                text,
                "<circle cx='{x:.1}' cy='{y:.1}' r='3' class='{class}'/>"
            );
        }
        ends.extend(points.last().map(|(_, y)| (*y, class, name)));
    }
    // Names beside the lines' ends, far enough from one another to be read.
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut last = f64::NEG_INFINITY;
    for (y, class, name) in ends {
        let y = (y + 4.0).max(last + 15.0);
        last = y;
        let name = escaped(&shortened(name));
        let _ = write!(
            text,
            "<text x='{:.0}' y='{y:.0}' class='end {class}'>{name}</text>",
            right + 9.0
        );
    }
    svg(HEIGHT, &text, "from column to column")
}

fn svg(height: f64, text: &str, what: &str) -> String {
    format!(
        "<svg viewBox='0 0 {WIDTH:.0} {height:.0}' role='img' aria-label='{what}; the table has the numbers'>{text}</svg>"
    )
}

/// isle, what it is compared with, or another.
fn class(row: &str) -> &'static str {
    match row {
        "isle" | "isle, prerendered" => "isle",
        _ if row.contains("reference") || row == "copying" => "reference",
        _ => "other",
    }
}

/// A name that fits.
fn shortened(name: &str) -> String {
    const MOST: usize = 21;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    name.chars().take(MOST - 1).collect::<String>() + "…"
}

/// Text for markup.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\'', "&#39;")
        .replace('"', "&quot;")
}
