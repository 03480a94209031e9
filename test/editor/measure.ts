import { countsOf, type Counts } from './counts.ts'
import { openEditor, type Editor } from './editor.ts'
import { filesOfPlaces, places } from './places.ts'
import { fixture, makeProject } from './project.ts'

/** Prints what the editor takes: `node --conditions=tiktok-shop-source test/editor/measure.ts`. Figures hang on the machine; counts do not. */
const calls = 'calls.ts'
const files = { ...filesOfPlaces, [calls]: fixture('thirty-calls.ts') }
const rounds = 21
const project = await makeProject({ ...files, 'empty.ts': 'export {}\n' })
const editor = openEditor(project.folder, files)
try {
  const rows = [
    ...(await completionTimes(editor)),
    await recheckTime(editor),
    ...(await compilerFigures(project.folder)),
  ]
  console.table(Object.fromEntries(rows.map(({ what, ...figures }) => [what, figures])))
} finally {
  editor.close()
  project.remove()
}

interface Row {
  what: string
  figure: number
  goal: number
}

/** Each list is asked for behind a letter typed after the one before, as nothing would be left to do in an unchanged file. */
async function completionTimes({ offered, type }: Editor): Promise<Row[]> {
  const rows: Row[] = []
  for (const { file, behind } of Object.values(places)) {
    await offered(file, behind)
    const complete = async () => {
      const takeOut = type(file, behind, 'a')
      const names = await offered(file, behind)
      takeOut()
      if (names.length === 0) throw new Error(`Nothing is offered behind ${behind}`)
    }
    rows.push({ what: `completion at ${behind} (ms)`, figure: await medianOf(complete), goal: 100 })
  }
  return rows
}

async function recheckTime({ errors, type }: Editor): Promise<Row> {
  await errors(calls)
  const recheck = async () => {
    const takeOut = type(calls, "order_status: 'AWAITING_SHIPMENT'", ', create_time_ge: false')
    const found = await errors(calls)
    takeOut()
    if (found.length !== 1) throw new Error(`One error was to be found:\n${found.join('\n')}`)
  }
  return { what: 're-check after an edit (ms)', figure: await medianOf(recheck), goal: 150 }
}

async function compilerFigures(folder: string): Promise<Row[]> {
  const counts: Counts[] = []
  const empty: Counts[] = []
  for (let round = 0; round < 5; round++) {
    counts.push(await countsOf(folder, calls))
    empty.push(await countsOf(folder, 'empty.ts'))
  }
  const check = median(counts.map(({ checkSeconds }) => checkSeconds)) - median(empty.map((one) => one.checkSeconds))
  return [
    { what: 'types', figure: counts[0]!.types, goal: 1_000 },
    { what: 'instantiations', figure: counts[0]!.instantiations, goal: 100 },
    { what: 'check on top of an empty file (s)', figure: Number(check.toFixed(2)), goal: 0.15 },
  ]
}

/** Median of what it takes, in whole milliseconds. */
async function medianOf(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return Math.round(median(times))
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
