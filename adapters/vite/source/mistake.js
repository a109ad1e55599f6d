// What is wrong with a project, and what to do about it.

export class Mistake extends Error {
    /**
     * @param {string} message
     * @param {string} help
     */
    constructor(message, help) {
        super(`isle: ${message}\nhelp: ${help}`);
        this.name = "Mistake";
        this.stack = this.message;
    }
}

/**
 * Words as a sentence lists them.
 *
 * @param {string[]} words
 */
export const list = (words, last = "and") =>
    words.length > 1 ? `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}` : `${words[0]}`;
