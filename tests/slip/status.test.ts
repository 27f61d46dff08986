// What an ESC/POS printer's bytes mean, bit by bit, in whatever pieces and with whatever nonsense they come.
import { describe, expect, it } from 'vitest'
import { conditionFrom, conditionFromAsb, createEar } from '../../server/slip/printers/talk.ts'

const ok = 0x12

describe('the four bytes of DLE EOT', () => {
  it.each([
    ['ready', null, [ok, ok, ok, ok]],
    ['ready with an open drawer', null, [ok | 4, ok, ok, ok]],
    ['near-end', null, [ok, ok, ok, ok | 0x0c]],
    ['paper-out', 'paper-out', [ok | 8, ok | 0x20, ok, ok | 0x6c]],
    ['paper-out that only the cause tells', 'paper-out', [ok | 8, ok | 0x20, ok, ok]],
    ['cover-open', 'cover-open', [ok | 8, ok | 4, ok, ok]],
    ['cover-open, where the sensor sees no paper', 'cover-open', [ok | 8, ok | 4, ok, ok | 0x6c]],
    ['error of the knife', 'error', [ok | 8, ok | 0x40, ok | 8, ok]],
    ['error that heals by itself', 'error', [ok | 8, ok, ok | 0x40, ok]],
    ['offline', 'offline', [ok | 8, ok, ok, ok]],
  ] as const)('%s', (says, why, bytes) => {
    const condition = conditionFrom(bytes)
    expect(says).toContain(condition.state)
    expect(condition.why).toBe(why)
  })
})

describe('the status sent unasked', () => {
  it.each([
    ['ready', [0x10, 0, 0, 0x0f]],
    ['near-end', [0x10, 0, 0x03, 0x0f]],
    ['paper-out', [0x18, 0, 0x0f, 0x0f]],
    ['cover-open', [0x38, 0, 0x0c, 0x0f]],
    ['error', [0x18, 0x08, 0, 0x0f]],
    ['offline', [0x18, 0, 0, 0x0f]],
  ] as const)('%s', (state, bytes) => expect(conditionFromAsb(bytes).state).toBe(state))
})

describe('the ear', () => {
  const heard = (...pieces: number[][]) => {
    const ear = createEar()
    return pieces.flatMap((piece) => ear(Uint8Array.from(piece)))
  }

  it('tells status, the end of a slip and what comes unasked apart', () => {
    expect(heard([0x12, 0x00, 0x10, 0, 0x0c, 0x0f, 0x1a])).toEqual([
      { kind: 'status', byte: 0x12 },
      { kind: 'done' },
      { kind: 'unasked', condition: { state: 'paper-out', why: 'paper-out' } },
      { kind: 'status', byte: 0x1a },
    ])
  })

  it('puts together what comes in pieces', () => {
    expect(heard([0x10], [0, 0], [0x0f])).toMatchObject([{ kind: 'unasked' }])
  })

  it('takes a status that breaks off for nonsense, and hears what follows', () => {
    expect(heard([0x10, 0], [0x12])).toEqual([{ kind: 'garbage' }, { kind: 'status', byte: 0x12 }])
  })

  it('takes nothing else for an answer', () => {
    for (const text of ['HTTP/1.1 400', '<html>', 'login:']) {
      expect(heard([...Buffer.from(text)])).toContainEqual({ kind: 'garbage' })
    }
    expect(heard([0xff, 0x80])).toEqual([{ kind: 'garbage' }, { kind: 'garbage' }])
    expect(heard([0x11, 0x13])).toEqual([])
  })

  it('survives any bytes', () => {
    const ear = createEar()
    for (let one = 0; one < 256; one++) {
      for (let two = 0; two < 256; two++) ear(Uint8Array.of(one, two))
    }
    expect(ear(Uint8Array.of(0x12)).at(-1)).toEqual({ kind: 'status', byte: 0x12 })
  })
})
