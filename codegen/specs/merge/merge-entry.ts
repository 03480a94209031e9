import type { Shape } from '../model.ts'
import { codeOfType, shapeOfType, type SupplementEntry } from '../read/supplement-entry.ts'

/**
 * Writes what the supplement says of a value into its shape.
 *
 * The vendor's type and format stand, as they come from its code; a mark "required" of either source stands, as a
 * missing one means nothing; everything else is the supplement's, as the vendor's files do not have it.
 */
export function mergeEntry(shape: Shape, entry: SupplementEntry, report: (what: string, stands: string) => void): void {
  const { type, format, required, codes, codeNames, ...rest } = entry
  delete rest.in
  const wanted = type === undefined ? shape.type : shapeOfType(type).type
  if (wanted !== shape.type) {
    const morePrecise = wanted === 'number' && shape.type === 'integer'
    report(
      `type ${shape.type} (vendor), ${wanted} (supplement)`,
      morePrecise ? 'vendor, which is more precise' : 'vendor',
    )
  }
  if (format !== undefined && shape.format !== undefined && format !== shape.format) {
    report(`format ${shape.format} (vendor), ${format} (supplement)`, 'vendor')
  } else if (format !== undefined) shape.format = format
  // The vendor marks its parameters either way, and body fields not at all.
  if (required !== undefined && shape.required !== undefined && required !== shape.required) {
    const mark = (isRequired: boolean) => (isRequired ? 'required' : 'not required')
    report(`${mark(shape.required)} (vendor), ${mark(required)} (supplement)`, 'required')
  }
  if (required !== undefined) shape.required = required || shape.required === true
  if (rest.unit !== undefined && shape.unit !== undefined && rest.unit !== shape.unit) {
    report(`unit ${shape.unit} (vendor's example), ${rest.unit} (supplement)`, 'supplement')
  }
  if (codes) shape.codes = codes.map((code) => codeOfType(shape.type, code))
  if (codeNames) shape.codeNames = codeNames
  Object.assign(shape, rest)
}
