// Debug builds: reloads the page when the program that rendered it has been built and started again.
//
// Each start of the program has an id. It stands in the query of this script's URL, as the page was rendered, and the
// program sends it to whoever listens to `reload` beside this script: another id is another program.

const rendered = new URL(import.meta.url).search.slice(1);
const shortest = 100;
const longest = 2000;

let events: EventSource | undefined;
let timer: number | undefined;
let delay = shortest;

const listen = () => {
    hush();
    events = new EventSource(new URL("reload", import.meta.url));
    events.onmessage = ({ data }) => {
        delay = shortest;
        if (data != rendered) location.reload();
    };
    // The program is being built. Browsers would try again too, but after seconds, and Firefox not always.
    events.onerror = () => {
        hush();
        timer = setTimeout(listen, delay);
        delay = Math.min(2 * delay, longest);
    };
};

const hush = () => {
    clearTimeout(timer);
    events?.close();
};

// A page nobody sees holds no connection: a browser has six for a host, and keeps no page for "back" that has one open.
const turn = () => (document.hidden ? hush() : listen());
document.addEventListener("visibilitychange", turn);
addEventListener("pagehide", hush);
addEventListener("pageshow", turn);
turn();
