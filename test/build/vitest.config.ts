import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // A worker for every core: by default one is kept free, which on two cores is half of them.
    maxWorkers: '100%',
  },
})
