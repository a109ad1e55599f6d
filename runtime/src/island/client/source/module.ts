// An island's module: what it exports, and how it is fetched.

import { pause } from "./pause.js";

/** What a module gives back: how to clean up after it, or how to tell it of changed props. */
export type Mounted = ((() => void) & { update?: never }) | { update(props: object): unknown } | undefined;

export interface Module {
    default(element: Element, props: object, context: { signal: AbortSignal }): Mounted | Promise<Mounted>;
}

/** The file beside this script: nothing but a file's name, so that injected markup loads nothing from elsewhere. */
export const importIsland = async (src: string): Promise<Module> => {
    if (!/^[\w.-]+\.js$/.test(src)) throw new TypeError("isle: bad src");
    let url = import.meta.resolve("./" + src);
    return import(url).catch(async (first) => {
        // Once more under the same URL, past whatever a cache has kept of the failure.
        await pause(1000);
        await (await fetch(url, { cache: "reload" })).text();
        return import(url).catch((error) => {
            // The same error: the file has arrived, and is at fault itself. Another: Firefox keeps a failed fetch for as
            // long as the document lives, but doesn't know this name, which is the same file's.
            if (error != first) url += "#";
            return import(url);
        });
    });
};
