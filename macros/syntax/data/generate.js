// Makes the tables of elements and attributes: npm install && node generate.js [date]
//
// Elements, their interfaces and which are obsolete: @webref/elements. What an attribute reflects as, and which are
// obsolete: the IDL in @webref/idl (the HTML standard keeps obsolete members in partial interfaces). The IDL does not
// show every attribute; html-element-attributes lists them all, obsolete ones too. MathML's: @mdn/browser-compat-data.
// Names only, and facts only.
import fs from "node:fs";
import * as webidl from "webidl2";
import { ariaAttributes } from "aria-attributes";
import { characterEntities } from "character-entities";
import { htmlElementAttributes } from "html-element-attributes";
import { htmlEventAttributes } from "html-event-attributes";
import { htmlVoidElements } from "html-void-elements";
import { svgElementAttributes } from "svg-element-attributes";
import { svgTagNames } from "svg-tag-names";
import { values } from "./values.js";

const json = (path) => JSON.parse(fs.readFileSync(path, "utf8"));
const packages = json("package.json").dependencies;
const elements = (file) => json(`node_modules/@webref/elements/${file}.json`).elements;

// What the sources don't say.
// Obsolete, and not in the IDL (section "Non-conforming features" of the standard).
const OBSOLETE = {
  area: ["hreflang", "type"], form: ["accept"], head: ["profile"], html: ["manifest"],
  iframe: ["allowpaymentrequest", "allowusermedia"], input: ["ismap"], label: ["form"],
  object: ["classid", "typemustmatch"], script: ["language"], td: ["scope", "abbr"],
};
// Of other standards: File and Directory Entries, HTML Media Capture, Remote Playback, Picture-in-Picture, Attribution
// Reporting, anonymous iframes.
const MORE = {
  a: ["attributionsrc"], audio: ["controlslist", "disableremoteplayback"], html: ["xmlns"], iframe: ["credentialless"],
  img: ["attributionsrc"], input: ["capture", "webkitdirectory"], script: ["attributionsrc"],
  video: ["controlslist", "disablepictureinpicture", "disableremoteplayback"],
};
// ARIA in HTML, RDFa Core, CSS Shadow, Element Timing, Container Timing, VirtualKeyboard; headings of the HTML standard.
const GLOBAL = [
  "role", "about", "datatype", "inlist", "prefix", "property", "rel", "resource", "rev", "typeof", "vocab", "content",
  "exportparts", "part", "elementtiming", "containertiming", "containertimingignore", "virtualkeyboardpolicy",
  "headingoffset", "headingreset", "aria-braillelabel", "aria-brailleroledescription", "aria-colindextext",
  "aria-description", "aria-rowindextext",
];
const BOOLEAN = [
  "async", "autofocus", "autoplay", "containertimingignore", "controls", "credentialless", "disablepictureinpicture",
  "disableremoteplayback", "itemscope", "loop", "muted", "webkitdirectory",
];
const TRUE_FALSE = [
  "contenteditable", "draggable", "externalResourcesRequired", "focusable", "preserveAlpha", "spellcheck",
  "writingsuggestions",
];
const BOOLEAN_OR_TEXT = ["capture", "download", "hidden", "popover"];
// The last line is of obsolete attributes, which `attr:` lets through.
const URL = [
  "action", "cite", "data", "formaction", "href", "poster", "src", "xlink:href", "xml:base",
  "background", "classid", "codebase", "longdesc", "lowsrc", "manifest", "profile",
];
const URL_LIST = ["archive", "imagesrcset", "ping", "srcset"];
// SVG 2, CSS Masking, Compositing, Transforms; XML.
const SVG = [
  "autofocus", "crossorigin", "exportparts", "fetchpriority", "href", "isolation", "lang", "mask-type",
  "mix-blend-mode", "nonce", "paint-order", "part", "pathLength", "role", "side", "slot", "style", "tabindex",
  "text-overflow", "transform-origin", "vector-effect", "white-space", "xlink:href", "xlink:title", "xml:base",
  "xml:lang", "xml:space", "xmlns", "xmlns:xlink",
];
// MathML Core: what every element takes, and what the table of browsers leaves out.
const MATHML_GLOBAL = [
  "arg", "autofocus", "class", "dir", "displaystyle", "id", "intent", "lang", "mathbackground", "mathcolor", "mathsize",
  "nonce", "part", "role", "scriptlevel", "slot", "style", "tabindex", "title", "xml:lang", "xml:space", "xmlns",
];
const MATHML = {
  annotation: ["encoding"], "annotation-xml": ["encoding"], math: ["alttext"], mo: ["fence", "separator"],
};

