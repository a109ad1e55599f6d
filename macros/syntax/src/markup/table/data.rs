//! Made by `data/generate.js` on 2026-11-25: do not edit.
//!
//! From the HTML standard (<https://html.spec.whatwg.org/>), SVG 2 and 1.1, MathML Core and WAI-ARIA, by way of the npm
//! packages @mdn/browser-compat-data 8.1.9, @webref/elements 2.9.0, @webref/idl 3.85.0, aria-attributes 2.0.1,
//! html-element-attributes 3.5.0, html-event-attributes 2.2.0, html-void-elements 3.0.0, svg-element-attributes 2.2.0,
//! svg-tag-names 3.0.1.

/// HTML's elements, each with its own attributes and with those that are obsolete.
#[rustfmt::skip]
pub(super) static HTML: &[(&str, &[&str], &[&str])] = &[
    ("a", &["attributionsrc", "download", "href", "hreflang", "ping", "referrerpolicy", "rel", "target", "type"], &["charset", "coords", "name", "rev", "shape"]),
    ("abbr", &[], &[]),
    ("address", &[], &[]),
    ("area", &["alt", "coords", "download", "href", "ping", "referrerpolicy", "rel", "shape", "target"], &["hreflang", "nohref", "type"]),
    ("article", &[], &[]),
    ("aside", &[], &[]),
    ("audio", &["autoplay", "controls", "controlslist", "crossorigin", "disableremoteplayback", "loop", "muted", "preload", "src"], &[]),
    ("b", &[], &[]),
    ("base", &["href", "target"], &[]),
    ("bdi", &[], &[]),
    ("bdo", &[], &[]),
    ("blockquote", &["cite"], &[]),
    ("body", &[], &["alink", "background", "bgcolor", "link", "text", "vlink"]),
    ("br", &[], &["clear"]),
    ("button", &["command", "commandfor", "disabled", "form", "formaction", "formenctype", "formmethod", "formnovalidate", "formtarget", "name", "popovertarget", "popovertargetaction", "type", "value"], &[]),
    ("canvas", &["height", "width"], &[]),
    ("caption", &[], &["align"]),
    ("cite", &[], &[]),
    ("code", &[], &[]),
    ("col", &["span"], &["align", "char", "charoff", "valign", "width"]),
    ("colgroup", &["span"], &["align", "char", "charoff", "valign", "width"]),
    ("data", &["value"], &[]),
    ("datalist", &[], &[]),
    ("dd", &[], &[]),
    ("del", &["cite", "datetime"], &[]),
    ("details", &["name", "open"], &[]),
    ("dfn", &[], &[]),
    ("dialog", &["closedby", "open"], &[]),
    ("div", &[], &["align"]),
    ("dl", &[], &["compact"]),
    ("dt", &[], &[]),
    ("em", &[], &[]),
    ("embed", &["height", "src", "type", "width"], &["align", "name"]),
    ("fieldset", &["disabled", "form", "name"], &[]),
    ("figcaption", &[], &[]),
    ("figure", &[], &[]),
    ("footer", &[], &[]),
    ("form", &["accept-charset", "action", "autocomplete", "enctype", "method", "name", "novalidate", "rel", "target"], &["accept"]),
    ("h1", &[], &["align"]),
    ("h2", &[], &["align"]),
    ("h3", &[], &["align"]),
    ("h4", &[], &["align"]),
    ("h5", &[], &["align"]),
    ("h6", &[], &["align"]),
    ("head", &[], &["profile"]),
    ("header", &[], &[]),
    ("hgroup", &[], &[]),
    ("hr", &[], &["align", "color", "noshade", "size", "width"]),
    ("html", &["xmlns"], &["manifest", "version"]),
    ("i", &[], &[]),
    ("iframe", &["allow", "allowfullscreen", "credentialless", "height", "loading", "name", "referrerpolicy", "sandbox", "src", "srcdoc", "width"], &["align", "allowpaymentrequest", "allowusermedia", "frameborder", "longdesc", "marginheight", "marginwidth", "scrolling"]),
    ("img", &["alt", "attributionsrc", "controls", "crossorigin", "decoding", "fetchpriority", "height", "ismap", "loading", "referrerpolicy", "sizes", "src", "srcset", "usemap", "width"], &["align", "border", "hspace", "longdesc", "lowsrc", "name", "vspace"]),
    ("input", &["accept", "alpha", "alt", "autocomplete", "capture", "checked", "colorspace", "dirname", "disabled", "form", "formaction", "formenctype", "formmethod", "formnovalidate", "formtarget", "height", "list", "max", "maxlength", "min", "minlength", "multiple", "name", "pattern", "placeholder", "popovertarget", "popovertargetaction", "readonly", "required", "size", "src", "step", "type", "value", "webkitdirectory", "width"], &["align", "ismap", "usemap"]),
    ("ins", &["cite", "datetime"], &[]),
    ("kbd", &[], &[]),
    ("label", &["for"], &["form"]),
    ("legend", &[], &["align"]),
    ("li", &["value"], &["type"]),
    ("link", &["as", "blocking", "color", "crossorigin", "disabled", "fetchpriority", "href", "hreflang", "imagesizes", "imagesrcset", "integrity", "media", "referrerpolicy", "rel", "sizes", "type"], &["charset", "rev", "target"]),
    ("main", &[], &[]),
    ("map", &["name"], &[]),
    ("mark", &[], &[]),
    ("menu", &[], &["compact"]),
    ("meta", &["charset", "content", "http-equiv", "media", "name"], &["scheme"]),
    ("meter", &["high", "low", "max", "min", "optimum", "value"], &[]),
    ("nav", &[], &[]),
    ("noscript", &[], &[]),
    ("object", &["data", "form", "height", "name", "type", "width"], &["align", "archive", "border", "classid", "code", "codebase", "codetype", "declare", "hspace", "standby", "typemustmatch", "usemap", "vspace"]),
    ("ol", &["reversed", "start", "type"], &["compact"]),
    ("optgroup", &["disabled", "label"], &[]),
    ("option", &["disabled", "label", "selected", "value"], &[]),
    ("output", &["for", "form", "name"], &[]),
    ("p", &[], &["align"]),
    ("picture", &[], &[]),
    ("pre", &[], &["width"]),
    ("progress", &["max", "value"], &[]),
    ("q", &["cite"], &[]),
    ("rp", &[], &[]),
    ("rt", &[], &[]),
    ("ruby", &[], &[]),
    ("s", &[], &[]),
    ("samp", &[], &[]),
    ("script", &["async", "attributionsrc", "blocking", "crossorigin", "defer", "fetchpriority", "integrity", "nomodule", "referrerpolicy", "src", "type"], &["charset", "event", "for", "language"]),
    ("search", &[], &[]),
    ("section", &[], &[]),
    ("select", &["autocomplete", "disabled", "form", "multiple", "name", "required", "size"], &[]),
    ("selectedcontent", &[], &[]),
    ("slot", &["name"], &[]),
    ("small", &[], &[]),
    ("source", &["height", "media", "sizes", "src", "srcset", "type", "width"], &[]),
    ("span", &[], &[]),
    ("strong", &[], &[]),
    ("style", &["blocking", "media"], &["type"]),
    ("sub", &[], &[]),
    ("summary", &[], &[]),
    ("sup", &[], &[]),
    ("table", &[], &["align", "bgcolor", "border", "cellpadding", "cellspacing", "frame", "rules", "summary", "width"]),
    ("tbody", &[], &["align", "char", "charoff", "valign"]),
    ("td", &["colspan", "headers", "rowspan"], &["abbr", "align", "axis", "bgcolor", "char", "charoff", "height", "nowrap", "scope", "valign", "width"]),
    ("template", &["for", "shadowrootclonable", "shadowrootcustomelementregistry", "shadowrootdelegatesfocus", "shadowrootmode", "shadowrootserializable"], &[]),
    ("textarea", &["autocomplete", "cols", "dirname", "disabled", "form", "maxlength", "minlength", "name", "placeholder", "readonly", "required", "rows", "wrap"], &[]),
    ("tfoot", &[], &["align", "char", "charoff", "valign"]),
    ("th", &["abbr", "colspan", "headers", "rowspan", "scope"], &["align", "axis", "bgcolor", "char", "charoff", "height", "nowrap", "valign", "width"]),
    ("thead", &[], &["align", "char", "charoff", "valign"]),
    ("time", &["datetime"], &[]),
    ("title", &[], &[]),
    ("tr", &[], &["align", "bgcolor", "char", "charoff", "valign"]),
    ("track", &["default", "kind", "label", "src", "srclang"], &[]),
    ("u", &[], &[]),
    ("ul", &[], &["compact", "type"]),
    ("var", &[], &[]),
    ("video", &["autoplay", "controls", "controlslist", "crossorigin", "disablepictureinpicture", "disableremoteplayback", "height", "loop", "muted", "playsinline", "poster", "preload", "src", "width"], &[]),
    ("wbr", &[], &[]),
];

