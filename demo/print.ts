import { styleText } from 'node:util'
import type { FakeShop } from '../testing/index.ts'

/** Prints what is tried, and the call that a user would write for it. */
export function heading(title: string, code?: string): void {
  console.log(`\n${styleText('bold', title)}${code === undefined ? '' : `\n  ${styleText('cyan', code)}`}`)
}

/** Prints one line of the outcome. */
export function note(text: string): void {
  console.log(`  ${text}`)
}

/** Prints rows under their column names, columns padded to the widest cell. */
export function table(columns: string[], rows: unknown[][]): void {
  const cells = rows.map((row) => row.map(String))
  const widths = columns.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  note(styleText('underline', line(columns)))
  for (const row of cells) note(line(row))
}

/** Makes a function that prints the requests which the shop has judged since it was last called. */
export function requestsOf(shop: FakeShop): () => void {
  let printed = 0
  return () => {
    for (const { method, path, verdict } of shop.requests.slice(printed)) {
      const mark = verdict.accepted ? styleText('green', '✔') : styleText('red', '✘')
      note(`${mark} ${styleText('dim', `${method} ${path} → HTTP ${verdict.status}, code ${verdict.code}`)}`)
    }
    printed = shop.requests.length
  }
}
