import { errorNames } from './modules.ts'

/** Turns a name in snake_case, kebab-case or camelCase into PascalCase. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** Turns a name in snake_case, kebab-case or PascalCase into camelCase. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name)
  return pascal.charAt(0).toLowerCase() + pascal.slice(1)
}

/** Turns a camelCase name into snake_case, from which {@link camelCase} makes the same name again. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Tells whether a name can stand in TypeScript without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name)
}

/** Writes a property name as prettier does: bare where TypeScript allows it, quoted elsewhere. */
export function propertyName(name: string): string {
  return isIdentifier(name) ? name : literal(name)
}

/** Writes a string or number as a TypeScript literal, strings in single quotes where that needs no more escaping. */
export function literal(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const quoted = JSON.stringify(value)
  return value.includes("'") ? quoted : `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`
}

/** Type names that generated files use for something else, so that no component may have them. */
export const reservedTypeNames: ReadonlySet<string> = new Set(
  [
    'Array AsyncGenerator Blob Boolean Date Error File Function Map Number Object Promise Readonly Record Response Set String Symbol',
    'AccessToken Call CallOptions CallResult Client ClientOptions ClientOverrides CommonOptions Envelope ErrorKind Fetch FileInput',
    'NoArguments Operations OtherNumber OtherString',
    errorNames.join(' '),
  ].flatMap((names) => names.split(' ')),
)