/// Elements that HTML had.
#[rustfmt::skip]
pub(super) static OBSOLETE: &[&str] = &[
    "acronym", "applet", "basefont", "bgsound", "big", "blink", "center", "dir", "font", "frame", "frameset",
    "isindex", "keygen", "listing", "marquee", "menuitem", "multicol", "nextid", "nobr", "noembed", "noframes",
    "param", "plaintext", "rb", "rtc", "spacer", "strike", "tt", "xmp",
];

/// Elements without content.
#[rustfmt::skip]
pub(super) static VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
];

/// Attributes that every HTML element takes.
#[rustfmt::skip]
pub(super) static GLOBAL: &[&str] = &[
    "about", "accesskey", "aria-activedescendant", "aria-atomic", "aria-autocomplete", "aria-braillelabel",
    "aria-brailleroledescription", "aria-busy", "aria-checked", "aria-colcount", "aria-colindex",
    "aria-colindextext", "aria-colspan", "aria-controls", "aria-current", "aria-describedby", "aria-description",
    "aria-details", "aria-disabled", "aria-dropeffect", "aria-errormessage", "aria-expanded", "aria-flowto",
    "aria-grabbed", "aria-haspopup", "aria-hidden", "aria-invalid", "aria-keyshortcuts", "aria-label",
    "aria-labelledby", "aria-level", "aria-live", "aria-modal", "aria-multiline", "aria-multiselectable",
    "aria-orientation", "aria-owns", "aria-placeholder", "aria-posinset", "aria-pressed", "aria-readonly",
    "aria-relevant", "aria-required", "aria-roledescription", "aria-rowcount", "aria-rowindex",
    "aria-rowindextext", "aria-rowspan", "aria-selected", "aria-setsize", "aria-sort", "aria-valuemax",
    "aria-valuemin", "aria-valuenow", "aria-valuetext", "autocapitalize", "autocorrect", "autofocus", "class",
    "containertiming", "containertimingignore", "content", "contenteditable", "datatype", "dir", "draggable",
    "elementtiming", "enterkeyhint", "exportparts", "headingoffset", "headingreset", "hidden", "id", "inert",
    "inlist", "inputmode", "is", "itemid", "itemprop", "itemref", "itemscope", "itemtype", "lang", "nonce",
    "onabort", "onafterprint", "onanimationcancel", "onanimationend", "onanimationiteration", "onanimationstart",
    "onauxclick", "onbeforeinput", "onbeforematch", "onbeforeprint", "onbeforetoggle", "onbeforeunload",
    "onbeforexrselect", "onblur", "oncancel", "oncanplay", "oncanplaythrough", "onchange", "onclick", "onclose",
    "oncommand", "oncontextlost", "oncontextmenu", "oncontextrestored", "oncopy", "oncuechange", "oncut",
    "ondblclick", "ondrag", "ondragend", "ondragenter", "ondragleave", "ondragover", "ondragstart", "ondrop",
    "ondurationchange", "onemptied", "onended", "onerror", "onfencedtreeclick", "onfocus", "onformdata",
    "onfullscreenchange", "onfullscreenerror", "ongamepadconnected", "ongamepaddisconnected",
    "ongotpointercapture", "onhashchange", "oninput", "oninvalid", "onkeydown", "onkeypress", "onkeyup",
    "onlanguagechange", "onload", "onloadeddata", "onloadedmetadata", "onloadstart", "onlostpointercapture",
    "onmessage", "onmessageerror", "onmousedown", "onmouseenter", "onmouseleave", "onmousemove", "onmouseout",
    "onmouseover", "onmouseup", "onoffline", "ononline", "onpagehide", "onpagereveal", "onpageshow", "onpageswap",
    "onpaste", "onpause", "onplay", "onplaying", "onpointercancel", "onpointerdown", "onpointerenter",
    "onpointerleave", "onpointermove", "onpointerout", "onpointerover", "onpointerrawupdate", "onpointerup",
    "onpopstate", "onportalactivate", "onprogress", "onratechange", "onrejectionhandled", "onreset", "onresize",
    "onscroll", "onscrollend", "onsecuritypolicyviolation", "onseeked", "onseeking", "onselect",
    "onselectionchange", "onselectstart", "onslotchange", "onsnapchanged", "onsnapchanging", "onstalled",
    "onstorage", "onsubmit", "onsuspend", "ontimeupdate", "ontoggle", "ontouchcancel", "ontouchend", "ontouchmove",
    "ontouchstart", "ontransitioncancel", "ontransitionend", "ontransitionrun", "ontransitionstart",
    "onunhandledrejection", "onunload", "onvolumechange", "onwaiting", "onwebkitanimationend",
    "onwebkitanimationiteration", "onwebkitanimationstart", "onwebkittransitionend", "onwheel", "part", "popover",
    "prefix", "property", "rel", "resource", "rev", "role", "slot", "spellcheck", "style", "tabindex", "title",
    "translate", "typeof", "virtualkeyboardpolicy", "vocab", "writingsuggestions",
];

