import * as legacy from 'tiktok-shop-openapi/202212'
import * as current from 'tiktok-shop-openapi/202309'
import * as raw from 'tiktok-shop-openapi/202309/raw'
import { suite, type Credentials } from './suite.ts'

/** Runs the suite in Node, Bun or Deno: the shop is the argument, and what was done is printed. */
const shop = JSON.parse(process.argv[2] ?? '') as Credentials
console.log(JSON.stringify(await suite({ current, raw, legacy, shop })))
