import type { Operation } from '../model.ts'
import { singularise, splitWords } from '../words.ts'

const verbs = new Set(
  (
    'activate add apply approve batch bind calculate cancel check combine confirm create deactivate deauthorize delete diagnose ' +
    'download edit enable generate get import list mark optimized partial pin post precheck print publish query read recommend ' +
    'recover refresh reject remove replicate reserve review save schedule search select send set ship split standardize ' +
    'submit sync top uncombine unpin update upload verify'
  ).split(' '),
)

/** Who an operation is for, before the verb: `SellerSearchSampleApplications`, `GSFullServicePreviewGetBrands`. */
const callers = new Set([
  'gs',
  'global',
  'selling',
  'full',
  'service',
  'preview',
  'seller',
  'creator',
  'partner',
  'fulfillment',
])

/** Where the object ends: `RemoveCreatorFromOpenCollaboration`, `GetTransactionsByOrder`. */
const prepositions = new Set([
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'through',
  'to',
  'via',
  'with',
  'and',
  'or',
  'as',
  'per',
  'the',
])

/** Words behind the object that say how much of it is read, or which edition of the operation it is. */
const trailing = /^(details?|list|info|information|old|legacy|v\d+|status|api|batch|search|query|upload|import|sync)$/

/**
 * Tells what an operation is about, as words in the singular: `GetOrderDetail` gives `order`, `SearchSizeCharts`
 * `size`, `chart`. Descriptions of fields directly in a body or in `data` speak of it.
 */
export function operationObject(operation: Pick<Operation, 'operationId'>): string[] {
  const words = splitWords(operation.operationId).map((word) => word.toLowerCase())
  const verb = words.findIndex((word) => verbs.has(word))
  const isLed = verb >= 0 && words.slice(0, verb).every((word) => callers.has(word))
  let object = words.slice(isLed ? verb + 1 : words.findIndex((word) => !callers.has(word)))
  while (object.length > 1 && (verbs.has(object[0] ?? '') || prepositions.has(object[0] ?? '')))
    object = object.slice(1)
  const end = object.findIndex((word, index) => index > 0 && prepositions.has(word))
  if (end > 0) object = object.slice(0, end)
  while (object.length > 1 && trailing.test(object.at(-1) ?? '')) object = object.slice(0, -1)
  return singularise(object)
}