/// Elements of SVG.
#[rustfmt::skip]
pub(super) static SVG: &[&str] = &[
    "a", "animate", "animateMotion", "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse",
    "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
    "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
    "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
    "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "foreignObject", "g", "image", "line",
    "linearGradient", "marker", "mask", "metadata", "mpath", "path", "pattern", "polygon", "polyline",
    "radialGradient", "rect", "script", "set", "stop", "style", "svg", "switch", "symbol", "text", "textPath",
    "title", "tspan", "use", "view",
];

/// Elements of SVG that HTML has, too.
#[rustfmt::skip]
pub(super) static SHARED: &[&str] = &[
    "a", "script", "style", "title",
];

/// Attributes of SVG's elements.
#[rustfmt::skip]
pub(super) static SVG_ATTRIBUTES: &[&str] = &[
    "about", "accent-height", "accumulate", "additive", "alignment-baseline", "alphabetic", "amplitude",
    "arabic-form", "ascent", "attributeName", "attributeType", "autofocus", "azimuth", "bandwidth",
    "baseFrequency", "baseProfile", "baseline-shift", "bbox", "begin", "bias", "by", "calcMode", "cap-height",
    "class", "clip", "clip-path", "clip-rule", "clipPathUnits", "color", "color-interpolation",
    "color-interpolation-filters", "color-profile", "color-rendering", "content", "contentScriptType",
    "contentStyleType", "crossorigin", "cursor", "cx", "cy", "d", "datatype", "defaultAction", "descent",
    "diffuseConstant", "direction", "display", "divisor", "dominant-baseline", "download", "dur", "dx", "dy",
    "edgeMode", "editable", "elevation", "enable-background", "end", "event", "exponent", "exportparts",
    "externalResourcesRequired", "fetchpriority", "fill", "fill-opacity", "fill-rule", "filter", "filterRes",
    "filterUnits", "flood-color", "flood-opacity", "focusHighlight", "focusable", "font-family", "font-size",
    "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight", "format", "fr", "from", "fx",
    "fy", "g1", "g2", "glyph-name", "glyph-orientation-horizontal", "glyph-orientation-vertical", "glyphRef",
    "gradientTransform", "gradientUnits", "handler", "hanging", "height", "horiz-adv-x", "horiz-origin-x",
    "horiz-origin-y", "href", "hreflang", "id", "ideographic", "image-rendering", "in", "in2", "initialVisibility",
    "intercept", "isolation", "k", "k1", "k2", "k3", "k4", "kernelMatrix", "kernelUnitLength", "kerning",
    "keyPoints", "keySplines", "keyTimes", "lang", "lengthAdjust", "letter-spacing", "lighting-color",
    "limitingConeAngle", "local", "marker-end", "marker-mid", "marker-start", "markerHeight", "markerUnits",
    "markerWidth", "mask", "mask-type", "maskContentUnits", "maskUnits", "mathematical", "max", "media",
    "mediaCharacterEncoding", "mediaContentEncodings", "mediaSize", "mediaTime", "method", "min", "mix-blend-mode",
    "mode", "name", "nav-down", "nav-down-left", "nav-down-right", "nav-left", "nav-next", "nav-prev", "nav-right",
    "nav-up", "nav-up-left", "nav-up-right", "nonce", "numOctaves", "observer", "offset", "onabort",
    "onafterprint", "onanimationcancel", "onanimationend", "onanimationiteration", "onanimationstart",
    "onauxclick", "onbeforeinput", "onbeforematch", "onbeforeprint", "onbeforetoggle", "onbeforeunload",
    "onbeforexrselect", "onblur", "oncancel", "oncanplay", "oncanplaythrough", "onchange", "onclick", "onclose",
    "oncommand", "oncontextlost", "oncontextmenu", "oncontextrestored", "oncopy", "oncuechange", "oncut",
    "ondblclick", "ondrag", "ondragend", "ondragenter", "ondragleave", "ondragover", "ondragstart", "ondrop",
    "ondurationchange", "onemptied", "onended", "onerror", "onfencedtreeclick", "onfocus", "onformdata",
    "onfullscreenchange", "onfullscreenerror", "ongamepadconnected", "ongamepaddisconnected",
    "ongotpointercapture", "onhashchange", "oninput", "oninvalid", "onkeydown", "onkeypress", "onkeyup",
    "onlanguagechange", "onload", "onloadeddata", "onloadedmetadata", "onloadstart", "onlostpointercapture",
    "onmessage", "onmessageerror", "onmousedown", "onmouseenter", "onmouseleave", "onmousemove", "onmouseout",
    "onmouseover", "onmouseup", "onoffline", "ononline", "onpagehide", "onpagereveal", "onpageshow", "onpageswap",
    "onpaste", "onpause", "onplay", "onplaying", "onpointercancel", "onpointerdown", "onpointerenter",
    "onpointerleave", "onpointermove", "onpointerout", "onpointerover", "onpointerrawupdate", "onpointerup",
    "onpopstate", "onportalactivate", "onprogress", "onratechange", "onrejectionhandled", "onreset", "onresize",
    "onscroll", "onscrollend", "onsecuritypolicyviolation", "onseeked", "onseeking", "onselect",
    "onselectionchange", "onselectstart", "onslotchange", "onsnapchanged", "onsnapchanging", "onstalled",
    "onstorage", "onsubmit", "onsuspend", "ontimeupdate", "ontoggle", "ontouchcancel", "ontouchend", "ontouchmove",
    "ontouchstart", "ontransitioncancel", "ontransitionend", "ontransitionrun", "ontransitionstart",
    "onunhandledrejection", "onunload", "onvolumechange", "onwaiting", "onwebkitanimationend",
    "onwebkitanimationiteration", "onwebkitanimationstart", "onwebkittransitionend", "onwheel", "opacity",
    "operator", "order", "orient", "orientation", "origin", "overflow", "overlay", "overline-position",
    "overline-thickness", "paint-order", "panose-1", "part", "path", "pathLength", "patternContentUnits",
    "patternTransform", "patternUnits", "phase", "ping", "playbackOrder", "playbackorder", "pointer-events",
    "points", "pointsAtX", "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits",
    "propagate", "property", "r", "radius", "refX", "refY", "referrerpolicy", "rel", "rendering-intent",
    "repeatCount", "repeatDur", "requiredExtensions", "requiredFeatures", "requiredFonts", "requiredFormats",
    "resource", "restart", "result", "rev", "role", "rotate", "rx", "ry", "scale", "seed", "shape-rendering",
    "side", "slope", "slot", "snapshotTime", "spacing", "specularConstant", "specularExponent", "spreadMethod",
    "startOffset", "stdDeviation", "stemh", "stemv", "stitchTiles", "stop-color", "stop-opacity",
    "strikethrough-position", "strikethrough-thickness", "string", "stroke", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
    "stroke-width", "style", "surfaceScale", "syncBehavior", "syncBehaviorDefault", "syncMaster", "syncTolerance",
    "syncToleranceDefault", "systemLanguage", "tabindex", "tableValues", "target", "targetX", "targetY",
    "text-anchor", "text-decoration", "text-overflow", "text-rendering", "textLength", "timelineBegin",
    "timelinebegin", "title", "to", "transform", "transform-origin", "transformBehavior", "type", "typeof", "u1",
    "u2", "underline-position", "underline-thickness", "unicode", "unicode-bidi", "unicode-range", "units-per-em",
    "v-alphabetic", "v-hanging", "v-ideographic", "v-mathematical", "values", "vector-effect", "version",
    "vert-adv-y", "vert-origin-x", "vert-origin-y", "viewBox", "viewTarget", "visibility", "white-space", "width",
    "widths", "word-spacing", "writing-mode", "x", "x-height", "x1", "x2", "xChannelSelector", "xlink:href",
    "xlink:title", "xml:base", "xml:lang", "xml:space", "xmlns", "xmlns:xlink", "y", "y1", "y2",
    "yChannelSelector", "z", "zoomAndPan",
];

