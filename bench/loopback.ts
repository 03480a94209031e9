import type { AxiosAdapter } from 'axios'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { axios } from './axios.ts'
import { contenders } from './contenders.ts'
import { compare, type Measurement } from './measurement.ts'
import { takeTurns } from './rounds.ts'

const rounds = 9
const inFlight = 16
const sliceMilliseconds = 300
const service = 'https://open-api.tiktokglobalshop.com'

/** Calls per second over a wire. */
export const loopback: Measurement = {
  name: 'loopback',
  about: `Calls per second against a server on this machine, in a second process, over connections that are kept: ${String(inFlight)} searches
without a hit in flight. Here more is better, and above 1.00 we are faster. tiktok-shop-client goes through axios, all others through fetch.`,
  async measure(workplace) {
    const { fetch } = globalThis
    const adapter = axios.defaults.adapter!
    const server = fork(fileURLToPath(new URL('loopback-server.ts', import.meta.url)))
    try {
      const [port] = (await once(server, 'message')) as [number]
      const url = `http://127.0.0.1:${String(port)}`
      // The two packages whose host is fixed are turned to the server; for the others this changes nothing.
      globalThis.fetch = (target, init) => fetch((target as string).replace(service, url), init)
      const send = axios.getAdapter('http') as AxiosAdapter
      axios.defaults.adapter = (config) => send({ ...config, url: config.url!.replace(service, url) })

      const all = await contenders(workplace, url)
      const turns = await takeTurns(rounds, {
        'typed client': () => callsPerSecond(all['typed client'].searchOrders),
        'path client': () => callsPerSecond(all['path client'].searchOrders),
        'by hand': () => callsPerSecond(all['by hand'].searchOrders),
        'tiktok-shop-client': () => callsPerSecond(all['tiktok-shop-client'].searchOrders),
        'tiktok-shop-sdk': () => callsPerSecond(all['tiktok-shop-sdk'].searchOrders),
      })
      return [
        ...(['by hand', 'tiktok-shop-client', 'tiktok-shop-sdk'] as const).map((peer) =>
          compare('typed client', 'calls/s', turns['typed client'], peer, turns[peer]),
        ),
        compare('path client', 'calls/s', turns['path client'], 'by hand', turns['by hand']),
      ]
    } finally {
      globalThis.fetch = fetch
      axios.defaults.adapter = adapter
      server.disconnect()
    }
  },
}

async function callsPerSecond(call: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  let calls = 0
  const lane = async () => {
    while (performance.now() - started < sliceMilliseconds) {
      await call()
      calls += 1
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  return (calls / (performance.now() - started)) * 1000
}
