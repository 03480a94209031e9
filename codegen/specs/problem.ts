/** One thing that is wrong in an input file: where, what, and what to do about it. */
export interface Problem {
  file: string
  /** The key in the file. */
  at: string
  what: string
  remedy: string
}

/** Thrown when the input cannot be turned into documents; lists every problem, so that one run shows them all. */
export class SpecsError extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(
      problems.map((problem) => `${problem.file}: ${problem.at}\n  ${problem.what}\n  ${problem.remedy}`).join('\n'),
    )
    this.name = 'SpecsError'
    this.problems = problems
  }
}
