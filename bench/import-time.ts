import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare, type Measurement } from './measurement.ts'
import { takeTurns } from './rounds.ts'
import { processMilliseconds } from './timed-process.ts'
import type { Workplace } from './workplace.ts'

const rounds = 15

/** How long a fresh process takes to import. */
export const importTime: Measurement = {
  name: 'import-time',
  about: `What one import adds to the life of a fresh Node process: start to end, less an empty process of the same round. Every file is
in the page cache; Node's cache of compiled code is off.`,
  measure: async (workplace) => {
    const { newestPin } = workplace
    const run = (specifier: string) => importer(workplace, specifier)
    const empty = importer(workplace)
    const turns = await takeTurns(rounds, {
      empty,
      oldest: run('tiktok-shop-openapi/202309'),
      newest: run(`tiktok-shop-openapi/${newestPin}`),
      raw: run(`tiktok-shop-openapi/${newestPin}/raw`),
      shop: run('tiktok-shop'),
      client: run('tiktok-shop-client'),
      sdk: run('tiktok-shop-sdk'),
    })
    const added = (name: keyof typeof turns) => turns[name].map((figure, round) => figure - turns.empty[round]!)
    const goal = { of: 'ours', atMost: 15 } as const
    return [
      compare('202309', 'ms', added('oldest'), 'tiktok-shop-client', added('client'), goal),
      compare('202309', 'ms', added('oldest'), 'tiktok-shop-sdk', added('sdk')),
      compare('202309', 'ms', added('oldest'), 'tiktok-shop', added('shop')),
      compare(newestPin, 'ms', added('newest'), 'tiktok-shop-client', added('client'), goal),
      compare(newestPin, 'ms', added('newest'), '202309', added('oldest')),
      compare(`${newestPin}/raw`, 'ms', added('raw'), newestPin, added('newest')),
    ]
  },
}

/** Runs a file that imports one thing, or nothing. */
export function importer({ app }: Workplace, specifier?: string): () => number {
  const file = join(app, `import-${specifier?.replaceAll(/\W/g, '-') ?? 'nothing'}.mjs`)
  writeFileSync(file, specifier ? `import '${specifier}'\n` : '')
  return () => processMilliseconds([file], app)
}
