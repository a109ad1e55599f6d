// A copy of the example, for tests that change it.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const parts = ["Cargo.lock", "package.json", "svelte.config.js", "tsconfig.json", "vite.config.js", "components", "src"];

export class Copy {
    static async make(test) {
        const copy = new Copy();
        copy.root = await mkdtemp(join(tmpdir(), "isle-tsx-"));
        test.after(() => rm(copy.root, { recursive: true, force: true, maxRetries: 5 }));
        for (const part of parts) await cp(here(part), join(copy.root, part), { recursive: true });
        await symlink(here("node_modules"), join(copy.root, "node_modules"));
        // Another name, so that the two programs lie side by side in cargo's folder.
        const manifest = (await readFile(here("Cargo.toml"), "utf8")).replace("../../runtime", here("../../runtime")).replace('name = "tsx"', 'name = "tsx-copy"');
        await writeFile(join(copy.root, "Cargo.toml"), manifest);
        await copy.edit("Cargo.lock", 'name = "tsx"', 'name = "tsx-copy"');
        return copy;
    }

    async edit(path, from, to) {
        const text = await readFile(join(this.root, path), "utf8");
        if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
        await writeFile(join(this.root, path), text.replaceAll(from, to));
    }

    /** Runs a command in it; what it said, and whether it ended well. */
    async run(program, args, env = {}) {
        const options = { cwd: this.root, env: { ...process.env, CARGO_TARGET_DIR: here("target"), ...env } };
        return promisify(execFile)(program, args, options).then(
            ({ stdout, stderr }) => ({ ok: true, said: stdout + stderr }),
            ({ stdout, stderr }) => ({ ok: false, said: stdout + stderr }),
        );
    }

    async done(program, args, env) {
        const { ok, said } = await this.run(program, args, env);
        if (!ok) throw new Error(`${program} ${args.join(" ")}: ${said}`);
    }

    program = here("target/debug/tsx-copy");
}
