// What the kiosk says about services: the state of each, which are wanted most, which papers they need.
import { describe, expect, it } from 'vitest'
import { beforeText, whenText } from '../../kiosk-ui/lines.ts'
import { papersOf } from '../../kiosk-ui/visit-order.ts'
import { mostWanted, standing } from '../../kiosk-ui/standing.ts'
import { en } from '../../kiosk-ui/texts/en.ts'
import { id } from '../../kiosk-ui/texts/id.ts'
import type { HallService } from '../../server/live/hall.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { textFaults } from '../screens/texts.ts'

function service(name: string, more: Partial<HallService> = {}): HallService {
  return {
    id: name,
    agency: 'dukcapil',
    name: { id: name, en: name },
    prefix: 'A',
    status: 'open',
    quota: null,
    minutes: 10,
    hours: null,
    after: [],
    requirements: [],
    ...more,
  }
}

function live(name: string, more: Partial<KioskView['services'][number]> = {}) {
  const line = { waiting: 0, ahead: 0, openCounters: 0, forecast: null, pausedUntil: null }
  return {
    id: name,
    status: 'open',
    ...line,
    closed: null,
    opens: null,
    said: null,
    left: null,
    overQuota: false,
    taken: 0,
    ...more,
  } as const
}

function view(services: KioskView['services']): KioskView {
  const hall = {
    plan: 1,
    day: '2026-11-24',
    operation: 'trial',
    clockOffset: 0,
    clockSuspect: false,
    clock: 'right' as const,
  } as const
  const hours = { open: true, closes: 930, opens: null, closing: false, words: null }
  const opening = { id: 'Buka hari ini 08.00–15.30', en: 'Open today 08:00–15:30' }
  return { hall, open: true, hours, opening, services, printers: [] }
}

describe('standing', () => {
  it('lets open and trial services give numbers, trial marked', () => {
    expect(standing(service('a'), live('a'))).toEqual({ takes: true, trial: false })
    expect(standing(service('a', { status: 'trial' }), undefined)).toEqual({ takes: true, trial: true })
  })

  it('believes the view of the minute before the plan', () => {
    expect(standing(service('a'), live('a', { status: 'paused' }))).toMatchObject({ why: 'paused' })
    const words = { id: 'Kuota hari ini habis.', en: 'No numbers left today.' }
    const said = live('a', { closed: 'quota', said: words })
    expect(standing(service('a'), said)).toEqual({ takes: false, why: 'said', words })
  })

  it('says when a service opens again; in a closed hall that is said once, and services can be looked at', () => {
    const opens = { id: 'Buka lagi pukul 13.00', en: 'Opens again at 13:00' }
    const closed = live('a', { closed: 'hours', opens })
    expect(standing(service('a'), closed, view([closed]))).toEqual({ takes: false, why: 'hours', opens })
    expect(standing(service('a'), closed, { ...view([closed]), open: false })).toMatchObject({ takes: true })
  })

  it('keeps no promise of a day that has passed', () => {
    const soon = (expected: string) =>
      standing(service('a', { status: 'soon', expected }), undefined, view([]))
    expect([soon('2026-11-23'), soon('2026-11-24')]).toMatchObject([
      { expected: null },
      { expected: '2026-11-24' },
    ])
  })

  it('says when, until when and where else', () => {
    const where = { id: 'Kantor', en: 'Office' }
    expect(
      standing(service('a', { status: 'soon', expected: '2027-01-11', where }), undefined),
    ).toMatchObject({
      expected: '2027-01-11',
      where,
    })
    expect(standing(service('a', { status: 'elsewhere', where }), undefined)).toMatchObject({ where })
  })
})

describe('the line for a service', () => {
  it('says how many come before and about how long', () => {
    const line = { ahead: 8, when: { id: '10–25 menit', en: '10–25 min' } }
    expect([beforeText(line), whenText(line)]).toEqual(['8 orang sebelum Anda', '10–25 menit'])
    expect(beforeText({ ahead: 1 })).toBe('1 orang sebelum Anda')
    expect(beforeText({ ahead: 0 })).toBe('')
  })

  it('says nothing of the time where it is not known yet', () => {
    expect(whenText({ ahead: 8 })).toBe('')
  })
})

describe('mostWanted', () => {
  const [a, b, c, d] = [service('a'), service('b', { status: 'soon' }), service('c'), service('d')]

  it('goes by the tickets of today and puts last what gives none', () => {
    const today = view([
      live('a', { taken: 1 }),
      live('b', { status: 'soon', taken: 99 }),
      live('c'),
      live('d', { taken: 7 }),
    ])
    expect(mostWanted([a, b, c, d], today).map((one) => one.id)).toEqual(['d', 'a', 'c', 'b'])
  })

  it('keeps the order of the plan in the morning and without a view', () => {
    expect(mostWanted([a, c, d], null).map((one) => one.id)).toEqual(['a', 'c', 'd'])
  })
})

describe('papersOf', () => {
  const paper = (name: string, issuedBy: string | null = null) => ({
    id: name,
    name: { id: name, en: name },
    issuedBy,
  })

  it('names each paper once, with all the services that ask for it', () => {
    const kk = service('kk', { requirements: [paper('form'), paper('ktp', 'ktp-baru')] })
    const skck = service('skck', { requirements: [paper('ktp', 'ktp-baru'), paper('foto')] })
    expect(
      papersOf([kk, skck]).map(({ requirement, askedBy }) => [requirement.id, askedBy.map((s) => s.id)]),
    ).toEqual([
      ['form', ['kk']],
      ['ktp', ['kk', 'skck']],
      ['foto', ['skck']],
    ])
  })
})

describe('the texts', () => {
  it('have the same parameters in both languages', () => {
    expect(textFaults(id, en)).toEqual([])
  })
})
