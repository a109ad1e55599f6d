// source/reload.ts
var rendered = new URL(import.meta.url).search.slice(1);
var shortest = 100;
var longest = 2e3;
var events;
var timer;
var delay = shortest;
var listen = () => {
  hush();
  events = new EventSource(new URL("reload", import.meta.url));
  events.onmessage = ({ data }) => {
    delay = shortest;
    if (data != rendered) location.reload();
  };
  events.onerror = () => {
    hush();
    timer = setTimeout(listen, delay);
    delay = Math.min(2 * delay, longest);
  };
};
var hush = () => {
  clearTimeout(timer);
  events?.close();
};
var turn = () => document.hidden ? hush() : listen();
document.addEventListener("visibilitychange", turn);
addEventListener("pagehide", hush);
addEventListener("pageshow", turn);
turn();