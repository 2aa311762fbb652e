// `node scripts/upgrade-release.mjs NAME`: keeps what the upgrade test needs of this release, see CONTRIBUTING.md.
import { runBundled } from './run-bundled.mjs';

await runBundled('tests/upgrade/make-release.ts');
