export const hydrate = (el, html) => { el.dataset.alive = "yes"; };
