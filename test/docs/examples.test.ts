import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { typecheck } from '../typecheck.ts'

const root = new URL('../../', import.meta.url)
const pages = ['README.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
)

/** The TypeScript blocks of a page. A block marked `ts continued` goes on where the one before it ended. */
function examplesOf(page: string): string[] {
  const examples: string[] = []
  const text = readFileSync(new URL(page, root), 'utf8')
  for (const [, mark, code = ''] of text.matchAll(/^```ts( continued)?\n(.*?)^```$/gms)) {
    if (mark) examples.push(`${examples.pop() ?? ''}\n${code}`)
    else examples.push(code)
  }
  return examples
}

const sources = Object.fromEntries(
  pages.flatMap((page) =>
    examplesOf(page).map((code, index) => [
      `${page.replace('.md', '')}.example${index + 1}.ts`,
      `${code}\nexport {}\n`,
    ]),
  ),
)

test('every example of the README and the docs compiles', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(0)
  expect(typecheck(sources)).toEqual([])
})

test('an example with a misspelt argument would fail', () => {
  const code = `import { createClient } from 'tiktok-shop-openapi/202309'
await createClient({ appKey: 'k', appSecret: 's' }).order.getOrderList({ pagesize: 1 })`
  expect(typecheck({ 'misspelt.ts': code }).join()).toContain('pagesize')
})
