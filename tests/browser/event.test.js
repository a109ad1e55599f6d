// `client:event`: the first event loads, and none that comes before the mount is lost.

import assert from "node:assert/strict";
import { island, waiting } from "./harness/scenario.js";

/** Logs each event of these names that reaches the island, with the node that was hit. */
const listening = (names) => `
    for (const name of ${JSON.stringify(names)})
        el.addEventListener(name, (event) => log(name + " " + event.target.id), { signal });
    log("mounted");`;

/** Acts, waits until the island's file was asked for, sees that nothing was heard yet, and lets the file arrive. */
async function meanwhile(visit, act, file = "a.js") {
    const release = visit.site.delay(file);
    await visit.goto("/");
    await visit.settle();
    assert.equal(visit.site.count(`/_isle/${file}`), 0, "nothing has happened, and it loads");
    await act();
    await visit.until(() => visit.site.count(`/_isle/${file}`) === 1);
    await visit.settle();
    assert.deepEqual(await visit.log(), []);
    release();
}

waiting("a pointer over an island loads it, and is replayed to the node that was hit", async (visit) => {
    visit.site.island("a.js", listening(["pointerover"]));
    visit.site.page("/", island("a.js", "client:event", '<p id="p">one <b id="b">two</b></p>'));
    await meanwhile(visit, () => visit.page.hover("#b"));
    await visit.logs("mounted", "pointerover b");
});

waiting("a focus loads an island, and is replayed to the node that has it", async (visit) => {
    visit.site.island("a.js", listening(["focusin"]));
    visit.site.page("/", island("a.js", "client:event", '<input id="i"><input id="j">'));
    await meanwhile(visit, () => visit.page.focus("#j"));
    await visit.logs("mounted", "focusin j");
});

waiting("clicks are replayed once each, in order, to the nodes that were hit, with all that they say", async (visit) => {
    visit.site.island(
        "a.js",
        'el.addEventListener("click", (event) => log(event.target.id + " " + event.detail + " " + (event.clientX > 0)));',
    );
    visit.site.page("/", island("a.js", "client:event", '<button id="a"><i id="i">more</i></button><button id="b">less</button>'));
    await meanwhile(visit, async () => {
        await visit.page.click("#i");
        await visit.page.click("#b");
        await visit.page.click("#i");
    });
    await visit.logs("i 1 true", "b 1 true", "i 1 true");
});

waiting("everybody around the island hears of an event once", async (visit) => {
    visit.site.island("a.js", listening(["click"]));
    visit.site.page("/", `<main id="m">${island("a.js", "client:event", '<button id="a">more</button>')}</main>`);
    await meanwhile(visit, async () => {
        await visit.run(() => {
            globalThis.around = [];
            for (const name of ["pointerover", "focusin", "click"])
                document.addEventListener(name, () => around.push(name));
        });
        await visit.page.click("#a");
    });
    await visit.until(async () => (await visit.log()).length === 2);
    await visit.settle();
    const around = await visit.run(() => around);
    assert.equal(around.filter((name) => name === "click").length, 1, `${around}`);
    assert.equal(around.filter((name) => name === "focusin").length, 1, `${around}`);
});

waiting("a click inside a shadow root reaches the node in there", async (visit) => {
    visit.site.island(
        "a.js",
        'el.firstElementChild.shadowRoot.firstElementChild.addEventListener("click", (event) => log(event.target.id));',
    );
    visit.site.page(
        "/",
        island("a.js", "client:event", '<div><template shadowrootmode="open"><button id="in">in</button></template></div>'),
    );
    await meanwhile(visit, async () => {
        const { x, y } = await visit.run(() => {
            const box = document.querySelector("div").shadowRoot.querySelector("button").getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        });
        await visit.page.mouse.click(x, y);
    });
    await visit.logs("in");
});

const form = '<form action="/sent"><input name="q" id="q"><button id="send" name="by" value="button">Send</button></form>';

waiting("a submit button waits for the island, which may take the form over", async (visit) => {
    visit.site.island(
        "a.js",
        'el.addEventListener("submit", (event) => { event.preventDefault(); log("sent by " + event.submitter.id); });',
    );
    visit.site.page("/", island("a.js", "client:event", form));
    await meanwhile(visit, () => visit.page.click("#send"));
    await visit.logs("sent by send");
    await visit.settle();
    assert.equal(visit.page.url(), `${visit.site.origin}/`);
});

waiting("a form that the island leaves alone is sent, by the same button", async (visit) => {
    visit.site.island("a.js", "");
    visit.site.page("/", island("a.js", "client:event", form));
    visit.site.page("/sent", "sent");
    await meanwhile(visit, () => visit.page.click("#send"));
    await visit.until(() => visit.site.count("/sent?q=&by=button") === 1);
});

waiting("a form without a button, sent by Enter, waits as well", async (visit) => {
    visit.site.island("a.js", 'log("mounted"); el.addEventListener("submit", () => log("submit"));');
    visit.site.page("/", island("a.js", "client:event", '<form action="/sent"><input name="q" id="q"></form>'));
    visit.site.page("/sent", "sent");
    await meanwhile(visit, async () => {
        await visit.page.focus("#q");
        await visit.page.keyboard.press("Enter");
    });
    await visit.until(() => visit.site.count("/sent?q=") === 1);
});

