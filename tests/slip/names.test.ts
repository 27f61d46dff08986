// Printers known by name in a hall whose name server is gone: the server's few threads stay free.
import { expect, it } from 'vitest'
import type { LookupFunction } from 'node:net'
import { createLookup } from '../../server/slip/printers/tcp.ts'

/** A name server that answers when it is told to. */
function nameServer() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const lookup: LookupFunction = (host, _options, told) => {
    asked.push(host)
    answers.push(() => told(null, `10.0.0.${asked.length}`, 4))
  }
  return { asked, lookup, answer: () => answers.shift()?.() }
}

it('one name is looked up at a time, and once for all that wait for it', () => {
  const { asked, lookup, answer } = nameServer()
  const find = createLookup(lookup)
  const found: string[] = []
  for (const host of ['pintu', 'aula', 'pintu', 'pintu']) {
    find(host, {}, (_error, address) => void found.push(`${host} ${String(address)}`))
  }
  expect(asked).toEqual(['pintu'])
  answer()
  expect([asked, found]).toEqual([['pintu', 'aula'], Array(3).fill('pintu 10.0.0.1')])
  answer()
  expect(found.at(-1)).toBe('aula 10.0.0.2')
  find('pintu', {}, () => {})
  expect(asked).toEqual(['pintu', 'aula', 'pintu'])
})

it('a name that nobody knows keeps no other one waiting', () => {
  const find = createLookup((host, _options, told) =>
    host === 'aula' ? told(null, '10.0.0.2', 4) : told(new Error('ENOTFOUND'), '', 0),
  )
  const found: unknown[] = []
  find('salah', {}, (error) => void found.push(error?.message))
  find('aula', {}, (_error, address) => void found.push(address))
  expect(found).toEqual(['ENOTFOUND', '10.0.0.2'])
})
