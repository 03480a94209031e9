import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readSurface, recordOf, versions } from './surface.ts'

/** `npm run surface`: records the public type surface of every version as it is now; the diff is what a reviewer looks at. */
const folder = new URL('surface/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [version, surface] of Object.entries(await readSurface()))
  writeFileSync(recordOf(version), JSON.stringify(surface, null, 1) + '\n')
for (const name of readdirSync(folder).filter((file) => !versions.includes(file.replace('.json', '')))) rmSync(new URL(name, folder))
