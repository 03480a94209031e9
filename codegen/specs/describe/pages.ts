import { legacyVersion, type Operation } from '../model.ts'
import { splitWords } from '../words.ts'

const pagesUrl = 'https://partner.tiktokshop.com/docv2/page/'

/** The vendor's page of an operation: as the supplement has it, else by the vendor's rule `<kebab-name>-<version>`. */
export function pageUrl(operation: Operation): string | undefined {
  if (operation.page !== undefined) return pagesUrl + operation.page
  if (operation.version === legacyVersion) return undefined
  const words = splitWords(operation.operationId).map((word) => word.toLowerCase())
  return `${pagesUrl}${words.join('-')}-${operation.version}`
}
