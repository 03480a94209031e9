import { mergeSupplement } from '../../../codegen/specs/merge/merge-supplement.ts'
import type { Operation } from '../../../codegen/specs/model.ts'
import { methodName } from '../../../codegen/specs/name/operation-names.ts'
import type { Problem } from '../../../codegen/specs/problem.ts'
import { parseSupplement } from '../../../codegen/specs/read/supplement.ts'

/** Makes operations from text in the form of the supplement, which is the shortest way to write one down. */
export function operationsOf(text: string, file = '202309/order.yaml'): Operation[] {
  const problems: Problem[] = []
  const { operations } = mergeSupplement([], parseSupplement(text, file, problems), problems)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  for (const operation of operations) operation.operationId = methodName(operation.name)
  return operations
}

/** The only operation of a text in the form of the supplement. */
export function operationOf(text: string, file?: string): Operation {
  const [operation] = operationsOf(text, file)
  if (!operation) throw new Error('The text has no operation.')
  return operation
}
