//! sailfish.

use sailfish::TemplateSimple;

use super::{Engine, written};
use crate::data;

written!("sailfish");

pub(super) const ENGINE: Engine = Engine {
    name: "sailfish 0.11",
    teams: |it| {
        bytes(
            Teams {
                year: it.year,
                teams: &it.teams,
            }
            .render_once()
            .unwrap(),
        )
    },
    table: |rows| bytes(Table { rows }.render_once().unwrap()),
    product: |it| bytes(written::product::product(it)),
    comments: |comments| bytes(Comments { comments }.render_once().unwrap()),
    small: written::small::ALL,
};

fn bytes(page: String) -> Vec<u8> {
    page.into_bytes()
}

#[derive(TemplateSimple)]
#[template(
    source = "<html><head><title><%= year %></title></head><body><h1>CSL <%= year %></h1><ul>\
        <% for (index, team) in teams.iter().enumerate() { %>\
        <li class=\"<% if index == 0 { %>champion<% } %>\"><b><%= team.name %></b>: <%= team.score %></li>\
        <% } %></ul></body></html>"
)]
struct Teams<'a> {
    year: u16,
    teams: &'a [data::Team],
}

#[derive(TemplateSimple)]
#[template(
    source = "<table><% for row in rows { %><tr><% for cell in row { %><td><%= cell %></td><% } %></tr><% } %></table>"
)]
struct Table<'a> {
    rows: &'a [Vec<usize>],
}

#[derive(TemplateSimple)]
#[template(source = "<section class=\"thread\"><% for it in comments { %>\
        <article class=\"comment\" data-id=\"<%= it.id %>\"><header>\
        <a class=\"author\" href=\"<%= it.url %>\"><%= it.author %></a><time><%= it.when %></time></header>\
        <p class=\"text\"><%= it.text %></p>\
        <footer><button value=\"<%= it.id %>\">Agree (<%= it.votes %>)</button></footer></article>\
        <% } %></section>")]
struct Comments<'a> {
    comments: &'a [data::Comment],
}
