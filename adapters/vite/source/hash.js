// The hash by which isle knows whether a source is what a build has read.

/**
 * 64-bit FNV-1a, its bits mixed once more, as 16 hexadecimal digits: what isle's macros compute of a file.
 *
 * @param {Uint8Array} bytes
 */
export function hash(bytes) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    for (const factor of [0xff51afd7ed558ccdn, 0xc4ceb9fe1a85ec53n]) hash = BigInt.asUintN(64, (hash ^ (hash >> 33n)) * factor);
    return (hash ^ (hash >> 33n)).toString(16).padStart(16, "0");
}
