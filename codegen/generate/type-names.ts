import type { DomainModel, OperationModel, TypeTexts } from './model.ts'
import { referenceName, type Schema } from './document.ts'
import { pascalCase } from './names.ts'

const reference = /components\["schemas"\]\["([^"\]]+)"\]/g

/** Replaces the references of openapi-typescript (`components["schemas"]["Order"]`) by names. */
export function withNames(text: string, nameOf: (component: string) => string = (component) => component): string {
  return text.replaceAll(reference, (_, component: string) => nameOf(component))
}

/** Returns the type of `data`: the name of its shape, or its text where it has no name. */
export function dataType(operation: OperationModel, types: TypeTexts): string {
  const name = referenceName(operation.data)
  return name ?? (types.components.has(`${operation.typeName}Data`) ? `${operation.typeName}Data` : 'unknown')
}

/** Returns the type of a simple schema: a name, a primitive, or an array of these. */
export function simpleType(schema: Schema): string {
  const name = referenceName(schema)
  if (name !== undefined) return name
  if (schema['x-64-bit-id']) return 'string'
  if (schema.type === 'array' && schema.items) return `${simpleType(schema.items)}[]`
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  return schema.type === 'string' || schema.type === 'boolean' ? schema.type : 'Record<string, unknown>'
}

/** Lists the names of `from` that occur in the texts as whole words. */
export function namesUsed(from: readonly string[], texts: readonly string[]): string[] {
  return from.filter((name) => {
    const word = new RegExp(`(?<![\\w$.])${name}(?![\\w$])`)
    return texts.some((text) => word.test(text))
  })
}

/** Name of the interface of a domain's methods: `OrderOperations`. */
export function operationsTypeName({ domainKey }: Pick<DomainModel, 'domainKey'>): string {
  return `${pascalCase(domainKey)}Operations`
}

/** Name of the interface of a client that has one domain alone: `OrderClient`. */
export function clientTypeName({ domainKey }: Pick<DomainModel, 'domainKey'>): string {
  return `${pascalCase(domainKey)}Client`
}
