// The record of what should not have happened: how often, since when, across restarts, and nothing about the PC or
// its people.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type IncidentsParts, openIncidents } from '../server/incidents.ts'

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-incidents-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

function open(dir: string, more: Partial<IncidentsParts> = {}) {
  const clock = { now: 1_000_000 }
  const warned: string[] = []
  const warn = (_details: unknown, message: string) => void warned.push(message)
  const incidents = openIncidents({
    dir,
    version: '0.1.0',
    now: () => clock.now,
    boot: 'today',
    warn,
    ...more,
  })
  return { incidents, clock, warned }
}

const one = new TypeError('x is no y\nwith a second line')

it('the same thing again counts on, newest first, and all of it is there after a start', () => {
  const dir = folder()
  const { incidents, clock } = open(dir)
  incidents.add('survived', one)
  clock.now += 60_000
  incidents.add('restarted', new Error('other'))
  clock.now += 60_000
  incidents.add('survived', one)
  const list = incidents.list()
  expect(list).toMatchObject([
    { kind: 'survived', what: 'TypeError: x is no y', count: 2, first: 1_000_000, last: 1_120_000 },
    { kind: 'restarted', what: 'Error: other', count: 1, version: '0.1.0' },
  ])
  expect(open(dir).incidents.list()).toEqual(list)
  expect(statSync(join(dir, 'incidents.json')).mode & 0o777).toBe(0o600)
})

it('a storm of them is no storm of writing, and a stop writes the last count', () => {
  const dir = folder()
  const { incidents } = open(dir)
  for (let nth = 0; nth < 500; nth += 1) incidents.add('survived', one)
  expect(open(dir).incidents.list()[0]?.count).toBeLessThan(10)
  incidents.stopped()
  expect(open(dir).incidents.list()[0]?.count).toBe(500)
})

it('keeps the newest fifty', () => {
  const dir = folder()
  const { incidents } = open(dir)
  for (let nth = 0; nth < 60; nth += 1) incidents.add('survived', new Error(`the ${nth}th`))
  expect(incidents.list()).toHaveLength(50)
  expect(incidents.list()[0]?.what).toBe('Error: the 59th')
})

it('an unexplained end is one, unless the PC was off in between', () => {
  const dir = folder()
  open(dir).incidents.runs()
  expect(open(dir, { boot: 'tomorrow' }).incidents.list()).toEqual([])
  expect(open(dir).incidents.list()).toMatchObject([{ kind: 'ended', what: '', where: [] }])
})

it('a requested stop is not one', () => {
  const dir = folder()
  const { incidents } = open(dir)
  incidents.runs()
  incidents.stopped()
  expect(open(dir).incidents.list()).toEqual([])
})

it.each(['', '{', '[1,null,{"id":7}]', '{"kind":"survived"}'])(
  'a damaged file (%s) is started afresh',
  (text) => {
    const dir = folder()
    writeFileSync(join(dir, 'incidents.json'), text)
    writeFileSync(join(dir, 'running.json'), text)
    const { incidents } = open(dir)
    expect(incidents.list()).toEqual([])
    incidents.add('survived', one)
    expect(open(dir).incidents.list()).toHaveLength(1)
  },
)

it('what can’t be written is in memory all the same', () => {
  const dir = folder()
  const { incidents, warned } = open(dir)
  rmSync(dir, { recursive: true })
  incidents.add('survived', one)
  incidents.runs()
  incidents.stopped()
  expect(incidents.list()).toHaveLength(1)
  expect(warned).toEqual(['incidents not written', 'an end without a word will not be noticed'])
  expect(existsSync(dir)).toBe(false)
})

it('a text or nothing that is thrown is not told: it may be somebody’s', () => {
  const dir = folder()
  const { incidents } = open(dir)
  incidents.add('survived', 'the secret inside')
  incidents.add('survived', undefined)
  expect(incidents.list().map(({ what }) => what)).toEqual(['', 'thrown: string'])
  expect(readFileSync(join(dir, 'incidents.json'), 'utf8')).not.toContain('secret')
})
