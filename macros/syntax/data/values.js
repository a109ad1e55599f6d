// The words that enumerated attributes take: rows of [attribute, elements (none: any), whether it is a list, words].
//
// Most are those of html-validate (which follows the HTML standard) and of aria-query (WAI-ARIA 1.2, DPUB-ARIA,
// Graphics-ARIA). A word that ends in `*` stands for all that begin so. Attributes whose words the standard leaves open
// (`rel`, `name` of `<meta>`, `type` of `<script>`) are not here.
import { aria, roles } from "aria-query";
import { h as metadata } from "./node_modules/html-validate/dist/esm/elements.js";

const words = (text) => text.split(/\s+/);
const ENCODINGS = words("application/x-www-form-urlencoded multipart/form-data text/plain");

// What the sources don't say. HTML standard, unless another is named.
const MORE = [
  ["autocomplete", ["input", "select", "textarea"], true, words(`on off section-* shipping billing home work mobile
    fax pager webauthn name honorific-prefix given-name additional-name family-name honorific-suffix nickname
    organization-title username new-password current-password one-time-code organization street-address address-line1
    address-line2 address-line3 address-level4 address-level3 address-level2 address-level1 country country-name
    postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc
    cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo tel
    tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp`)],
  ["blocking", ["link", "script", "style"], true, ["render"]],
  ["closedby", ["dialog"], false, words("any closerequest none")],
  ["colorspace", ["input"], false, words("limited-srgb display-p3")],
  ["command", ["button"], false,
    words("toggle-popover show-popover hide-popover close request-close show-modal --*")],
  // Media elements: https://wicg.github.io/controls-list/
  ["controlslist", ["audio", "video"], true, words("nodownload nofullscreen noplaybackrate noremoteplayback")],
  ["enctype", ["form"], false, ENCODINGS],
  ["fetchpriority", ["img", "link", "script"], false, words("high low auto")],
  ["formenctype", ["button", "input"], false, ENCODINGS],
  // Client hints and origin trials add pragmas of their own.
  ["http-equiv", ["meta"], false, words(`content-type default-style refresh x-ua-compatible content-security-policy
    accept-ch delegate-ch origin-trial`)],
  ["kind", ["track"], false, words("subtitles captions descriptions chapters metadata")],
  ["loading", ["iframe", "img"], false, words("eager lazy")],
  ["popovertargetaction", ["button", "input"], false, words("toggle show hide")],
  ["sandbox", ["iframe"], true, words(`allow-downloads allow-forms allow-modals allow-orientation-lock
    allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin allow-scripts
    allow-storage-access-by-user-activation allow-top-navigation allow-top-navigation-by-user-activation
    allow-top-navigation-to-custom-protocols`)],
  ["shadowrootmode", ["template"], false, words("open closed")],
  ["target", ["base"], false, words("_blank _self _parent _top")],
  ["virtualkeyboardpolicy", [], false, ["", "auto", "manual"]],
];
// What a source lacks, by attribute: HTML standard, Fetch (destinations), Fenced Frame (targets), WAI-ARIA 1.3 (roles).
const ADDED = {
  as: ["json", "speculationrules", "text"],
  contenteditable: ["plaintext-only"],
  formtarget: ["_unfencedTop"],
  role: ["comment", "image", "sectionfooter", "sectionheader", "suggestion"],
  target: ["_unfencedTop"],
};

const found = [];
for (const [element, { attributes }] of Object.entries(metadata)) {
  for (const [name, { enum: values, list, omit }] of Object.entries(attributes ?? {})) {
    const own = values?.filter((value) => !/^\//.test(value)) ?? [];
    // What takes an expression as well is open, but for the words with an underscore in front.
    const closed = own.length && (own.length === values.length || /target$/.test(name));
    if (closed && name !== "download" && name !== "overflow" && name !== "blocking") {
      found.push([name, element === "*" ? [] : [element], Boolean(list), omit ? ["", ...own] : own]);
    }
  }
}
for (const [name, { type, values, allowundefined }] of aria.entries()) {
  const own = {
    boolean: allowundefined ? ["true", "false", "undefined"] : ["true", "false"],
    tristate: ["true", "false", "mixed", "undefined"],
  }[type] ?? values?.map(String);
  if (own) found.push([name, [], type === "tokenlist", own]);
}
const concrete = [...roles.entries()].filter(([, { abstract }]) => !abstract).map(([name]) => name);
found.push(["role", [], true, concrete]);

/** [attribute, [[elements, list, words], …]], sorted by attribute. */
export const values = () => {
  const rows = {};
  for (const [name, elements, list, own] of [...found, ...MORE]) {
    const all = [...new Set([...own, ...(ADDED[name] ?? [])])];
    const same = (rows[name] ??= []).find(([, , others]) => others.join() === all.join());
    if (same && same[0].length && elements.length) same[0] = [...new Set([...same[0], ...elements])].sort();
    else if (same) same[0] = [];
    else rows[name].push([elements, list, all]);
  }
  return Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1));
};
