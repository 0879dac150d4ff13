import { defineConfig } from 'vitest/config'

/** The tests that read cells, and nothing else: they run for every mutant that they reach. */
export default defineConfig({
  test: {
    include: [
      'test/ingest/{cells,rows,directory-rows,calendar,normalise}.test.ts',
      'test/reading/columns/*.test.ts',
      'test/money/*.test.ts',
    ],
    testTimeout: 60_000,
  },
})