waiting("a link waits for the island, and leads where it leads if the island doesn't mind", async (visit) => {
    visit.site.island("a.js", 'el.querySelector("#mine").onclick = (event) => { event.preventDefault(); log("mine"); };');
    visit.site.page("/", island("a.js", "client:event", '<a id="mine" href="/mine">mine</a> <a id="other" href="/other">other</a>'));
    visit.site.page("/other", "other");
    await meanwhile(visit, () => visit.page.click("#mine"));
    await visit.logs("mine");
    await visit.page.click("#other");
    await visit.until(() => visit.site.count("/other") === 1);
    assert.equal(visit.site.count("/mine"), 0);
});

waiting("a link that the island doesn't mind is followed when the island is there", async (visit) => {
    visit.site.island("a.js", "");
    visit.site.page("/", island("a.js", "client:event", '<a id="other" href="/other">other</a>'));
    visit.site.page("/other", "other");
    await meanwhile(visit, () => visit.page.click("#other"));
    await visit.until(() => visit.site.count("/other") === 1);
});

waiting("a checkbox, by itself or by its label, is ticked once, and the island hears of it", async (visit) => {
    visit.site.island("a.js", 'el.addEventListener("change", (event) => log(event.target.id + " " + event.target.checked));');
    visit.site.page(
        "/",
        island("a.js", "client:event", '<input type="checkbox" id="one"><label id="l"><input type="checkbox" id="two"> two</label>'),
    );
    await meanwhile(visit, async () => {
        await visit.page.click("#one");
        await visit.run(() => l.click());
    });
    await visit.logs("one true", "two true");
    assert.deepEqual(await visit.run(() => [one.checked, two.checked]), [true, true]);
});

waiting("what is typed stays, and the island hears of it", async (visit) => {
    visit.site.island("a.js", 'el.addEventListener("input", (event) => log(event.target.value + " " + event.inputType));');
    visit.site.page("/", island("a.js", "client:event", '<input id="q">'));
    await meanwhile(visit, () => visit.page.type("#q", "ab"));
    await visit.logs("ab insertText", "ab insertText");
    assert.equal(await visit.run(() => q.value), "ab");
});

waiting("a click that opens a tab opens one, and the page stays", async (visit) => {
    visit.site.island("a.js", "");
    visit.site.page("/", island("a.js", "client:event", '<a id="other" href="/other">other</a>'));
    visit.site.page("/other", "other");
    await meanwhile(visit, async () => {
        await visit.page.keyboard.down("Control");
        await visit.page.click("#other");
        await visit.page.keyboard.up("Control");
    });
    await visit.until(() => visit.site.count("/other") === 1);
    await visit.pause(300);
    assert.equal(visit.page.url(), `${visit.site.origin}/`);
    for (const page of await visit.page.browser().pages())
        if (page.url() === `${visit.site.origin}/other`) await page.close();
});

waiting("if the island fails, what was done is done all the same", async (visit) => {
    visit.site.file("a.js", "export default () => { throw new Error('no'); };");
    visit.site.page("/", island("a.js", "client:event", form));
    visit.site.page("/sent", "sent");
    await meanwhile(visit, () => visit.page.click("#send"));
    await visit.until(() => visit.site.count("/sent?q=&by=button") === 1);
});

waiting("an island names the events that it waits for", async (visit) => {
    visit.site.island("a.js", listening(["click", "keydown"]));
    visit.site.page("/", island("a.js", 'client:event="keydown dblclick"', '<button id="b">b</button>'));
    await visit.goto("/");
    await visit.page.click("#b");
    await visit.settle();
    assert.equal(visit.site.count("/_isle/a.js"), 0);
    await visit.page.keyboard.press("a");
    await visit.logs("mounted", "keydown b");
});

waiting("once mounted, and once removed, an island holds nothing", async (visit) => {
    visit.site.island("a.js", listening(["click"]));
    visit.site.page("/", island("a.js", "client:event", '<button id="a">a</button>') + island("b.js", "client:event", '<button id="b">b</button>'));
    await meanwhile(visit, () => visit.page.click("#a"));
    await visit.logs("mounted", "click a");
    await visit.page.click("#a");
    await visit.logs("mounted", "click a", "click a");
    const heard = await visit.run(async () => {
        const removed = document.querySelectorAll("isle-island")[1];
        removed.remove();
        await new Promise((resolve) => setTimeout(resolve, 50));
        let heard = 0;
        removed.firstChild.addEventListener("click", () => heard++);
        removed.firstChild.click();
        return heard;
    });
    assert.equal(heard, 1);
    assert.equal(visit.site.count("/_isle/b.js"), 0);
});

waiting("events before the turn of client:event are nobody's", async (visit) => {
    visit.site.island("a.js", listening(["click"]));
    await visit.open(island("a.js", 'client:media="not all" client:event', '<button id="a">a</button>'));
    await visit.run(() => a.addEventListener("click", () => (globalThis.log ??= []).push("own")));
    await visit.page.click("#a");
    await visit.settle();
    assert.deepEqual(await visit.log(), ["own"]);
    assert.equal(visit.site.count("/_isle/a.js"), 0);
});

waiting("an event reaches an island inside another, each in its turn", async (visit) => {
    visit.site.island("outer.js", 'log("outer"); el.addEventListener("click", () => log("outer click"));');
    visit.site.island("inner.js", 'log("inner"); el.addEventListener("click", () => log("inner click"));');
    visit.site.page("/", island("outer.js", "client:event", island("inner.js", "client:event", '<button id="a">a</button>')));
    await meanwhile(visit, () => visit.page.click("#a"), "outer.js");
    await visit.logs("outer", "inner", "inner click", "outer click");
});
