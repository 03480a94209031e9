import * as legacy from 'tiktok-shop-openapi/202212'
import * as current from 'tiktok-shop-openapi/202309'
import * as raw from 'tiktok-shop-openapi/202309/raw'
import { suite, type Credentials } from './suite.ts'

/** Runs the suite in workerd, for a request whose body is the shop. */
export default {
  async fetch(request: Request): Promise<Response> {
    try {
      const shop = JSON.parse(await request.text()) as Credentials
      return Response.json(await suite({ current, raw, legacy, shop }))
    } catch (error) {
      return new Response(String((error as Error).stack), { status: 500 })
    }
  },
}
