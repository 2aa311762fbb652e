// `npm run kill-test -- --rounds 200 [--postgres] [--seed 7] [--procedure]`: see docs/reliability.md.
import { prepare } from './prepare.mjs';
import { runBundled } from './run-bundled.mjs';

await prepare(['server']);
const procedure = process.argv.includes('--procedure');
if (procedure) process.argv = process.argv.filter((word) => word !== '--procedure');
await runBundled(`tests/reliability/${procedure ? 'procedure-kill-test' : 'kill-test'}.ts`);
