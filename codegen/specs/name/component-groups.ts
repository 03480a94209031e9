import type { ComponentNode } from './component-nodes.ts'
import { operationPrefix } from './operation-names.ts'
import { pascalCase, singularise, splitWords } from '../words.ts'

/** Places that become one component. */
export interface ComponentGroup {
  nodes: ComponentNode[]
  /** The short name, where `names.yaml` gives one. */
  shortName?: string
}

/**
 * Puts places together: those that share a short name, and below these the places that are reached by the same steps,
 * unless a short name of its own takes one out.
 */
export function groupNodes(
  nodes: ComponentNode[],
  shortNames: Map<ComponentNode, string>,
): Map<ComponentNode, ComponentGroup> {
  const keys = groupKeys(nodes, shortNames)
  const byKey = new Map<string, ComponentGroup>()
  const names = new Set(shortNames.values())
  return new Map(
    nodes.map((node) => {
      const key = keys.get(node) ?? node.place
      const group = byKey.get(key) ?? (names.has(key) ? { nodes: [], shortName: key } : { nodes: [] })
      byKey.set(key, group)
      group.nodes.push(node)
      return [node, group]
    }),
  )
}

/** Gives each place a key that it shares with the places of its group: the short name, or the holder's key and the step. */
function groupKeys(nodes: ComponentNode[], shortNames: Map<ComponentNode, string>): Map<ComponentNode, string> {
  const keys = new Map<ComponentNode, string>()
  // A name given in one place holds for the same step in all places of the holder's group, which may only be known
  // after a first pass.
  const given = new Map<string, string>()
  for (let changed = true; changed;) {
    changed = false
    for (const node of nodes) {
      const path = node.parent ? `${keys.get(node.parent) ?? ''}.${node.step}` : node.place
      const shortName = shortNames.get(node)
      if (shortName !== undefined) given.set(path, shortName)
      const key = shortName ?? given.get(path) ?? path
      changed ||= keys.get(node) !== key
      keys.set(node, key)
    }
  }
  return keys
}

/** The name of a group: its short name, or that of the holder and the path from there, arrays in the singular. */
export function groupName(group: ComponentGroup, groups: Map<ComponentNode, ComponentGroup>): string {
  if (group.shortName !== undefined) return group.shortName
  const [node] = group.nodes as [ComponentNode]
  const operation = operationPrefix(node.operation)
  const words = splitWords(node.step.replaceAll('[]', ''))
  const own = pascalCase(node.step.endsWith('[]') ? singularise(words) : words)
  if (node.section === 'parameters') return operation + own
  const holder = node.parent && groups.get(node.parent)
  if (!holder) return operation + (node.section === 'body' ? 'Request' : 'Data')
  const isData = node.parent?.section === 'data' && node.parent.step === '' && holder.shortName === undefined
  return (isData && node.kind === 'object' ? operation : groupName(holder, groups)) + own
}
