import type { FakeShop } from '../../testing/index.ts'
import type { Operation } from '../specs.ts'

/** A method of a generated client, as a test sees it that goes over all of them. */
export type Method = ((args: object) => Promise<unknown>) & { pages(args: object): AsyncGenerator<Record<string, unknown>> }
export type Client = Record<string, Record<string, Method>>

/** Makes the client of a version with the credentials of a fake shop. */
export async function clientOf(version: string, shop: FakeShop, url: string): Promise<Client> {
  const { createClient } = (await import(`../../generated/${version}/index.ts`)) as { createClient: (options: object) => Client }
  const { appKey, appSecret, accessToken, shopCipher, categoryAssetCipher, shopId } = shop
  return createClient({ appKey, appSecret, accessToken, shopCipher, categoryAssetCipher, shopId, baseUrl: url, authBaseUrl: url })
}

/** The property of a client that holds a domain. */
export function domainKeyOf(domain: string): string {
  return domain.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The name of the type of an operation's data, which the spec's component has. */
export function dataTypeOf(operation: Operation): string {
  const schema = operation.responses['200'].content['application/json'].schema.allOf[1]?.properties?.['data']
  return schema!.$ref!.replace('#/components/schemas/', '')
}
