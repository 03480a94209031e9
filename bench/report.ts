import type { Figure, Goal } from './measurement.ts'

/** Writes the figures of one measurement as a table for the terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    quantity(figure.ours, figure.unit),
    figure.against,
    quantity(figure.theirs, figure.unit),
    ratioText(figure.ratio),
    figure.spread.low === figure.spread.high ? '' : `${ratioText(figure.spread.low)}-${ratioText(figure.spread.high)}`,
    goalText(figure.goal, figure.isMet, figure.unit),
  ])
  const all = [['', 'ours', 'against', 'theirs', 'ratio', 'middle half', 'goal'], ...rows]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  const isText = (column: number) => column === 0 || column === 2 || column === 6
  const pad = (cell: string, column: number) =>
    isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)
  return all.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}

function goalText(goal: Goal | undefined, isMet: boolean | undefined, unit: string): string {
  if (!goal) return ''
  const what = goal.of === 'ratio' ? `${ratioText(goal.atMost)} times` : quantity(goal.atMost, unit)
  return `at most ${what}: ${isMet ? 'met' : 'MISSED'}`
}

function quantity(value: number, unit: string): string {
  return `${number(value)} ${unit}`.trimEnd()
}

function ratioText(ratio: number): string {
  return ratio >= 0.1 ? ratio.toFixed(2) : ratio.toPrecision(2)
}

function number(value: number): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}
