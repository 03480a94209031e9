import { describe, expect, test } from 'vitest'
import { formOf } from '../../runtime/multipart.ts'

const bytes = new Uint8Array([1, 2, 3])

describe('formOf', () => {
  test.each([
    [
      'a File under its own name',
      { data: new File([bytes], 'a.pdf', { type: 'application/pdf' }), name: 'b.pdf' },
      ['a.pdf', 'application/pdf'],
    ],
    [
      'a Blob under the name argument',
      { data: new Blob([bytes], { type: 'image/png' }), name: 'b.png' },
      ['b.png', 'image/png'],
    ],
    ['a Blob under its part', { data: new Blob([bytes]) }, ['data', '']],
    ['bytes', { data: bytes }, ['data', '']],
    ['a Buffer, only its own part of the memory', { data: Buffer.from([0, 1, 2, 3, 4]).subarray(1, 4) }, ['data', '']],
  ])('sends %s', async (_, fields, [name, type]) => {
    const file = formOf(fields).get('data') as File
    expect([file.name, file.type]).toEqual([name, type])
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
  })

  test('sends other values as text', () => {
    const form = formOf({ a: 'text', b: 1, c: false, d: { x: 1 }, e: ['1', '2'] })
    expect([...form.entries()]).toEqual([['a', 'text'], ['b', '1'], ['c', 'false'], ['d', '{"x":1}'], ['e', '1'], ['e', '2']]) // prettier-ignore
  })

  test('is made anew each time', () => {
    const fields = { data: bytes }
    expect(formOf(fields)).not.toBe(formOf(fields))
  })
})
