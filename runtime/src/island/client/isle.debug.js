// source/pause.ts
var pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// source/module.ts
var importIsland = async (src) => {
  if (!/^[\w.-]+\.js$/.test(src)) throw new TypeError("isle: bad src");
  let url = import.meta.resolve("./" + src);
  return import(url).catch(async (first) => {
    await pause(1e3);
    await (await fetch(url, { cache: "reload" })).text();
    return import(url).catch((error) => {
      if (error != first) url += "#";
      return import(url);
    });
  });
};

// source/parsed.ts
var parsed = async (element) => {
  while (document.readyState == "loading" && !element.closest(":not(:last-child)")) await pause(20);
};

// source/event.ts
var event = (island, names, go, signal, settled) => {
  let released;
  const hold = (event2) => {
    if (released) return;
    const { type } = event2;
    const target = event2.composedPath()[0];
    if (type == "click" || type == "submit") event2.preventDefault();
    event2.stopImmediatePropagation();
    settled.then(() => {
      if (signal.aborted) return;
      if (type == "submit") target.requestSubmit(event2.submitter);
      else target.dispatchEvent(new event2.constructor(type, event2));
    });
    go();
  };
  for (const name of (names || "pointerover focusin click input change submit").split(" "))
    island.addEventListener(name, hold, { capture: true, signal });
  settled.then(() => released = true);
};

// source/directives.ts
var idle = (_island, timeout, go) => (
  // Not every Safari has it: there, as soon as can be (the options are no number, hence no delay).
  (self.requestIdleCallback ?? setTimeout)(go, { timeout: +timeout })
);
var visible = (island, rootMargin, go) => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) go(observer.disconnect());
    },
    { rootMargin }
  );
  const boxes = island.querySelectorAll("isle-island>:not(isle-island)");
  for (const box of boxes[0] ? boxes : [island.closest(":not(isle-island)")]) observer.observe(box);
};
var media = (_island, query, go, signal) => {
  const list = matchMedia(query);
  if (list.matches) go();
  list.addEventListener("change", go, { signal });
};
var waits = {
  "client:idle": idle,
  "client:visible": visible,
  "client:media": media,
  "client:event": event
};

// source/watched.ts
var watched = (module) => ({
  async default(island, props, context) {
    const before = island.innerHTML;
    const mounted = await module.default(island, props, context);
    const after = island.innerHTML;
    if (before !== after && !island.hasAttribute("client:only")) warn(island, before, after);
    return mounted;
  }
});
var warn = (island, before, after) => {
  const at = firstDifference(before, after);
  console.warn(
    `isle: mounting ${island.getAttribute("src")} changed the server's markup.
server:  ${excerpt(before, at)}
browser: ${excerpt(after, at)}`,
    island
  );
};
var firstDifference = (one, other) => {
  let at = 0;
  while (one[at] === other[at]) at++;
  return at;
};
var excerpt = (markup, at) => {
  const from = Math.max(0, at - 40);
  return (from ? "…" : "") + markup.slice(from, at + 80) + (at + 80 < markup.length ? "…" : "");
};

// source/life.ts
var live = (island) => {
  const life = new AbortController();
  const { signal } = life;
  const src = island.getAttribute("src");
  const directives = true ? [...island.attributes].filter((attribute) => waits[attribute.name]) : [];
  let mounted;
  let work = Promise.resolve();
  const next = (step) => work = work.then(step).catch(report);
  const mount = async () => {
    await parsed(island);
    if (true)
      for (const { name, value } of directives)
        await new Promise((go) => waits[name](island, value, go, signal, work));
    signal.throwIfAborted();
    island.turn = work;
    const module = await importIsland(src);
    for (let outer = island; outer = outer.parentNode ?? outer.host; ) await outer.turn;
    if (!island.isConnected) await pause(0);
    signal.throwIfAborted();
    new MutationObserver(() => next(update)).observe(island, { attributeFilter: ["props"] });
    mounted = await (true ? watched(module) : module).default(island, props(), { signal });
    signal.throwIfAborted();
    emit("isle:mount");
  };
  const update = () => {
    signal.throwIfAborted();
    if (mounted?.update) return mounted.update(props());
    end();
    work.then(() => island.end = live(island));
  };
  const end = () => {
    life.abort();
    work.then(() => typeof mounted == "function" && mounted());
  };
  const props = () => JSON.parse(island.getAttribute("props") ?? "{}");
  const emit = (type, detail) => island.dispatchEvent(new CustomEvent(type, { bubbles: true, cancelable: true, composed: true, detail }));
  const report = (error) => {
    if (!signal.aborted && emit("isle:error", { error, src })) console.error(error);
  };
  next(mount);
  island.turn = directives.every((directive) => directive.name == "client:idle") && work;
  return end;
};

// source/isle.ts
customElements.define(
  "isle-island",
  class extends HTMLElement {
    connectedCallback() {
      this.end ??= live(this);
    }
    disconnectedCallback() {
      setTimeout(() => {
        if (!this.isConnected) this.end = this.end?.();
      });
    }
  }
);