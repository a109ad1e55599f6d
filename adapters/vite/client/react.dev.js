// What React's hot replacement wants to find before the first component is read.

// @ts-ignore: Vite's React plugin makes it.
import { injectIntoGlobalHook } from "/@react-refresh";

injectIntoGlobalHook(window);
Object.assign(window, {
    $RefreshReg$() {},
    $RefreshSig$: () => /** @param {unknown} type */ (type) => type,
});
