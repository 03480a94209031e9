import type { Operation, Shape } from '../model.ts'

/** A place where an object or a code list stands, that is, where a component is needed. */
export interface ComponentNode {
  operation: Operation
  section: 'parameters' | 'body' | 'data'
  /** `GetOrderList.data.orders[]` */
  place: string
  kind: 'object' | 'codes'
  shape: Shape
  /** How it is reached from the parent: `orders[]`; empty for a body or data itself. */
  step: string
  parent?: ComponentNode
  children: Map<string, ComponentNode>
}

/** Collects the places of all objects and code lists of an operation, parents before children. */
export function componentNodes(operation: Operation): ComponentNode[] {
  const nodes: ComponentNode[] = []
  const collect = (shape: Shape, step: string, parent: ComponentNode | undefined, root: Root) => {
    const kind = shape.type === 'object' ? 'object' : shape.codes ? 'codes' : undefined
    if (shape.type === 'array' && shape.items) collect(shape.items, `${step}[]`, parent, root)
    if (!kind) return
    const above = parent?.place ?? `${operation.name}.${root}`
    const node: ComponentNode = {
      operation,
      section: root,
      place: step === '' ? above : `${above}.${step}`,
      kind,
      shape,
      step,
      children: new Map(),
    }
    if (parent) node.parent = parent
    parent?.children.set(step, node)
    nodes.push(node)
    for (const [name, field] of shape.fields ?? []) collect(field, name, node, root)
  }
  for (const { name, shape } of operation.parameters) collect(shape, name, undefined, 'parameters')
  if (operation.body) collect(operation.body, '', undefined, 'body')
  collect(operation.data, '', undefined, 'data')
  return nodes
}

type Root = ComponentNode['section']
