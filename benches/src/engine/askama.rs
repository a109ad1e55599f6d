//! askama.

use askama::Template;

use super::{Engine, written};
use crate::data;

written!("askama");

pub(super) const ENGINE: Engine = Engine {
    name: "askama 0.16",
    teams: |it| {
        bytes(
            Teams {
                year: it.year,
                teams: &it.teams,
            }
            .render()
            .unwrap(),
        )
    },
    table: |rows| bytes(Table { rows }.render().unwrap()),
    product: |it| bytes(written::product::product(it)),
    comments: |comments| bytes(Comments { comments }.render().unwrap()),
    small: written::small::ALL,
};

fn bytes(page: String) -> Vec<u8> {
    page.into_bytes()
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<html><head><title>{{ year }}</title></head><body><h1>CSL {{ year }}</h1><ul>\
        {% for team in teams %}\
        <li class=\"{% if loop.first %}champion{% endif %}\"><b>{{ team.name }}</b>: {{ team.score }}</li>\
        {% endfor %}</ul></body></html>"
)]
struct Teams<'a> {
    year: u16,
    teams: &'a [data::Team],
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"
)]
struct Table<'a> {
    rows: &'a [Vec<usize>],
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<section class=\"thread\">{% for it in comments %}\
        <article class=\"comment\" data-id=\"{{ it.id }}\"><header>\
        <a class=\"author\" href=\"{{ it.url }}\">{{ it.author }}</a><time>{{ it.when }}</time></header>\
        <p class=\"text\">{{ it.text }}</p>\
        <footer><button value=\"{{ it.id }}\">Agree ({{ it.votes }})</button></footer></article>\
        {% endfor %}</section>"
)]
struct Comments<'a> {
    comments: &'a [data::Comment],
}
