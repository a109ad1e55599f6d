// A prop that Rust calls otherwise than the component does not pass unseen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Copy } from "./copy.js";

test("a field that changes in Rust fails the test of the types, and then the component's check", async (test) => {
    const copy = await Copy.make(test);
    await copy.done("npm", ["run", "build"]);
    await copy.done("npm", ["run", "check"]);
    await copy.edit("src/islands.rs", "pub(crate) copies: u32", "pub(crate) amount: u32");
    await copy.edit("src/pages.rs", "item.copies", "item.amount");
    await copy.edit("src/pages.rs", "        copies,\n    }\n}", "        amount: copies,\n    }\n}");
    const stale = await copy.run("cargo", ["test", "--quiet"]);
    assert.equal(stale.ok, false);
    assert.match(stale.said, /components\/props\.d\.ts/);
    await copy.done("cargo", ["test", "--quiet"], { ISLE_TYPES: "write" });
    const drifted = await copy.run("npm", ["run", "check"]);
    assert.equal(drifted.ok, false);
    assert.match(drifted.said, /components\/Cart\.tsx.*Property 'copies' does not exist on type 'CartItem'/);
});
