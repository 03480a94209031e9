import type { JsonObject } from '../emit/emit-schema.ts'

/** How many fields and parameters the documents have, and how many of them are described. */
export interface Coverage {
  described: number
  total: number
  /** Names without a description, commonest first. */
  missing: [name: string, count: number][]
}

/** Counts the fields of all components and all parameters, as they stand in the documents; the envelope is left out. */
export function countCoverage(documents: Iterable<object>): Coverage {
  const missing = new Map<string, number>()
  let [described, total] = [0, 0]
  const count = (name: string, value: JsonObject) => {
    total += 1
    if (value['description'] !== undefined) described += 1
    else missing.set(name, (missing.get(name) ?? 0) + 1)
  }
  for (const document of documents) {
    const { components, paths } = document as CountedDocument
    for (const [component, schema] of Object.entries(components.schemas)) {
      if (component === 'Envelope') continue
      for (const [name, field] of Object.entries(schema.properties ?? {})) count(name, field)
    }
    for (const { parameters } of Object.values(paths).flatMap((item) => Object.values(item))) {
      for (const parameter of parameters ?? []) count(parameter['name'] as string, parameter)
    }
  }
  return { described, total, missing: [...missing].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)) }
}

interface CountedDocument {
  components: { schemas: Record<string, { properties?: Record<string, JsonObject> }> }
  paths: Record<string, Record<string, { parameters?: JsonObject[] }>>
}
