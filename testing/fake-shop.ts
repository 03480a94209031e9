import type { Reply } from './answer.ts'
import type { MadeData } from './answer-data.ts'
import { makeAnswer, writeReply } from './answer.ts'
import type { Gate } from './check-identity.ts'
import type { Credentials } from './credentials.ts'
import { createCredentials } from './credentials.ts'
import { judge } from './judge.ts'
import type { Operation } from './operations.ts'
import { indexOperations } from './operations.ts'
import { createDice } from './random.ts'
import type { ShopRequest } from './request.ts'
import { readRequest } from './request.ts'
import type { LoggedRequest, Verdict } from './request-log.ts'
import { logRequest } from './request-log.ts'
import type { SpecSource } from './specs-folder.ts'
import { specsFolder } from './specs-folder.ts'

/** Options of `createFakeShop`; credentials that are left out are made up from the seed. */
export interface FakeShopOptions extends Partial<Credentials> {
  /** Whatever the shop makes up depends on it and on the request alone. Default: 1. */
  seed?: number | string
  /** The shop's clock, in milliseconds like `Date.now`, which is the default. */
  now?: () => number
  /** When the access token expires, in Unix seconds. Default: 7 days after the shop was made. */
  accessTokenExpiresAt?: number
  /** Whether operations insist on a shop cipher wherever their spec has one, as for cross-border sellers. Default: true. */
  crossBorder?: boolean
  /** How many items each list has in all. Default: 25. */
  collectionSize?: number
  /** The OpenAPI documents to answer by. Default: all that this package brings. */
  specs?: SpecSource
  /** Called with each request once it is judged and answered. */
  onRequest?: (request: LoggedRequest) => void
  /** How many requests `shop.requests` keeps; older ones are dropped. Default: 10,000. */
  keepRequests?: number
}

/** An answer of the fake shop. */
export interface ShopAnswer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
  verdict: Verdict
}

/**
 * Decides about the answer to a right request. `made` is what the shop would answer; returning `undefined` leaves it at that.
 *
 * @example shop.on('order.getOrderList', { code: 36009002, status: 429, message: 'slow down' })
 * @example shop.on('order.getOrderList', (request, made) => ({ data: { ...made.data, total_count: 0 } }))
 */
export type Responder =
  | Reply
  | ((
      request: LoggedRequest,
      made: { data: Record<string, unknown> },
    ) => Reply | undefined | Promise<Reply | undefined>)

/** A counterpart to try a client against: it judges requests as the service would, and answers them from the specs. */
export interface ShopCore extends Credentials {
  /** Every request so far, in the order of arrival; one that waits for a responder's reply is there already. */
  readonly requests: LoggedRequest[]
  /** Judges a request and answers it. Never throws for what a client sent. */
  answer(request: ShopRequest): Promise<ShopAnswer>
  /**
   * Replaces the answer to right requests of an operation, named as in the typed client (`order.getOrderList`: in every version that has it) or by
   * method and path (`GET /product/202309/products/{product_id}`). The latest of several wins.
   *
   * @returns a function that takes it back
   * @throws Error when there is no such operation
   */
  on(operation: string, responder: Responder): () => void
}

/** Makes the shop itself, without the ways to reach it that `createFakeShop` adds. */
export function createShopCore(options: FakeShopOptions = {}): ShopCore {
  const {
    seed = 1,
    now = Date.now,
    crossBorder = true,
    collectionSize = 25,
    keepRequests = 10_000,
    onRequest,
  } = options
  const dice = createDice(seed)
  const credentials = { ...createCredentials(dice), ...given(options) }
  const accessTokenExpiresAt = options.accessTokenExpiresAt ?? Math.floor(now() / 1000) + 7 * 24 * 60 * 60
  const operations = indexOperations(options.specs ?? specsFolder())
  const responders: { operations: Set<Operation>; responder: Responder }[] = []
  const requests: LoggedRequest[] = []
  let count = 0

  const overrideOf = async (operation: Operation, request: LoggedRequest, data: Record<string, unknown>) => {
    const responder = [...responders].reverse().find((entry) => entry.operations.has(operation))?.responder
    return typeof responder === 'function' ? await responder(request, { data }) : responder
  }

  return {
    ...credentials,
    requests,
    async answer(request) {
      const seconds = Math.floor(now() / 1000)
      const gate: Gate = { ...credentials, now: seconds, accessTokenExpiresAt, crossBorder }
      const received = await readRequest(request)
      const judgement = judge(received, operations, gate)
      const { operation, refusal } = judgement
      const made: Partial<MadeData> =
        refusal || !operation
          ? { refusal: refusal! }
          : makeAnswer(received, operation, judgement.pathParameters, { gate, dice, collectionSize })
      const logged = logRequest(request.url, received, judgement, made.refusal)
      requests.push(logged)
      if (requests.length > keepRequests) requests.splice(0, requests.length - keepRequests)

      const id = requestId(seconds, dice.text(`request ${count++}`, 18, '0123456789ABCDEF'))
      const override = operation && made.data ? await overrideOf(operation, logged, made.data) : undefined
      const reply = override
        ? { data: override.code ? null : made.data, ...override }
        : (made.refusal ?? { data: made.data })
      const written = writeReply(reply, id, seconds)
      if (override) {
        const { code = 0, message = logged.verdict.message } = override
        logged.verdict = { accepted: code === 0, code, status: written.status, message }
      }
      onRequest?.(logged)
      return { ...written, verdict: logged.verdict }
    },
    on(name, responder) {
      const named = operations.named(name)
      if (named.length === 0) {
        throw new Error(
          `There is no operation '${name}'. Name it like 'order.getOrderList' or 'GET /order/202309/orders'.`,
        )
      }
      const entry = { operations: new Set(named), responder }
      responders.push(entry)
      return () => {
        const at = responders.indexOf(entry)
        if (at >= 0) responders.splice(at, 1)
      }
    },
  }
}

/** The credentials among the options, without those that are `undefined`. */
function given(options: Partial<Credentials>): Partial<Credentials> {
  const names = [
    'appKey',
    'appSecret',
    'accessToken',
    'refreshToken',
    'shopCipher',
    'categoryAssetCipher',
    'shopId',
  ] as const
  return Object.fromEntries(names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]))
}

/** A request id as the service writes it: UTC time to the second, then 18 hexadecimal digits. */
function requestId(seconds: number, rest: string): string {
  return new Date(seconds * 1000).toISOString().replaceAll(/\D/g, '').slice(0, 14) + rest
}
