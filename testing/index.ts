import type { FakeShopOptions, ShopCore } from './fake-shop.ts'
import { createShopCore } from './fake-shop.ts'
import type { HttpNamespace } from './fetch-shop.ts'
import { answerRequest, makeHandlers, productionHosts } from './fetch-shop.ts'
import type { ShopServer } from './http-server.ts'

/** A counterpart to try a client against, and the ways to reach it: a server on loopback, a fetch function, handlers for msw. */
export interface FakeShop extends ShopCore {
  /**
   * Starts an HTTP server on 127.0.0.1.
   *
   * @param port default: 0, any that is free
   * @throws Error when the port is in use
   */
  listen(port?: number): Promise<ShopServer>
  /** Answers in place of the global `fetch`, without a network. */
  fetch: typeof globalThis.fetch
  /**
   * Makes handlers for msw.
   *
   * @param http msw's `http`; handed in, so that msw need not be installed by those who use the server
   * @param baseUrls default: the service's own hosts
   * @example setupServer(...shop.handlers(http))
   */
  handlers<Handler>(http: HttpNamespace<Handler>, ...baseUrls: string[]): Handler[]
}

/**
 * Makes a fake shop: it checks path, method, app key, timestamp, token, signature, cipher, content type and parameters of every request by its own
 * reading of the protocol, and answers right ones with data that conforms to the specs.
 *
 * @example
 * const shop = createFakeShop()
 * const { url, close } = await shop.listen()
 * const client = createClient({ appKey: shop.appKey, appSecret: shop.appSecret, accessToken: shop.accessToken, shopCipher: shop.shopCipher, baseUrl: url })
 */
export function createFakeShop(options: FakeShopOptions = {}): FakeShop {
  const core = createShopCore(options)
  return {
    ...core,
    // node:http takes longer to load than all of the shop, and who brings msw or a fetch does without.
    listen: async (port) => (await import('./http-server.ts')).listen(core, port),
    fetch: (input, init) => answerRequest(core, new Request(input, init)),
    handlers: (http, ...baseUrls) => makeHandlers(core, http, baseUrls.length > 0 ? baseUrls : productionHosts),
  }
}

export { specsFolder, specsOf } from './specs-folder.ts'
export type { Credentials } from './credentials.ts'
export type { FakeShopOptions, Responder, ShopAnswer, ShopCore } from './fake-shop.ts'
export type { LoggedRequest, Verdict } from './request-log.ts'
export type { HttpNamespace } from './fetch-shop.ts'
export type { Reply } from './answer.ts'
export type { FormPart, ShopRequest } from './request.ts'
export type { ShopServer } from './http-server.ts'
export type { SpecDocument } from './spec-document.ts'
export type { SpecSource } from './specs-folder.ts'
