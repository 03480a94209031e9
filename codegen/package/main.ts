import { rmSync } from 'node:fs'
import { compile } from './compile.ts'
import { compactSpecs } from './compact-specs.ts'

/** `npm run build`: writes dist/ anew, the same for the same sources. */
const root = new URL('../../', import.meta.url)
const dist = new URL('dist/', root)

rmSync(dist, { recursive: true, force: true })
const problems = compile(root)
if (problems) {
  console.error(problems)
  process.exitCode = 1
} else compactSpecs(new URL('specs/', root), new URL('specs/', dist))
