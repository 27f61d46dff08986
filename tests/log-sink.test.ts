// The log's sink: what happens to lines when the disk is full, or the reader is slow, gone, or stuck.
import { describe, expect, it } from 'vitest'
import { createSink } from '../server/log-sink.ts'

/** A way to write that takes what `fits` allows, then fails with `code`. */
function doubled() {
  const state = { fits: Infinity, code: 'EAGAIN', said: '' }
  const calls: (() => void)[] = []
  const sink = createSink(
    (bytes) => {
      if (state.fits <= 0) throw Object.assign(new Error(state.code), { code: state.code })
      const length = Math.min(bytes.length, state.fits)
      state.fits -= length
      state.said += Buffer.from(bytes.subarray(0, length)).toString()
      return length
    },
    (lost) => `lost ${lost}\n`,
    (call) => void calls.push(call),
  )
  const later = () => {
    for (const call of calls.splice(0)) call()
  }
  return { state, sink, later, calls }
}

describe('a disk that is full', () => {
  it('costs lines, which are counted and said once there is room', () => {
    const { state, sink } = doubled()
    Object.assign(state, { fits: 0, code: 'ENOSPC' })
    for (let line = 0; line < 5; line += 1) sink.write('line\n')
    expect(state.said).toBe('')
    state.fits = Infinity
    sink.write('again\n')
    sink.write('more\n')
    expect(state.said).toBe('lost 5\nagain\nmore\n')
  })

  it('in the middle of a line leaves the next one whole', () => {
    const { state, sink } = doubled()
    Object.assign(state, { fits: 2, code: 'ENOSPC' })
    sink.write('line\n')
    sink.write('other\n')
    expect(state.said).toBe('li')
    state.fits = Infinity
    sink.write('again\n')
    expect(state.said).toBe('li\nlost 2\nagain\n')
  })
})

describe('a reader who', () => {
  it('is slow for a moment loses nothing', () => {
    const { state, sink, later, calls } = doubled()
    state.fits = 7
    for (const line of ['one\n', 'two\n', 'three\n']) sink.write(line)
    expect(state.said).toBe('one\ntwo')
    later()
    expect(calls).toHaveLength(1)
    state.fits = Infinity
    later()
    expect(state.said).toBe('one\ntwo\nthree\n')
    expect(calls).toEqual([])
  })

  it('is stuck costs lines, and no more memory than stated', () => {
    const { state, sink, later, calls } = doubled()
    state.fits = 0
    const line = `${'x'.repeat(1023)}\n`
    for (let nth = 0; nth < 2000; nth += 1) sink.write(line)
    expect(calls).toHaveLength(1)
    state.fits = Infinity
    later()
    const kept = state.said.length / 1024
    expect(kept).toBe(257)
    sink.write('again\n')
    expect(state.said.endsWith(`x\nlost ${2000 - kept}\nagain\n`)).toBe(true)
  })

  it('left costs all', () => {
    const { state, sink, calls } = doubled()
    Object.assign(state, { fits: 0, code: 'EPIPE' })
    for (let nth = 0; nth < 2000; nth += 1) sink.write('line\n')
    expect([state.said, calls]).toEqual(['', []])
  })
})
