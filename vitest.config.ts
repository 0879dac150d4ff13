import { defineConfig } from 'vitest/config'

const withTable = { globalSetup: ['test/support/table-setup.ts'], testTimeout: 30_000, hookTimeout: 30_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{api,e2e,handlers,laws,local,store,usecases}/**'],
        },
      },
      { test: { name: 'store', include: ['test/store/**/*.test.ts'], ...withTable } },
      { test: { name: 'app', include: ['test/{api,handlers,local,usecases}/**/*.test.ts'], ...withTable } },
      { test: { name: 'laws', include: ['test/laws/**/*.test.ts'], ...withTable, testTimeout: 600_000 } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
})
