/** Any string beside the known codes: the service adds codes without notice, and completion still offers the known ones. */
export type OtherString = string & {}

/** Any number beside the known codes: the service adds codes without notice, and completion still offers the known ones. */
export type OtherNumber = number & {}

/** A file part of an upload. A `File` keeps its name and type; bytes and a `Blob` are named after the operation's `name` argument or the part. */
export type FileInput = Blob | File | Uint8Array

/** Arguments of an operation that takes none. */
export interface NoArguments {
  readonly [name: string]: never
}

/** A domain's operations, each written as one string that the runtime reads when the method is first touched. */
export type Operations = Readonly<Record<string, string>>

/** An access token, or a function that gives one and is asked before every request. */
export type AccessToken = string | (() => string | Promise<string>)

/** What `fetch` must be able to do: the SDK hands it a URL and an init, never a `Request`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The promise of a call: resolves to `data` of the answer. */
export interface Call<T> extends Promise<T> {
  /** Resolves to `data` together with the request id and the HTTP response, whose body has been read. */
  withResponse(): Promise<CallResult<T>>
}

/** What a call gives with `.withResponse()`. */
export interface CallResult<T> {
  readonly data: T
  /** The service's `request_id`, which the vendor's support asks for. */
  readonly requestId: string | undefined
  /** The HTTP response; its body has been read. Its `url` holds the signature, in 202212 the access token and for token operations the app secret: keep it out of logs. */
  readonly response: Response
}

/** Options that a client, a derived client and a call have in common. */
export interface CommonOptions {
  /** Access token of the seller, creator or partner, or a function that gives one. */
  accessToken?: AccessToken | undefined
  /** `shop_cipher` of the shop, added exactly to the operations that take one; `null` leaves it out. */
  shopCipher?: string | null | undefined
  /** `category_asset_cipher`, added exactly to the operations that take one; `null` leaves it out. */
  categoryAssetCipher?: string | null | undefined
  /** `shop_id` of the shop, added to the operations of 202212 that take one; `null` leaves it out. */
  shopId?: string | null | undefined
  /** Headers sent beside those of the SDK. Default: none. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds until a request is given up with a {@link TimeoutError}. Default: 30,000, uploads 120,000. */
  timeoutMs?: number | undefined
}

/** Options of one call; each wins over the client's. */
export interface CallOptions extends CommonOptions {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** What a derived client (`client.with(...)`) may change; an option that is left out or undefined stays as it was. */
export interface ClientOverrides extends CommonOptions {
  /** Host of the API. Default: `https://open-api.tiktokglobalshop.com`. Must be https unless it is this machine. */
  baseUrl?: string | undefined
  /** Host of the token operations. Default: `https://auth.tiktok-shops.com`. Must be https unless it is this machine. */
  authBaseUrl?: string | undefined
  /** A `fetch` to use in place of the global one, such as one that goes through a proxy. */
  fetch?: Fetch | undefined
}

/** Options of `createClient` and `createRawClient`. */
export interface ClientOptions extends ClientOverrides {
  /** Key of the app in Partner Center. */
  appKey: string
  /** Secret of the app in Partner Center. It never leaves the process, except for the token operations, and is in no error. */
  appSecret: string
  /** Allows use in a browser, where every visitor can read the app secret. Default: false. */
  dangerouslyAllowBrowser?: boolean | undefined
}