/// Elements of MathML.
#[rustfmt::skip]
pub(super) static MATHML: &[&str] = &[
    "a", "annotation", "annotation-xml", "maction", "math", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo",
    "mover", "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub",
    "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "semantics",
];

/// Attributes that every MathML element takes, besides those of ARIA and event handlers.
#[rustfmt::skip]
pub(super) static MATHML_GLOBAL: &[&str] = &[
    "arg", "autofocus", "class", "dir", "displaystyle", "id", "intent", "lang", "mathbackground", "mathcolor",
    "mathsize", "nonce", "part", "role", "scriptlevel", "slot", "style", "tabindex", "title", "xml:lang",
    "xml:space", "xmlns",
];

/// MathML's elements, each with its own attributes; those of MathML 3 that browsers still know are among them.
#[rustfmt::skip]
pub(super) static MATHML_ATTRIBUTES: &[(&str, &[&str])] = &[
    ("annotation", &["encoding"]),
    ("annotation-xml", &["encoding"]),
    ("maction", &[]),
    ("math", &["alttext", "display"]),
    ("merror", &[]),
    ("mfrac", &["linethickness"]),
    ("mi", &["mathvariant"]),
    ("mmultiscripts", &[]),
    ("mn", &[]),
    ("mo", &["accent", "fence", "form", "largeop", "lspace", "maxsize", "minsize", "movablelimits", "rspace", "separator", "stretchy", "symmetric"]),
    ("mover", &["accent"]),
    ("mpadded", &["depth", "height", "lspace", "voffset", "width"]),
    ("mphantom", &[]),
    ("mprescripts", &[]),
    ("mroot", &[]),
    ("mrow", &[]),
    ("ms", &[]),
    ("mspace", &["depth", "height", "width"]),
    ("msqrt", &[]),
    ("mstyle", &[]),
    ("msub", &[]),
    ("msubsup", &[]),
    ("msup", &[]),
    ("mtable", &["align", "columnalign", "columnlines", "columnspacing", "frame", "framespacing", "rowalign", "rowlines", "rowspacing", "width"]),
    ("mtd", &["columnalign", "columnspan", "rowalign", "rowspan"]),
    ("mtext", &[]),
    ("mtr", &["columnalign", "rowalign"]),
    ("munder", &["accentunder"]),
    ("munderover", &["accent", "accentunder"]),
    ("semantics", &[]),
];

