import { header, type Modules } from './modules.ts'
import type { SharedShapes } from './shared-shapes.ts'
import type { DomainModel, TypeTexts } from './model.ts'
import { shapeStatements } from './shape-statements.ts'
import { writeSourceFile } from './source-file.ts'
import { namesUsed } from './type-names.ts'

/** Writes generated/<version>/internal/shared.ts: the types that more than one domain names. */
export function writeSharedFile(
  shared: SharedShapes['shared'],
  types: ReadonlyMap<DomainModel, TypeTexts>,
  modules: Modules,
): string {
  const statements = [...shared]
    .filter(([name, { component }]) => name === component.name)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { model, component }]) => {
      const texts = types.get(model)
      return texts ? shapeStatements(model, component, texts) : []
    })
  const texts = statements.map((statement) => JSON.stringify(statement))
  const names = namesUsed(['FileInput', 'OtherNumber', 'OtherString'], texts)
  const files = [...new Set([...shared.values()].map(({ model }) => model.file))].sort()
  return writeSourceFile('shared.ts', {
    header: header(modules, files),
    imports: names.length > 0 ? [{ from: modules.types, names }] : [],
    statements,
  })
}
