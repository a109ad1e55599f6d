//! An island that is a component of a JavaScript framework: its module renders it on the server.

use super::directive::Directive;
use super::file::Island;
use super::placed;
use super::printed::Wanted;
use super::props::Object;
use crate::component::Slot;
use crate::html::Buf;

/// What a call put into the slots: each name with its markup. The default slot has no name.
pub(super) type Filled = Vec<(&'static str, String)>;

impl Island {
    /// Prints the island as its component renders it. Without a directive it stays as it is printed.
    ///
    /// If rendering fails, the browser renders it in its stead, and at once: the visitor waits for it.
    pub fn render(
        &'static self,
        directives: &[Directive<'_>],
        out: &mut Buf,
        props: impl FnOnce(&mut Object<'_, '_>),
        slots: &[(&'static str, Slot<'_>)],
    ) {
        if let Some(json) = self.json(out, props) {
            let filled = slots.iter().filter_map(|(name, slot)| {
                let print = (*slot)?;
                Some((*name, out.apart(print)))
            });
            let filled = filled.collect();
            self.print(directives, &json, &filled, out);
        }
    }

    fn print(
        &'static self,
        directives: &[Directive<'_>],
        json: &[u8],
        filled: &Filled,
        out: &mut Buf,
    ) {
        match self.rendered(json, filled, out) {
            Some(html) if directives.is_empty() => {
                out.islands().note(self, Wanted::Styles);
                out.markup(&html);
            }
            Some(html) => {
                self.begin(directives, json, out);
                out.markup(&html);
                let lost = filled.iter();
                lost.filter(|(name, slot)| !placed::holds(&html, name, slot))
                    .for_each(|slot| keep(slot, out));
                Self::close(out);
            }
            None => {
                out.islands().leave(self);
                self.begin(&[Directive::Only], json, out);
                filled.iter().for_each(|slot| keep(slot, out));
                Self::close(out);
            }
        }
    }

    /// What the component renders; nothing, where it fails.
    #[cfg(feature = "tsx")]
    fn rendered(&self, json: &[u8], filled: &Filled, out: &mut Buf) -> Option<String> {
        let module = self.server?;
        let spent = out.islands().rendering();
        let (html, took) = super::server::render(self.name, module, json, filled, spent);
        out.islands().spend(took);
        #[cfg(debug_assertions)]
        if let Some(name) = html.as_deref().and_then(crate::html::audit::breaks_out) {
            tracing::warn!(
                island = self.name,
                component = module.path,
                "the markup of a component ends with `</{name}>` what it did not begin"
            );
        }
        html
    }

    #[cfg(not(feature = "tsx"))]
    fn rendered(&self, _: &[u8], _: &Filled, _: &mut Buf) -> Option<String> {
        None
    }
}

/// Prints what goes into a slot where a browser shows none of it, for the component to find.
fn keep((name, html): &(&str, String), out: &mut Buf) {
    out.cur()
        .raw("<template data-isle-slot=\"")
        .raw(name)
        .raw("\">")
        .commit();
    out.markup(html);
    out.cur().raw("</template>").commit();
}
