import { operationKey, type Operation } from '../model.ts'
import type { NamesFile } from '../read/names-file.ts'
import type { Problem } from '../problem.ts'
import { camelCase, pascalCase, splitWords } from '../words.ts'

/** Turns the vendor's name into a method name by rule: words as the casing shows them, camelCase, acronyms as words. */
export function methodName(vendorName: string): string {
  return camelCase(splitWords(vendorName))
}

/** The PascalCase of an operation's method name, which its components begin with. */
export function operationPrefix(operation: Operation): string {
  return operation.operationId.charAt(0).toUpperCase() + operation.operationId.slice(1)
}

/** Gives each operation its method name, and checks that these are unique within a version and domain. */
export function nameOperations(operations: Operation[], names: NamesFile, problems: Problem[]): void {
  const methodNames = new Map(Object.entries(names.operations).map(([name, method]) => [looseName(name), method]))
  const vendorNames = new Set(operations.map(({ name }) => looseName(name)))
  for (const name of Object.keys(names.operations)) {
    if (vendorNames.has(looseName(name))) continue
    const what = 'No operation has this name.'
    problems.push({ file: names.file, at: `operations.${name}`, what, remedy: 'Correct the name or remove the entry.' })
  }
  const taken = new Map<string, Operation>()
  for (const operation of operations) {
    operation.operationId = methodNames.get(looseName(operation.name)) ?? methodName(operation.name)
    const place = `${operation.version} ${operation.domain} ${operation.operationId}`
    const other = taken.get(place)
    taken.set(place, operation)
    if (!other) continue
    const proposal = pascalCase(splitWords(operation.path.split('/').slice(3).join('_')))
    problems.push({
      file: names.file,
      at: `operations.${operation.name}`,
      what: `${operationKey(other)} and ${operationKey(operation)} would both be ${operation.operationId}.`,
      remedy: `Give one of them a name of its own, such as ${operation.operationId}${proposal}.`,
    })
  }
}

/** The vendor's sources spell a few names in different casing, and `GetDelivery-OrderPrintDocument` with a hyphen. */
function looseName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
}
