#!/usr/bin/env node
import { prepare } from '../scripts/prepare.mjs';

await prepare(process.argv[2] === 'start' ? undefined : ['server']);
const { runCli } = await import('../apps/server/dist/cli.js');
await runCli(process.argv.slice(2));
