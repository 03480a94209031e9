import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { compare, type Figure, type Measurement } from './measurement.ts'
import type { Workplace } from './workplace.ts'

/** What a user's bundle grows by. */
export const bundleSize: Measurement = {
  name: 'bundle-size',
  about: 'KB of what an app that makes one client needs: bundled with esbuild for Node, minified, gzip.',
  async measure(workplace) {
    const { newestPin } = workplace
    const pin = (entry: string) => kilobytes(workplace, `export { createClient } from 'tiktok-shop-openapi/${entry}'`)
    const whole = await pin('202309')
    const newest = await pin(newestPin)
    const client = await kilobytes(workplace, `export { TikTokClient } from 'tiktok-shop-client'`)
    const byHand = fileURLToPath(new URL('by-hand.ts', import.meta.url))
    const peers = {
      'tiktok-shop-sdk': await kilobytes(workplace, `export { TikTokShopSDK } from 'tiktok-shop-sdk'`),
      'tiktok-shop (signs only)': await kilobytes(workplace, `export { default } from 'tiktok-shop'`),
      'one call by hand': await kilobytes(workplace, `export * from '${byHand}'`),
    }
    return [
      figure('202309', whole, 'tiktok-shop-client', client, 10),
      ...Object.entries(peers).map(([name, size]) => figure('202309', whole, name, size)),
      figure(newestPin, newest, 'tiktok-shop-client', client, 14),
      figure(newestPin, newest, '202309', whole),
      ...(await domainAlone(workplace, whole)),
    ]
  },
}

async function domainAlone(workplace: Workplace, whole: number): Promise<Figure[]> {
  const manifest = readFileSync(join(workplace.app, 'node_modules/tiktok-shop-openapi/package.json'), 'utf8')
  const { exports } = JSON.parse(manifest) as { exports: object }
  if (!('./202309/*' in exports)) return []
  const size = await kilobytes(workplace, `export * from 'tiktok-shop-openapi/202309/order'`)
  return [figure('202309/order', size, '202309', whole, 8)]
}

/** What a module weighs with all that it needs. */
export async function kilobytes({ app }: Workplace, contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: app },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1000
}

/** A size is exact: there is nothing to repeat. */
function figure(what: string, ours: number, against: string, theirs: number, atMost?: number): Figure {
  return compare(what, 'KB', [ours], against, [theirs], atMost === undefined ? undefined : { of: 'ours', atMost })
}