const conforming = {};
const obsolete = {};
const booleans = new Set(BOOLEAN);
const urls = new Set(URL);
for (const item of webidl.parse(fs.readFileSync("node_modules/@webref/idl/html.idl", "utf8"))) {
  if (!item.type.startsWith("interface")) continue;
  const into = item.partial ? obsolete : conforming;
  for (const member of item.members) {
    const reflect = member.extAttrs?.find((attribute) => /^Reflect(URL|Setter)?$/.test(attribute.name));
    if (member.type !== "attribute" || !reflect) continue;
    const name = reflect.rhs ? JSON.parse(reflect.rhs.value) : member.name.toLowerCase();
    (into[item.name] ??= new Set()).add(name);
    if (into === conforming && member.idlType.idlType === "boolean") booleans.add(name);
    if (into === conforming && reflect.name === "ReflectURL") urls.add(name);
  }
}

const sorted = (names) => [...new Set(names)].sort((a, b) => (a < b ? -1 : Number(a > b)));
const html = [];
const gone = [];
for (const { name, interface: type, obsolete: isObsolete } of elements("html")) {
  if (isObsolete) {
    gone.push(name);
    continue;
  }
  const own = type === "HTMLElement" ? [] : [...(conforming[type] ?? [])];
  const old = new Set([...(obsolete[type] ?? []), ...(OBSOLETE[name] ?? [])]);
  const known = [...own, ...(htmlElementAttributes[name] ?? []), ...(MORE[name] ?? [])];
  html.push([name, sorted(known.filter((attribute) => !old.has(attribute))), sorted(old)]);
}
// Other standards add handlers (pointer, touch, animation and fullscreen events).
const handlers = fs.readdirSync("node_modules/@webref/idl").filter((file) => file.endsWith(".idl"))
  .flatMap((file) => webidl.parse(fs.readFileSync(`node_modules/@webref/idl/${file}`, "utf8")))
  .filter(({ name }) => ["GlobalEventHandlers", "WindowEventHandlers", "Element", "HTMLElement"].includes(name))
  .flatMap(({ members }) => members.map(({ name }) => name)).filter((name) => /^on[a-z]+$/.test(name));
const events = [...htmlEventAttributes, ...handlers];
const global = sorted([...htmlElementAttributes["*"], ...events, ...ariaAttributes, ...GLOBAL]);
const svgAttributes = sorted([...Object.values(svgElementAttributes).flat(), ...events, ...SVG]);

const isHtml = new Set([...html.map(([name]) => name), ...gone]);
const svg = sorted([...elements("SVG2"), ...elements("SVG11"), ...elements("filter-effects-1"),
  ...elements("css-masking-1"), ...elements("svg-animations")].map(({ name }) => name).concat("svg"))
  .filter((name) => svgTagNames.includes(name));
const mathml = sorted(elements("mathml-core").map(({ name }) => name));
const browsers = json("node_modules/@mdn/browser-compat-data/data.json").mathml;
const current = (table) => Object.entries(table).filter(([name, { __compat }]) => name !== "__compat" &&
  !name.includes("_") && !__compat?.status.deprecated).map(([name]) => name);
const mathmlRows = mathml.filter((name) => name !== "a").map((name) =>
  [name, sorted([...current(browsers.elements[name] ?? {}), ...(MATHML[name] ?? [])])]);
const mathmlGlobal = sorted([...current(browsers.global_attributes), ...MATHML_GLOBAL]);
const shared = svg.filter((name) => isHtml.has(name));

const list = (names) => {
  const lines = [[]];
  for (const name of names.map((name) => JSON.stringify(name))) {
    if ([...lines.at(-1), name].join(", ").length > 110) lines.push([]);
    lines.at(-1).push(name);
  }
  return lines.map((line) => `    ${line.join(", ")},`).join("\n");
};
const table = (doc, name, names) =>
  `\n/// ${doc}\n#[rustfmt::skip]\npub(super) static ${name}: &[&str] = &[\n${list(sorted(names))}\n];\n`;
