/** The operations of two sets of documents side by side: `202309 GET /order/202309/orders`. */
export interface OperationChanges {
  added: string[]
  changed: string[]
  gone: string[]
}

interface ComparedDocument {
  info: { version: string }
  paths: Record<string, Record<string, object>>
  components: { schemas: Record<string, object> }
}

/** Tells which operations are new, changed or gone; one is changed, too, when a component that it uses is. */
export function compareOperations(before: Iterable<object>, after: Iterable<object>): OperationChanges {
  const [old, now] = [operationTexts(before), operationTexts(after)]
  return {
    added: [...now.keys()].filter((key) => !old.has(key)),
    changed: [...now].filter(([key, text]) => old.has(key) && old.get(key) !== text).map(([key]) => key),
    gone: [...old.keys()].filter((key) => !now.has(key)),
  }
}

function operationTexts(documents: Iterable<object>): Map<string, string> {
  const texts = new Map<string, string>()
  for (const document of documents) {
    const { info, paths, components } = document as ComparedDocument
    for (const [path, item] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(item)) {
        const key = `${info.version} ${method.toUpperCase()} ${path}`
        texts.set(key, textWithComponents(JSON.stringify(operation), components.schemas))
      }
    }
  }
  return texts
}

function textWithComponents(text: string, schemas: Record<string, object>, seen = new Set<string>()): string {
  const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].flatMap(([, name = '']) =>
    seen.has(name) ? [] : [name],
  )
  for (const name of names) seen.add(name)
  const used = [...new Set(names)].map((name) => textWithComponents(JSON.stringify(schemas[name]), schemas, seen))
  return [text, ...used].join('\n')
}
