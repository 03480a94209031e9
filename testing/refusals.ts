/**
 * The codes with which the fake shop refuses, each with its HTTP status.
 *
 * | code | status | how sure the status is |
 * | --- | --- | --- |
 * | 36009009 unknown path | 404 | seen live [C] |
 * | 36009004 parameter | 400 | seen live [C] |
 * | 106001 signature | 401 | [C] |
 * | 105001, 105002 token | 401 | 105002: 401 in one live app, 200 in other people's mocks [H]; 105001 follows it [U] |
 * | 36009022, 36009023 content type | 415 | reported for uploads [F], taken for both |
 * | 98001004 out of range | 400 | unknown [U]; seen live as a code on the searches of return_refund |
 * | 36009010, 36009021, 101000, 106013, 36004004 | 400 | unknown [U]: our choice |
 */
export const refusals = {
  unknownPath: { code: 36009009, status: 404 },
  wrongMethod: { code: 36009010, status: 400 },
  parameter: { code: 36009004, status: 400 },
  outOfRange: { code: 98001004, status: 400 },
  tokenInvalid: { code: 105001, status: 401 },
  tokenExpired: { code: 105002, status: 401 },
  signature: { code: 106001, status: 401 },
  cipherMissing: { code: 106013, status: 400 },
  cipherForeign: { code: 101000, status: 400 },
  fileTooBig: { code: 36009021, status: 400 },
  contentType: { code: 36009022, status: 415 },
  contentTypeOfForm: { code: 36009023, status: 415 },
  authorisationCode: { code: 36004004, status: 400 },
} as const

/** Why a request is refused. */
export interface Refusal {
  code: number
  status: number
  message: string
  /** What the service would not tell, but a developer wants to know. Never holds a secret. */
  hint?: string
}

/** Makes a refusal of one of the kinds in the table. */
export function refuse(kind: keyof typeof refusals, message: string, hint?: string): Refusal {
  return { ...refusals[kind], message, ...(hint !== undefined && { hint }) }
}
