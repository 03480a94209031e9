import type { Operation, Parameter, Schema, SpecDocument } from './document.ts'

/** Everything that is written of one domain of one version. */
export interface DomainModel {
  version: string
  /** The domain on the wire: `return_refund`. */
  domain: string
  /** The domain in code: `returnRefund`. */
  domainKey: string
  /** The spec file, as headers and messages name it. */
  file: string
  document: SpecDocument
  operations: OperationModel[]
  /** The components that arguments and answers lead to, by name. */
  components: Map<string, ComponentModel>
}

/** One operation, with its arguments laid flat. */
export interface OperationModel {
  /** Method name: `getOrderList`. */
  name: string
  /** Name of its interface: `GetOrderList`. */
  typeName: string
  method: string
  path: string
  spec: Operation
  arguments: ArgumentModel[]
  body?: { contentType: string; component: string; schema: Schema }
  /** The fields of a body that the vendor lists for a method that cannot send one. */
  unsentFields: string[]
  /** The schema of `data`. */
  data: Schema
  /** The schema of one item of a page, for operations that page. */
  item?: Schema
  /** The newest version of the operation, where that is a later one. */
  newer?: { version: string; method: string; path: string }
}

/** One argument: a parameter, a field of the body, or both. */
export interface ArgumentModel {
  name: string
  required: boolean
  parameter?: Parameter
  field?: Schema
}

/** A named type: an object shape, a list of known codes, or another name for some type. */
export interface ComponentModel {
  name: string
  kind: 'shape' | 'codes' | 'alias'
  schema: Schema
  /** True when requests lead to it, so that its optional fields may be given as undefined. */
  sent: boolean
  /** True when answers lead to it, so that all of its fields may be absent. */
  received: boolean
}

/** The types of the fields of a shape and the like, as TypeScript text that refers to components by name. */
export interface TypeTexts {
  /** By component, then by field. */
  fields: Map<string, Map<string, string>>
  /** By component; the text of the whole type. */
  components: Map<string, string>
  /** By `GET /path`, then by parameter. */
  parameters: Map<string, Map<string, string>>
  /** Members of the interface `paths`, references left as `components["schemas"]["Name"]`. */
  paths: string
  /** The answer to a failed request, likewise. */
  error: string | undefined
}
