// `npm run kill-test -- --rounds 200 [--postgres] [--seed 7]`: see docs/reliability.md.
import { prepare } from './prepare.mjs';
import { runBundled } from './run-bundled.mjs';

await prepare(['server']);
await runBundled('tests/reliability/kill-test.ts');
