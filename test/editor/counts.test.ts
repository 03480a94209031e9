import { afterAll, beforeAll, expect, test } from 'vitest'
import { countsOf } from './counts.ts'
import { fixture, makeProject, type Project } from './project.ts'

let project: Project

beforeAll(async () => {
  project = await makeProject({ 'calls.ts': fixture('thirty-calls.ts') })
}, 300_000)

afterAll(() => project?.remove())

test('30 different calls on the newest pin take at most 1,000 types, and 8 instantiations each', async () => {
  const { types, instantiations } = await countsOf(project.folder, 'calls.ts')
  expect(types).toBeLessThanOrEqual(1_000)
  // The goal is 100 in all. An awaited `Call` takes 7, as any interface that extends Promise does.
  expect(instantiations).toBeLessThanOrEqual(240)
})
