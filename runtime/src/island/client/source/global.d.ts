/** Set by the build: whether this is the script of debug builds. */
declare const DEBUG: boolean;
