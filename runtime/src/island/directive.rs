//! Where an island stands in markup: the element around it, with its props and the directives that say when it wakes.

use super::file::Island;
use super::printed::Wanted;
use super::props::{Object, PropsWriter};
use crate::Exit;
use crate::html::{Buf, V};

/// When an island comes alive; several are awaited in order.
#[derive(Clone, Copy, Debug)]
pub enum Directive<'a> {
    /// `client:load`: at once.
    Load,
    /// `client:idle`: when the browser has nothing to do, or after so many milliseconds.
    Idle(Option<u32>),
    /// `client:visible`: when it is seen, or as near as this `rootMargin` says.
    Visible(Option<&'a str>),
    /// `client:media`: when the query matches.
    Media(&'a str),
    /// `client:event`: at the first of these events, or of those that tell that someone uses it.
    Event(Option<&'a str>),
    /// `client:only`: at once, and nothing of it is printed by the server.
    Only,
}

impl<'a> Directive<'a> {
    /// `client:idle={milliseconds}`
    pub const fn idle(milliseconds: u32) -> Self {
        Self::Idle(Some(milliseconds))
    }

    /// `client:visible={margin}`
    pub const fn visible(margin: &'a str) -> Self {
        Self::Visible(Some(margin))
    }

    /// `client:media={query}`
    pub const fn media(query: &'a str) -> Self {
        Self::Media(query)
    }

    /// `client:event={names}`
    pub const fn event(names: &'a str) -> Self {
        Self::Event(Some(names))
    }

    /// Whether the island waits for nothing, so that its files are wanted at once.
    fn is_immediate(&self) -> bool {
        matches!(self, Self::Load | Self::Only)
    }

    fn print(&self, out: &mut Buf) {
        let c = out.cur();
        let c = match *self {
            Self::Load => c.raw(" client:load"),
            Self::Only => c.raw(" client:only"),
            Self::Idle(None) => c.raw(" client:idle"),
            Self::Idle(Some(timeout)) => V(timeout).attr(c, " client:idle=\"", 0),
            Self::Visible(None) => c.raw(" client:visible"),
            Self::Visible(Some(margin)) => V(margin).attr(c, " client:visible=\"", 0),
            Self::Media(query) => V(query).attr(c, " client:media=\"", 0),
            Self::Event(None) => c.raw(" client:event"),
            Self::Event(Some(names)) => V(names).attr(c, " client:event=\"", 0),
        };
        c.commit();
    }
}

impl Island {
    /// Prints the element that begins an island, and has the page send what the island needs.
    pub fn open(
        &'static self,
        directives: &[Directive<'_>],
        out: &mut Buf,
        props: impl FnOnce(&mut Object<'_, '_>),
    ) {
        if let Some(json) = self.json(out, props) {
            self.begin(directives, &json, out);
        }
    }

    /// Prints the end of the element.
    pub fn close(out: &mut Buf) {
        out.cur().raw("</isle-island>").commit();
    }

    /// The props as JSON; nothing where one can't be sent, which ends the page.
    pub(super) fn json(
        &self,
        out: &mut Buf,
        props: impl FnOnce(&mut Object<'_, '_>),
    ) -> Option<Vec<u8>> {
        let mut json = Vec::new();
        let mut writer = PropsWriter::new(&mut json);
        let mut object = writer.object();
        props(&mut object);
        object.end();
        let Some(refused) = writer.refused() else {
            return Some(json);
        };
        let text = format!(
            "a prop of the island `{}` can't be sent: {refused}",
            self.name
        );
        out.exit(Exit::from(text));
        None
    }

    pub(super) fn begin(&'static self, directives: &[Directive<'_>], json: &[u8], out: &mut Buf) {
        if json.len() > self.budget {
            tracing::warn!(
                island = self.name,
                bytes = json.len(),
                budget = self.budget,
                "an island's props are large, and every visitor downloads them: send less, or raise its `budget`"
            );
        }
        out.cur()
            .raw("<isle-island src=\"")
            .raw(self.file.name)
            .raw("\"")
            .commit();
        // In single quotes: no `'` is in it, and every other quote of JSON's may stay.
        if json != b"{}" {
            out.json_attribute(" props='", json, "'");
        }
        directives.iter().for_each(|directive| directive.print(out));
        out.cur().raw(" style=\"display:contents\">").commit();
        let at_once = directives.iter().all(Directive::is_immediate);
        let wanted = match at_once {
            true => Wanted::AtOnce,
            false => Wanted::Later,
        };
        out.islands().note(self, wanted);
    }
}