/// Attributes that are there or not.
#[rustfmt::skip]
pub(super) static BOOLEAN: &[&str] = &[
    "allowfullscreen", "alpha", "async", "autofocus", "autoplay", "checked", "compact", "containertimingignore",
    "controls", "credentialless", "default", "defer", "disabled", "disablepictureinpicture",
    "disableremoteplayback", "formnovalidate", "headingreset", "inert", "ismap", "itemscope", "loop", "multiple",
    "muted", "nomodule", "noresize", "novalidate", "open", "playsinline", "readonly", "required", "reversed",
    "selected", "shadowrootclonable", "shadowrootdelegatesfocus", "shadowrootserializable", "truespeed",
    "webkitdirectory",
];

/// Attributes whose values are `true` and `false`.
#[rustfmt::skip]
pub(super) static TRUE_FALSE: &[&str] = &[
    "contenteditable", "draggable", "externalResourcesRequired", "focusable", "preserveAlpha", "spellcheck",
    "writingsuggestions",
];

/// Attributes that are there, or not, or have a text.
#[rustfmt::skip]
pub(super) static BOOLEAN_OR_TEXT: &[&str] = &[
    "capture", "download", "hidden", "popover",
];

/// Attributes that hold a URL.
#[rustfmt::skip]
pub(super) static URL: &[&str] = &[
    "action", "background", "cite", "classid", "codebase", "data", "formaction", "href", "longdesc", "lowsrc",
    "manifest", "poster", "profile", "src", "xlink:href", "xml:base",
];

/// Attributes that hold several URLs.
#[rustfmt::skip]
pub(super) static URL_LIST: &[&str] = &[
    "archive", "imagesrcset", "ping", "srcset",
];
