use std::fmt;

/// What a policy speaks of: scripts, images, frames, ….
///
/// Each takes a list of [sources](super::Source). See CSP 3,
/// [section 6](https://www.w3.org/TR/CSP3/#csp-directives), and MDN's
/// [list](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy#directives).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Directive {
    /// `default-src`: whatever is loaded and has no list of its own.
    DefaultSrc,
    /// `script-src`: scripts.
    ScriptSrc,
    /// `script-src-elem`: scripts of `<script>` elements.
    ScriptSrcElem,
    /// `script-src-attr`: `onclick` and its like.
    ScriptSrcAttr,
    /// `style-src`: style sheets, `<style>` elements and `style` attributes.
    StyleSrc,
    /// `style-src-elem`: style sheets and `<style>` elements.
    StyleSrcElem,
    /// `style-src-attr`: `style` attributes.
    StyleSrcAttr,
    /// `img-src`: images.
    ImgSrc,
    /// `font-src`: fonts.
    FontSrc,
    /// `connect-src`: what scripts fetch.
    ConnectSrc,
    /// `media-src`: sound and films.
    MediaSrc,
    /// `object-src`: `<object>` and `<embed>`.
    ObjectSrc,
    /// `frame-src`: what `<iframe>`s show.
    FrameSrc,
    /// `child-src`: frames and workers.
    ChildSrc,
    /// `worker-src`: workers.
    WorkerSrc,
    /// `manifest-src`: the manifest of a web application.
    ManifestSrc,
    /// `base-uri`: where a `<base>` element may lead.
    BaseUri,
    /// `form-action`: where forms may be sent.
    FormAction,
    /// `frame-ancestors`: who may show the page in a frame.
    FrameAncestors,
}

impl Directive {
    /// Its name in the header.
    pub const fn as_str(self) -> &'static str {
        match self {
            Directive::DefaultSrc => "default-src",
            Directive::ScriptSrc => "script-src",
            Directive::ScriptSrcElem => "script-src-elem",
            Directive::ScriptSrcAttr => "script-src-attr",
            Directive::StyleSrc => "style-src",
            Directive::StyleSrcElem => "style-src-elem",
            Directive::StyleSrcAttr => "style-src-attr",
            Directive::ImgSrc => "img-src",
            Directive::FontSrc => "font-src",
            Directive::ConnectSrc => "connect-src",
            Directive::MediaSrc => "media-src",
            Directive::ObjectSrc => "object-src",
            Directive::FrameSrc => "frame-src",
            Directive::ChildSrc => "child-src",
            Directive::WorkerSrc => "worker-src",
            Directive::ManifestSrc => "manifest-src",
            Directive::BaseUri => "base-uri",
            Directive::FormAction => "form-action",
            Directive::FrameAncestors => "frame-ancestors",
        }
    }

    /// The directive whose list counts where this one has none
    /// ([CSP 3, section 6.8.3](https://www.w3.org/TR/CSP3/#directive-fallback-list)).
    pub(super) fn fallback(self) -> Option<Directive> {
        match self {
            Directive::ScriptSrcElem | Directive::ScriptSrcAttr => Some(Directive::ScriptSrc),
            Directive::StyleSrcElem | Directive::StyleSrcAttr => Some(Directive::StyleSrc),
            Directive::FrameSrc | Directive::WorkerSrc => Some(Directive::ChildSrc),
            Directive::ChildSrc
            | Directive::ScriptSrc
            | Directive::StyleSrc
            | Directive::ImgSrc
            | Directive::FontSrc
            | Directive::ConnectSrc
            | Directive::MediaSrc
            | Directive::ObjectSrc
            | Directive::ManifestSrc => Some(Directive::DefaultSrc),
            Directive::DefaultSrc
            | Directive::BaseUri
            | Directive::FormAction
            | Directive::FrameAncestors => None,
        }
    }
}

impl fmt::Display for Directive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
