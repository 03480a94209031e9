import { legacyVersion } from '../model.ts'
import type { ComponentNode } from './component-nodes.ts'
import { groupBy } from '../group-by.ts'
import { placeInVersion } from '../place.ts'
import type { NamesFile } from '../read/names-file.ts'
import type { Problem } from '../problem.ts'

/** The places of one document, and which short name each has. */
export interface NamedPlaces {
  shortNames: Map<ComponentNode, string>
  /** The entries (`order.Order Order.line_items[]`) that name a place of this document. */
  used: Set<string>
}

/** Finds the places of a domain's short names among those of one version. */
export function resolveShortNames(
  version: string,
  domain: string,
  nodes: ComponentNode[],
  names: NamesFile,
  problems: Problem[],
): NamedPlaces {
  const entries = names.names[domain] ?? {}
  const byPlace = groupBy(nodes, (node) => node.place)
  const used = new Set<string>()
  const members = new Map<string, ComponentNode[]>()
  const resolve = (shortName: string): ComponentNode[] => {
    const known = members.get(shortName)
    if (known) return known
    const found: ComponentNode[] = []
    members.set(shortName, found)
    for (const entry of entries[shortName] ?? []) {
      const place = placeInVersion(entry, version, legacyVersion)
      if (place === undefined) continue
      const nodesThere = absolutePlaces(place, entries, resolve).flatMap((one) => byPlace.get(one) ?? [])
      if (nodesThere.length > 0) used.add(entryKey(domain, shortName, entry))
      found.push(...nodesThere)
    }
    return found
  }
  const shortNames = new Map<ComponentNode, string>()
  for (const shortName of Object.keys(entries)) {
    for (const node of resolve(shortName)) {
      const other = shortNames.get(node)
      shortNames.set(node, shortName)
      if (other === undefined || other === shortName) continue
      const what = `${node.place} is also named ${other}.`
      problems.push({
        file: names.file,
        at: `${domain}.${shortName}`,
        what,
        remedy: 'Keep it under one of the two names.',
      })
    }
  }
  return { shortNames, used }
}

/** How an entry is told apart from the others: `order.Order GetOrderList.data.orders[]`. */
export function entryKey(domain: string, shortName: string, place: string): string {
  return `${domain}.${shortName} ${place}`
}

/** A place that begins with a short name stands for as many places as the short name has. */
function absolutePlaces(
  place: string,
  entries: Record<string, string[]>,
  resolve: (shortName: string) => ComponentNode[],
): string[] {
  const [, first = '', rest = ''] = /^([A-Za-z0-9_-]+)(.*)$/.exec(place) ?? []
  const second = rest.slice(1).split(/[.[]/)[0] ?? ''
  const isOperation = ['parameters', 'body', 'data'].includes(second) && !(first in entries)
  return isOperation ? [place] : resolve(first).map((node) => node.place + rest)
}
