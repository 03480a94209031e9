import { groupName, groupNodes, type ComponentGroup } from './component-groups.ts'
import { componentNodes, type ComponentNode } from './component-nodes.ts'
import { mergeShapes } from './merge-shapes.ts'
import type { Operation, Shape } from '../model.ts'
import type { NamesFile } from '../read/names-file.ts'
import type { Problem } from '../problem.ts'
import { resolveShortNames } from './short-names.ts'

/** The components of one document: each with its shape, and for every shape that stands for one, its name. */
export interface Components {
  shapes: Map<string, Shape>
  /** The component's name of an object or a code list. */
  nameOf: (shape: Shape) => string
  /** The entries of `names.yaml` that this document has a place for. */
  usedEntries: Set<string>
  /** All places of the document, for messages. */
  places: string[]
}

const fixedNames = ['Envelope']

/** Names the nested shapes and code lists of one document, and merges those that share a short name. */
export function nameComponents(operations: Operation[], names: NamesFile, problems: Problem[]): Components {
  const { version = '', domain = '' } = operations[0] ?? {}
  const nodes = operations.flatMap(componentNodes)
  const { shortNames, used } = resolveShortNames(version, domain, nodes, names, problems)
  const groups = groupNodes(nodes, shortNames)
  const componentNames = new Map<Shape, string>()
  const shapes = new Map<string, Shape>()
  const firstPlaces = new Map<string, string>(fixedNames.map((name) => [name, `the fixed component ${name}`]))
  for (const group of new Set(groups.values())) {
    const name = groupName(group, groups)
    const [node] = group.nodes as [ComponentNode]
    const fail = (what: string, remedy: string) => {
      problems.push({ file: names.file, at: `${domain}.${name} (${version})`, what, remedy })
    }
    const other = firstPlaces.get(name)
    if (other !== undefined) {
      const remedy = `Add a name for one of them: ${domain}: { ${proposeName(node, name)}: ['${node.place}'] }.`
      fail(`Both ${other} and ${node.place} would be ${name}.`, remedy)
    }
    firstPlaces.set(name, node.place)
    checkGroup(group, groups, fail)
    const merged = mergeShapes(
      group.nodes.map(({ shape }) => shape),
      (place, what) => {
        fail(
          `The field ${place === '' ? name : place} ${what} in different places.`,
          'Only places with the same types can share a name.',
        )
      },
    )
    shapes.set(name, merged)
    for (const { shape } of group.nodes) componentNames.set(shape, name)
  }
  nameMerged(shapes, groups, componentNames)
  return {
    shapes,
    nameOf: (shape) => componentNames.get(shape) ?? '',
    usedEntries: used,
    places: nodes.map(({ place }) => place),
  }
}

function proposeName(node: ComponentNode, name: string): string {
  return node.kind === 'codes' ? `${name}Code` : `${name}Info`
}

/** Requests must agree in full, since a request that lacks a required field of the other place is refused. */
function checkGroup(
  group: ComponentGroup,
  groups: Map<ComponentNode, ComponentGroup>,
  fail: (what: string, remedy: string) => void,
): void {
  const [first] = group.nodes as [ComponentNode]
  for (const node of group.nodes) {
    const remedy = 'Give the places names of their own.'
    if (node.kind !== first.kind) fail(`${first.place} and ${node.place} are an object and a code list.`, remedy)
    if (node.kind === 'codes') continue
    if (node.section === 'data' && first.section === 'data') continue
    const [here, there] = [fieldMarks(node.shape), fieldMarks(first.shape)]
    const different = [...new Set([...here, ...there])].filter((mark) => !here.has(mark) || !there.has(mark))
    if (different.length === 0) continue
    fail(`${first.place} and ${node.place} differ in ${different.join(', ')}; what is sent must be the same.`, remedy)
  }
  for (const child of group.nodes.flatMap((node) => [...node.children.values()])) {
    for (const node of group.nodes) {
      const sibling = node.children.get(child.step)
      if (!sibling || groups.get(sibling) === groups.get(child)) continue
      fail(`${child.place} and ${sibling.place} have different short names.`, 'Give both the same name.')
    }
  }
}

function fieldMarks(shape: Shape): Set<string> {
  return new Set([...(shape.fields ?? [])].map(([name, field]) => name + (field.required ? ' (required)' : '')))
}

/** Names the objects and code lists inside merged shapes, which are copies of those that have a name. */
function nameMerged(
  shapes: Map<string, Shape>,
  groups: Map<ComponentNode, ComponentGroup>,
  names: Map<Shape, string>,
): void {
  for (const group of new Set(groups.values())) {
    const merged = shapes.get(names.get(group.nodes[0]?.shape ?? { type: 'object' }) ?? '')
    for (const child of group.nodes.flatMap((node) => [...node.children.values()])) {
      const name = names.get(child.shape)
      const copy = merged && shapeBelow(merged, child.step)
      if (copy && name !== undefined) names.set(copy, name)
    }
  }
}

function shapeBelow(shape: Shape, step: string): Shape | undefined {
  let below = shape.fields?.get(step.replaceAll('[]', ''))
  for (let depth = step.split('[]').length - 1; depth > 0; depth--) below = below?.items
  return below
}
