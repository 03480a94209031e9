import type { InternalAxiosRequestConfig } from 'axios'
import { answers } from './answers.ts'
import { axios } from './axios.ts'
import { contenders, type Calls, type Contender } from './contenders.ts'
import { compare, type Figure, type Measurement } from './measurement.ts'
import { takeTurns } from './rounds.ts'

const rounds = 40
const warmUps = 10
const sliceMilliseconds = 15
const peers = ['by hand', 'tiktok-shop-client', 'tiktok-shop-sdk'] as const

const cases: { what: string; call: keyof Calls; answer: string }[] = [
  { what: 'search without a hit', call: 'searchOrders', answer: answers.noOrder },
  { what: 'one product', call: 'getProduct', answer: answers.product },
  { what: 'a page of 20 orders', call: 'searchOrders', answer: answers.twentyOrders },
]

/** Time per call, with nothing on the other side. */
export const call: Measurement = {
  name: 'call',
  about: `Time per call when the answer is there at once: the global fetch (for axios: its adapter) is replaced by one that gives a Response
with the text. Each turn is ${String(sliceMilliseconds)} ms of calls, one after another.`,
  async measure(workplace) {
    const { fetch } = globalThis
    const adapter = axios.defaults.adapter!
    let answer = ''
    globalThis.fetch = () => Promise.resolve(new Response(answer, { headers: { 'content-type': 'application/json' } }))
    axios.defaults.adapter = (config) => Promise.resolve(axiosAnswer(config, answer))
    try {
      const all = await contenders(workplace, 'https://open-api.tiktokglobalshop.com')
      const figures: Figure[] = []
      for (const { what, call, answer: text } of cases) {
        answer = text
        await assertSameRequest(all, call)
        const turns = await takeTurns(warmUps + rounds, {
          'typed client': () => microsecondsPerCall(all['typed client'][call]),
          'path client': () => microsecondsPerCall(all['path client'][call]),
          'by hand': () => microsecondsPerCall(all['by hand'][call]),
          'tiktok-shop-client': () => microsecondsPerCall(all['tiktok-shop-client'][call]),
          'tiktok-shop-sdk': () => microsecondsPerCall(all['tiktok-shop-sdk'][call]),
        })
        const measured = (name: Contender) => turns[name].slice(warmUps)
        for (const peer of peers) {
          const goal = peer === 'by hand' ? ({ of: 'ratio', atMost: 1.25 } as const) : undefined
          figures.push(compare(`${what}, typed client`, 'µs', measured('typed client'), peer, measured(peer), goal))
        }
        const goal = { of: 'ratio', atMost: 1.25 } as const
        figures.push(
          compare(`${what}, path client`, 'µs', measured('path client'), 'by hand', measured('by hand'), goal),
        )
      }
      return figures
    } finally {
      globalThis.fetch = fetch
      axios.defaults.adapter = adapter
    }
  },
}

/** The time of one call, from as many as fit into a turn. */
export async function microsecondsPerCall(call: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  let calls = 0
  let elapsed = 0
  while (elapsed < sliceMilliseconds) {
    await call()
    calls += 1
    elapsed = performance.now() - started
  }
  // Gives finalizers and other work of the platform their turn, outside of the time that is taken.
  await new Promise((resolve) => setImmediate(resolve))
  return (elapsed / calls) * 1000
}

function axiosAnswer(config: InternalAxiosRequestConfig, data: string) {
  const headers = new axios.AxiosHeaders({ 'content-type': 'application/json' })
  return { data, status: 200, statusText: 'OK', headers, config, request: {} }
}

/** What is compared must be the same: our clients and the call by hand send the same request, with the same signature. */
async function assertSameRequest(all: Record<Contender, Calls>, call: keyof Calls): Promise<void> {
  const { now } = Date
  const { fetch } = globalThis
  Date.now = () => 1_700_000_000_000
  const sent: string[] = []
  globalThis.fetch = (url, init) => {
    const { origin, pathname, searchParams } = new URL(url as string)
    searchParams.sort()
    const headers = [...new Headers(init?.headers)]
    sent.push(JSON.stringify([init?.method, origin, pathname, [...searchParams], headers, init?.body ?? null]))
    return fetch(url, init)
  }
  try {
    for (const name of ['typed client', 'path client', 'by hand'] as const) await all[name][call]()
  } finally {
    Date.now = now
    globalThis.fetch = fetch
  }
  if (new Set(sent).size !== 1) throw new Error(`the contenders send different requests:\n${sent.join('\n')}`)
}
