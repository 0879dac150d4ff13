import { defineConfig } from 'vitest/config'

/**
 * The tests that state how cells are read, and nothing else: they run for every mutant that they reach. Generated columns
 * take a second each, and what they alone caught would be no rule that anybody could look up.
 */
export default defineConfig({
  test: {
    include: [
      'test/remember.test.ts',
      'test/ingest/{cells,rows,directory-rows,calendar,normalise}.test.ts',
      'test/reading/columns/*.test.ts',
      'test/money/*.test.ts',
    ],
    exclude: ['**/*.property.test.ts', '**/real-files.test.ts'],
    testTimeout: 60_000,
  },
})
