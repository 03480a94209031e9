import { describe, expect, test } from 'vitest'
import { contentTypeOf, wireBody } from '../../runtime/body.ts'
import { parseOperation } from '../../runtime/operation.ts'

const json = parseOperation('a.b', 'POST /a/202309/b json', '202309')
const form = parseOperation('a.c', 'POST /a/202309/c form', '202309')
const get = parseOperation('a.d', 'GET /a/202309/d json', '202309')

describe('wireBody', () => {
  test('makes the form of an upload anew for each attempt', () => {
    const make = wireBody(form, { data: new Uint8Array([1]) }) as () => FormData
    expect(make()).toBeInstanceOf(FormData)
    expect(make()).not.toBe(make())
  })

  test('leaves a FormData as it is', () => {
    const own = new FormData()
    expect(wireBody(form, own)).toBe(own)
    expect(wireBody(json, own)).toBe(own)
  })

  test('writes JSON, and nothing for a GET', () => {
    expect(wireBody(json, { a: 1 })).toBe('{"a":1}')
    expect(wireBody(get, { a: 1 })).toBeUndefined()
  })
})

describe('contentTypeOf', () => {
  test.each([
    ['JSON', json, { a: 1 }, 'application/json'],
    ['nothing', json, undefined, 'application/json'],
    ['a form', form, { data: '' }, null],
    ['an upload without a part', form, undefined, 'application/json'],
    ['a FormData', json, new FormData(), null],
  ])('of %s', (_, operation, body, expected) => {
    expect(contentTypeOf(operation, body)).toBe(expected)
  })
})
