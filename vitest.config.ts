import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['tiktok-shop-source'] },
  ssr: { resolve: { conditions: ['tiktok-shop-source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
  },
})
