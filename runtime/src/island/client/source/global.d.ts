/** Set by the build: whether this is the script of debug builds. */
declare const DEBUG: boolean;
/** Set by the build: whether any island of the site waits. Where none does, directives are not looked at. */
declare const WAITS: boolean;
