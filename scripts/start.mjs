// `npm start`: installs and builds when needed, then runs the server in this same process.
import { prepare } from './prepare.mjs';

// npm stops only the shell it started; this process notices that its parent is gone and stops as if asked.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

await prepare();
const { runCli } = await import('../apps/server/dist/cli.js');
await runCli(['start', ...process.argv.slice(2)]);
