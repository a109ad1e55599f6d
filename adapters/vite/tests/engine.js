// QuickJS, as isle embeds it: the language and nothing else.

import { getQuickJS } from "quickjs-emscripten";

/** A server module's default export, in an engine of its own. */
export async function engine(text) {
    const quickjs = await getQuickJS();
    const runtime = quickjs.newRuntime();
    const context = runtime.newContext();
    const module = context.unwrapResult(context.evalCode(text, "module.js", { type: "module" }));
    const exported = context.getProp(module, "default");
    return {
        /** HTML, or what was thrown. */
        render(...values) {
            const called = context.callFunction(exported, context.undefined, ...values.map((value) => context.newString(value)));
            if (called.error) throw new Error(text_(context, called.error));
            runtime.executePendingJobs();
            const state = context.getPromiseState(called.value);
            if (state.type === "rejected") throw new Error(text_(context, state.error));
            if (state.type === "pending") throw new Error("still pending");
            return context.getString(state.notAPromise ? called.value : state.value);
        },
    };
}

const text_ = (context, handle) => JSON.stringify(context.dump(handle));
