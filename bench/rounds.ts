/**
 * Has contenders take turns, so that whatever else the machine does strikes all of them, and gives each one's figures by round. The order
 * moves on by one each round, as it may matter who runs after whom.
 */
export async function takeTurns<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[]
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length]!
      figures[name].push(await contenders[name]())
    }
  }
  return figures
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** The bounds of the middle half of some figures. */
export function quartiles(figures: readonly number[]): { low: number; high: number } {
  return { low: quantile(figures, 0.25), high: quantile(figures, 0.75) }
}

function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]!
  return below + (sorted[Math.ceil(place)]! - below) * (place % 1)
}
