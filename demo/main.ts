/** What `npm run demo` runs after generating: a fake shop on loopback, and signed calls on 202309 and on 202212. */
import { createFakeShop } from '../testing/index.ts'
import { callCurrent } from './current.ts'
import { callLegacy } from './legacy.ts'
import { heading, note, requestsOf } from './print.ts'
import { useWrongSecret } from './wrong-secret.ts'

const shop = createFakeShop({ seed: 7 })
const { url, close } = await shop.listen()
const showRequests = requestsOf(shop)

heading('A fake shop answers on loopback', `${url} checks every signature and knows every operation of the specs`)
await callCurrent(shop, url, showRequests)
await callLegacy(shop, url, showRequests)
await useWrongSecret(shop, url, showRequests)
await close()

const accepted = shop.requests.filter(({ verdict }) => verdict.accepted).length
heading('Done')
note(
  `${shop.requests.length} requests: ${accepted} accepted, ${shop.requests.length - accepted} refused, as it should be.`,
)
