import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromJson, toJson } from '../../runtime/int64.ts'

const runs = { numRuns: 10_000 }
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })

describe('fromJson', () => {
  test.each([
    ['a number that is safe', '{"a":9007199254740991}', { a: 9007199254740991 }],
    ['one that is not', '{"a":9007199254740993}', { a: '9007199254740993' }],
    ['a negative one', '{"a":-9007199254740993}', { a: '-9007199254740993' }],
    ['the greatest', '[9223372036854775807]', ['9223372036854775807']],
    ['beyond 64 bits', '[123456789012345678901234567890]', ['123456789012345678901234567890']],
    ['after white space', '{"a" : \n\t 576461413038785752 }', { a: '576461413038785752' }],
    ['text that looks like one', '{"a":"x, 576461413038785752"}', { a: 'x, 576461413038785752' }],
    [
      'text with quotes and backslashes',
      String.raw`{"a":"\\\":576461413038785752","b":576461413038785753}`,
      { a: String.raw`\":576461413038785752`, b: '576461413038785753' },
    ],
    ['a decimal', '[:12.345678901234567890]'.replace(':', ''), [12.345678901234567]],
    ['an exponent', '[1234567890123456e3, 1E400]', [1234567890123456e3, Infinity]],
    ['a name', '{"576461413038785752":576461413038785752}', { '576461413038785752': '576461413038785752' }],
  ])('reads %s', (_, json, expected) => {
    expect(fromJson(json, {})).toEqual(expected)
  })

  test('makes strings of all numbers at marked places, and of nothing else', () => {
    const marks = { data: { id: {}, items: { '[]': { id: {}, ids: { '[]': {} } } }, gone: { id: {} } } }
    const json =
      '{"code":0,"data":{"id":7,"n":7,"items":[{"id":null,"ids":[1,"2",9007199254740993]},{"id":8},null],"gone":null}}'
    expect(fromJson(json, marks)).toEqual({
      code: 0,
      data: {
        id: '7',
        n: 7,
        items: [{ id: null, ids: ['1', '2', '9007199254740993'] }, { id: '8' }, null],
        gone: null,
      },
    })
  })

  test('survives an answer of another shape than marked', () => {
    expect(fromJson('{"data":[{"id":7}]}', { data: { id: {} } })).toEqual({ data: [{ id: 7 }] })
    expect(fromJson('{"data":{"id":7}}', { data: { '[]': { id: {} } } })).toEqual({ data: { id: 7 } })
    expect(fromJson('{"data":"x"}', { data: { id: {} } })).toEqual({ data: 'x' })
    expect(fromJson('{"data":{}}', { data: { id: {} } })).toStrictEqual({ data: {} })
  })

  test('reads a long text with many escapes', () => {
    const text = '\\"x'.repeat(500_000)
    expect(fromJson(`{"a":${JSON.stringify(text)},"b":576461413038785752}`, {})).toEqual({
      a: text,
      b: '576461413038785752',
    })
  })

  test('loses no digit, 10,000 times', () => {
    const property = fc.property(int64, fc.string(), (big, text) => {
      const { a, b } = fromJson(`{"a":[${big}],"b":${JSON.stringify(text)}}`, {}) as { a: [unknown]; b: string }
      expect(String(a[0])).toBe(String(big))
      expect(typeof a[0]).toBe(Number.isSafeInteger(Number(big)) ? 'number' : 'string')
      expect(b).toBe(text)
    })
    fc.assert(property, runs)
  })

  test('agrees with JSON.parse where no number is big, 10,000 times', () => {
    fc.assert(
      fc.property(
        fc.json().filter((json) => !/\d{16}/.test(json)),
        (json) => void expect(fromJson(`[${json}]`, {})).toEqual([JSON.parse(json)]),
      ),
      runs,
    )
  })
})

describe('toJson', () => {
  test.each([
    [
      'without marks, as JSON.stringify does',
      { a: undefined, b: [undefined], c: new Date(0) },
      undefined,
      '{"b":[null],"c":"1970-01-01T00:00:00.000Z"}',
    ],
    ['digits bare', { id: '7494049642642441621' }, { id: {} }, '{"id":7494049642642441621}'],
    ['a safe number', { id: 7 }, { id: {} }, '{"id":7}'],
    ['a bigint', { id: -9223372036854775808n }, { id: {} }, '{"id":-9223372036854775808}'],
    [
      'null, and nothing for undefined',
      { id: null, ids: [null], b: undefined },
      { id: {}, ids: { '[]': {} }, b: {} },
      '{"id":null,"ids":[null]}',
    ],
    [
      'in lists',
      { items: [{ ids: ['1', '2'], n: '3' }] },
      { items: { '[]': { ids: { '[]': {} } } } },
      '{"items":[{"ids":[1,2],"n":"3"}]}',
    ],
    ['other strings in quotes', { id: '1', a: 'int64:1:2' }, { id: {} }, '{"id":1,"a":"int64:1:2"}'],
  ])('writes %s', (_, value, marks, expected) => {
    expect(toJson(value, marks)).toBe(expected)
  })

  test("leaves the caller's object as it is", () => {
    const body = { items: [{ id: '1' }] }
    toJson(body, { items: { '[]': { id: {} } } })
    expect(body).toEqual({ items: [{ id: '1' }] })
  })

  test.each([
    '',
    '1.5',
    '1e3',
    '007',
    '-0',
    '+1',
    ' 1',
    '9223372036854775808',
    '-9223372036854775809',
    'x',
    '1,"a":2',
    2 ** 53,
    1.5,
    true,
    {},
    [],
  ])('refuses %j at a marked place', (id) => {
    const expected = "body.items[1].id must be a 64-bit integer, such as '7494049642642441621'"
    expect(() => toJson({ items: [{}, { id }] }, { items: { '[]': { id: {} } } })).toThrow(expected)
  })

  test('writes what fromJson read, 10,000 times', () => {
    const marks = { id: {}, list: { '[]': { id: {} } } }
    const tree = fc.record({
      id: int64.map(String),
      text: fc.string(),
      list: fc.array(fc.record({ id: int64.map(String), n: fc.string() })),
    })
    const property = fc.property(tree, (value) => {
      const json = toJson(value, marks)
      // Read a second time by BigInt: each marked value stands there bare, in order.
      const bare = JSON.stringify({ ...value, id: 0, list: value.list.map((item) => ({ ...item, id: 0 })) })
      let next = 0
      const ids = [value.id, ...value.list.map(({ id }) => id)]
      expect(json).toBe(bare.replace(/"id":0(?=[,}])/g, () => `"id":${BigInt(ids[next++] as string)}`))
      expect(fromJson(json, marks)).toEqual(value)
    })
    fc.assert(property, runs)
  })
})
