// The files of a build, as they come to lie in `dist/`.

import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes files, and then the manifest that names them; what else lies in the folder goes. A file whose bytes are the same is not
 * touched, so that cargo has nothing to compile; another is there whole or not at all, so that a program may read it meanwhile.
 *
 * @param {string} folder
 * @param {Map<string, string | Uint8Array>} files  By their paths in the folder.
 * @param {[path: string, text: string]} manifest
 */
export async function write(folder, files, [path, text]) {
    for (const [path, content] of files) await put(join(folder, path), Buffer.from(content));
    await put(join(folder, path), Buffer.from(text));
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        const known = file.slice(folder.length + 1).replaceAll("\\", "/");
        if (entry.isFile() && known !== path && !files.has(known)) await rm(file, { force: true });
    }
}

/** @param {string} path @param {Buffer} bytes */
async function put(path, bytes) {
    const old = await readFile(path).catch(() => undefined);
    if (old?.equals(bytes)) return;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, bytes);
    await rename(`${path}.new`, path);
}
