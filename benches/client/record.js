// Figures as lines of JSON, beside those of the other benchmarks.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A benchmark's figures, while it measures; `what` says in a sentence what is measured, and how often. */
export class Record {
    #lines = [];
    #name;
    #what;
    #started = performance.now();

    constructor(name, what) {
        this.#name = name;
        this.#what = what;
    }

    /** A cell of a table, and how many times another row's it is, where that is said. */
    figure(table, row, column, value, unit, ratio) {
        this.#lines.push({ is: "figure", table, row, column, value, unit, ratio });
    }

    /** Something that has a limit; gives back whether it is kept. */
    limit(name, value, most) {
        this.#lines.push({ is: "limit", name, value, most, digits: Number.isInteger(value) ? 0 : 3 });
        return value <= most;
    }

    /** Writes the file into `report` in the target folder. */
    async save() {
        const seconds = Math.round((performance.now() - this.#started) / 1000);
        const when = new Date().toISOString().slice(0, 16).replace("T", " ");
        const lines = [{ is: "run", when, seconds, what: this.#what }, ...this.#lines];
        const target = process.env.CARGO_TARGET_DIR || fileURLToPath(new URL("../target", import.meta.url));
        const folder = join(target, "report");
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, `${this.#name}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    }
}