const rows = html.sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([name, known, old]) =>
  `    (${JSON.stringify(name)}, &[${known.map((it) => JSON.stringify(it)).join(", ")}], ` +
  `&[${old.map((it) => JSON.stringify(it)).join(", ")}]),`);
const from = (which) => Object.entries(packages).filter(([name]) => which(name))
  .map(([name, version]) => `${name} ${version}`).join(", ").replace(/(.{90,110}?), /g, "$1,\n//! ");
const quoted = (names) => names.map((name) => JSON.stringify(name)).join(", ");
const date = process.argv[2] ?? new Date().toISOString().slice(0, 10);
fs.writeFileSync("../src/markup/table/data.rs", `//! Made by \`data/generate.js\` on ${date}: do not edit.
//!
//! From the HTML standard (<https://html.spec.whatwg.org/>), SVG 2 and 1.1, MathML Core and WAI-ARIA, by way of the npm
//! packages ${from((name) => !["webidl2", "aria-query", "character-entities", "html-validate"].includes(name))}.

/// HTML's elements, each with its own attributes and with those that are obsolete.
#[rustfmt::skip]
pub(super) static HTML: &[(&str, &[&str], &[&str])] = &[
${rows.join("\n")}
];
${table("Elements that HTML had.", "OBSOLETE", gone)}${table("Elements without content.", "VOID",
  htmlVoidElements.filter((name) => html.some(([known]) => known === name)))}${
  table("Attributes that every HTML element takes.", "GLOBAL", global)}${
  table("Elements of SVG.", "SVG", svg)}${
  table("Elements of SVG that HTML has, too.", "SHARED", shared)}${
  table("Attributes of SVG's elements.", "SVG_ATTRIBUTES", svgAttributes)}${
  table("Elements of MathML.", "MATHML", mathml)}${
  table("Attributes that every MathML element takes, besides those of ARIA and event handlers.", "MATHML_GLOBAL", mathmlGlobal)}
/// MathML's elements, each with its own attributes; those of MathML 3 that browsers still know are among them.
#[rustfmt::skip]
pub(super) static MATHML_ATTRIBUTES: &[(&str, &[&str])] = &[
${mathmlRows.map(([name, own]) => `    (${JSON.stringify(name)}, &[${quoted(own)}]),`).join("\n")}
];
${
  table("Attributes that are there or not.", "BOOLEAN", booleans)}${
  table("Attributes whose values are `true` and `false`.", "TRUE_FALSE", TRUE_FALSE)}${
  table("Attributes that are there, or not, or have a text.", "BOOLEAN_OR_TEXT", BOOLEAN_OR_TEXT)}${
  table("Attributes that hold a URL.", "URL", urls)}${
  table("Attributes that hold several URLs.", "URL_LIST", URL_LIST)}`);

fs.writeFileSync("../src/markup/table/references.rs", `//! Made by \`data/generate.js\` on ${date}: do not edit.
//!
//! From the HTML standard's section "Named character references", by way of the npm package
//! ${from((name) => name === "character-entities")}.
${table("The names of character references, without the \`&\` and the \`;\`.", "REFERENCES", Object.keys(characterEntities))}`);

const row = ([elements, many, words]) => `        (&[${quoted(elements)}], ${many}, &[\n${
  list(words).replace(/^/gm, "        ")}\n        ]),`;
fs.writeFileSync("../src/markup/table/values.rs", `//! Made by \`data/generate.js\` on ${date}: do not edit.
//!
//! From the HTML standard (<https://html.spec.whatwg.org/>) and WAI-ARIA, by way of the npm packages
//! ${from((name) => ["aria-query", "html-validate"].includes(name))}; \`data/values.js\` says what they lack.

/// An attribute's words: the elements (none: any), whether it takes several, and the words.
pub(super) type Words = (&'static [&'static str], bool, &'static [&'static str]);

/// Attributes that take certain words only.
#[rustfmt::skip]
pub(super) static VALUES: &[(&str, &[Words])] = &[
${values().map(([name, rows]) => `    (${JSON.stringify(name)}, &[\n${rows.map(row).join("\n")}\n    ]),`).join("\n")}
];
`);
