// What the build for the browser has made: the files of each island, and whether isle can serve them.

import { home } from "./entries.js";
import { Mistake } from "./mistake.js";

/**
 * @typedef {import("vite").Rolldown.RolldownOutput} Output
 * @typedef {import("vite").Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } }} Chunk
 */

/**
 * The chunks by their files.
 *
 * @param {Output} output
 */
export const chunksOf = (output) =>
    new Map(output.output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, /** @type {Chunk} */ (file)]] : [])));

/**
 * The stylesheets that came of an island and of all that it imports, at once or later, in the order in which they apply.
 *
 * @param {Map<string, Chunk>} chunks
 * @param {string} entry
 */
export function stylesOf(chunks, entry) {
    const seen = new Set();
    /** @type {Set<string>} */
    const styles = new Set();
    /** @param {string} file */
    const visit = (file) => {
        const chunk = chunks.get(file);
        if (!chunk || seen.has(file)) return;
        seen.add(file);
        [...chunk.imports, ...chunk.dynamicImports].forEach(visit);
        chunk.viteMetadata?.importedCss.forEach((style) => styles.add(style));
    };
    visit(entry);
    return [...styles];
}

/**
 * A file's served name holds the hash of all that it imports, which has no end where files import each other.
 *
 * @param {Map<string, Chunk>} chunks
 * @param {(id: string) => string} shown  How a module is called in a message.
 */
export function refuseCircles(chunks, shown) {
    /** @type {Set<string>} */
    const done = new Set();
    /** @param {string} file @param {string[]} open */
    const visit = (file, open) => {
        const from = open.indexOf(file);
        if (from >= 0) throw circle(open.slice(from).map((file) => /** @type {Chunk} */ (chunks.get(file))), shown);
        const chunk = chunks.get(file);
        if (!chunk || done.has(file)) return;
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next, [...open, file]);
        done.add(file);
    };
    for (const file of chunks.keys()) visit(file, []);
}

/** @param {Chunk[]} chunks @param {(id: string) => string} shown */
function circle(chunks, shown) {
    /** @param {Chunk} chunk */
    const written = ({ moduleIds }) => moduleIds.findLast((id) => !id.startsWith(home));
    const names = chunks.map((chunk) => shown(chunk.facadeModuleId ?? written(chunk) ?? chunk.fileName));
    return new Mistake(
        `\`${[...names, names[0]].join("` imports `")}\`: a circle of files`,
        "a file's name holds the hash of what it imports, which has no end here: move what both need into a file of its own",
    );
}
