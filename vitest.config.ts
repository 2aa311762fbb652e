import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, begun first: begun last, it would leave one of two cores without work. */
const LONGEST = [
  'tests/browser/office.test',
  'load-demonstration.db.test',
  'command-line.db.test',
  'list-round-trip.db.test',
  'every-endpoint.test',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.includes(name));
      return at < 0 ? LONGEST.length : at;
    };
    return sorted.sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['apps/server/src/platform/testing/global-setup.ts'],
    include: [
      'packages/**/*.test.ts',
      'apps/server/**/*.test.ts',
      'apps/web/**/*.test.{ts,tsx}',
      'tests/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    env: { TZ: 'America/Los_Angeles' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Files share a worker: nothing of ours keeps state between them, and loading every module anew took a third of the time.
    isolate: false,
    // What was compiled once is kept beside the packages, for the next run and for another version of Node.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongestFirst },
  },
});
