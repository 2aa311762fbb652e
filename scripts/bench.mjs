// Bundles bench/main.ts and runs it: `npm run bench -- --help` lists the sizes.
import { runBundled } from './run-bundled.mjs';

await runBundled('bench/main.ts', ['--max-old-space-size=6144']);
