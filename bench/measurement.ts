import { median, quartiles } from './rounds.ts'
import type { Workplace } from './workplace.ts'

/** One thing that is measured. */
export interface Measurement {
  /** What `--only` takes. */
  readonly name: string
  /** What is measured and how, in one or two sentences: printed above the figures. */
  readonly about: string
  measure(workplace: Workplace): Promise<Figure[]>
}

/** Ours beside one thing that a user would take instead, both measured in this run. */
export interface Figure {
  readonly what: string
  readonly unit: string
  readonly ours: number
  readonly against: string
  readonly theirs: number
  /** Ours divided by theirs. */
  readonly ratio: number
  /** The middle half of the ratios of all rounds; the same number twice for what is exact. */
  readonly spread: { readonly low: number; readonly high: number }
  readonly rounds: number
  readonly goal: Goal | undefined
  /** Undefined when there is no goal. */
  readonly isMet: boolean | undefined
}

/** What a figure should be. */
export interface Goal {
  readonly of: 'ratio' | 'ours'
  readonly atMost: number
}

/**
 * Compares what was measured in turns: each round gives a ratio, so that a busy moment of the machine strikes both, and the median of the
 * ratios counts.
 */
export function compare(
  what: string,
  unit: string,
  ours: readonly number[],
  against: string,
  theirs: readonly number[],
  goal?: Goal,
): Figure {
  const ratios = ours.map((figure, round) => figure / theirs[round]!)
  const ratio = median(ratios)
  const our = median(ours)
  const isMet = goal && (goal.of === 'ratio' ? ratio : our) <= goal.atMost
  const spread = quartiles(ratios)
  return { what, unit, ours: our, against, theirs: median(theirs), ratio, spread, rounds: ours.length, goal, isMet }
}
