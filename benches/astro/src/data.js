// The values that all servers show.
import { readFileSync } from "node:fs";

export default JSON.parse(readFileSync(process.env.ISLE_BENCH_DATA, "utf8"));
