import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['tiktok-shop-source'] },
  ssr: { resolve: { conditions: ['tiktok-shop-source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    // Far above what any test takes: it ends what hangs, and must not judge how busy the machine is.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
