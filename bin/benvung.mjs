#!/usr/bin/env node
import { prepare } from '../scripts/prepare.mjs';

const command = process.argv.slice(2).find((word) => !word.startsWith('-'));
await prepare(command === 'start' ? undefined : ['server']);
const { runCli } = await import('../apps/server/dist/cli.js');
await runCli(process.argv.slice(2));
