// Astro's server as a function, with nothing around it that would count.

import { createApp } from "astro/app/entrypoint";

const app = createApp();
export const render = (request) => app.render(request);
