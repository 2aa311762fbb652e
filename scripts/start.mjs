// `npm start`: installs and builds when needed, then runs the server in this same process.
import { prepare } from './prepare.mjs';

await prepare();
const { runCli } = await import('../apps/server/dist/cli.js');
await runCli(['start', ...process.argv.slice(2)]);
