import { resolve, type Found, type Schema } from '../specs.ts'

/**
 * Makes the flat arguments of an operation from its spec: every parameter and every field of the body, each with a value that its schema
 * allows. The token that selects a page is left out, as only the service knows its values.
 */
export function argumentsFromSpec({ document, operation }: Found): Record<string, unknown> {
  const { style, parameter, sizeParameter } = operation['x-pagination'] ?? {}
  const value = (schema: Schema, name: string): unknown => {
    // A few operations take the size of a page as a string of digits.
    if (name === sizeParameter && schema.type === 'string') return '20'
    return valueOf((given) => resolve(document, given), schema, name)
  }
  const fromParameters = (operation.parameters ?? []).map(({ name, schema }) => [name, value(schema, name)] as const)
  const content = operation['x-request-body-not-sent'] ? undefined : operation.requestBody?.content
  const body = Object.values(content ?? {})[0]?.schema
  const fromBody = Object.entries(body ? (resolve(document, body).properties ?? {}) : {}).map(
    ([name, schema]) => [name, value(schema, name)] as const,
  )
  const token = style === 'token' || style === 'cursor' ? parameter : undefined
  return Object.fromEntries([...fromBody, ...fromParameters].filter(([name]) => name !== token))
}

function valueOf(follow: (schema: Schema) => Schema, given: Schema, name: string): unknown {
  const schema = follow(given)
  const known = schema.anyOf?.find((option) => option.enum)?.enum ?? schema.enum
  if (known) return known[0]
  const type = schema.type ?? schema.anyOf?.[0]?.type
  if (schema['x-64-bit-id']) return '7494049642642441621'
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, inner]) => [field, valueOf(follow, inner, field)]),
      )
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, Math.min(2, schema.maxItems ?? 2)) }, () => valueOf(follow, schema.items ?? {}, name))
    case 'integer':
    case 'number':
      return number(schema)
    case 'boolean':
      return true
    default:
      return text(schema, name)
  }
}

function number({ minimum = 0, maximum = Infinity }: Schema): number {
  return Math.min(Math.max(minimum, 20), maximum)
}

function text(schema: Schema, name: string): unknown {
  if (schema.format === 'binary') return new Blob([new Uint8Array([0x25, 0x50, 0x44, 0x46])], { type: 'application/pdf' })
  if (schema.format === 'decimal' || schema.minimum !== undefined || schema.maximum !== undefined) return String(number(schema))
  if (schema.format === 'date') return '2026-11-21'
  if (schema.format === 'date-time') return '2026-11-21T08:30:00Z'
  if (schema.format === 'uri') return 'https://example.com/a?b=c&d=ü'
  if (/(^|_)ids?$/.test(name)) return '7494049642642441621'
  // The characters that separate right signers from wrong ones: reserved in URLs, more than one byte in UTF-8, quoted in JSON.
  const filling = 'a+b/c= d&e,"ü漢😀'
  return filling.slice(0, schema.maxLength ?? filling.length).padEnd(schema.minLength ?? 0, 'x')
}
