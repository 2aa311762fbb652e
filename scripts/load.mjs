// `npm run load -- --officers 200 --households 300000`: see docs/reliability.md.
import { prepare } from './prepare.mjs';
import { runBundled } from './run-bundled.mjs';

await prepare(['server']);
await runBundled('tests/reliability/load-test.ts', ['--max-old-space-size=4096']);
