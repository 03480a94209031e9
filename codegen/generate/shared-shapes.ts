import type { Problem } from '../specs/problem.ts'
import { pointer, type Schema } from './document.ts'
import type { ComponentModel, DomainModel } from './model.ts'
import { clientTypeName, operationsTypeName } from './type-names.ts'

/** The shapes that several domains of a version have, and the names that stand for different things. */
export interface SharedShapes {
  /** By name, with the domain whose words are taken. */
  shared: Map<string, { model: DomainModel; component: ComponentModel }>
  problems: Problem[]
}

/** Finds the types that more than one domain names: equal ones are written once, different ones are a problem, as the index exports them all. */
export function findSharedShapes(models: readonly DomainModel[]): SharedShapes {
  const shared: SharedShapes['shared'] = new Map()
  const problems: Problem[] = []
  const first = new Map<string, { model: DomainModel; component?: ComponentModel; facts: string }>()
  for (const model of models) {
    for (const [name, component] of namesOf(model)) {
      const facts = component ? factsOf(model, component.schema) : ''
      const before = first.get(name)
      if (!before) {
        first.set(name, { model, ...(component && { component }), facts })
      } else if (component && before.component && facts === before.facts) {
        const sent = before.component.sent || component.sent
        const received = before.component.received || component.received
        const merged = shared.get(name)?.component ?? before.component
        shared.set(name, {
          model: before.model,
          component: { ...merged, sent: merged.sent || sent, received: merged.received || received },
        })
      } else {
        const what = `"${name}" is in ${before.model.file} too, and stands for something else there`
        const remedy = 'Give one of the two another name (of this project: in specs/supplement/names.yaml).'
        problems.push({ file: model.file, at: pointer('components', 'schemas', name), what, remedy })
      }
    }
  }
  return { shared, problems }
}

/** Lists the names of types that the file of a domain declares or passes on from the shared ones, with the component that each stands for. */
export function* namesOf(model: DomainModel): Generator<[string, ComponentModel | undefined]> {
  for (const component of model.components.values()) {
    yield [component.name, component]
    if (component.kind === 'codes') yield [`Known${component.name}`, component]
  }
  for (const { typeName, arguments: all } of model.operations) {
    yield [typeName, undefined]
    if (all.length > 0) yield [`${typeName}Arguments`, undefined]
  }
  yield [operationsTypeName(model), undefined]
  yield [clientTypeName(model), undefined]
}

/** Everything that makes a difference to the type, and nothing of what is said about it. */
function factsOf(model: DomainModel, schema: Schema, above: readonly string[] = []): string {
  return JSON.stringify(schema, (key, value: unknown) => {
    if (key === 'description') return undefined
    if (key !== '$ref' || typeof value !== 'string' || above.includes(value)) return value
    const target = model.document.components?.schemas?.[value.split('/').pop() ?? '']
    return target ? `${value} ${factsOf(model, target, [...above, value])}` : value
  })
}
