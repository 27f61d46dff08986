// What the panel says: two complete languages, and sentences for the codes of the view.
import { signal } from '@preact/signals'
import { beforeEach, describe, expect, test } from 'vitest'
import { searchServices } from '../../counter-ui/pick/ServicePick.tsx'
import {
  becauseText,
  problemText,
  undoText,
  waitedText,
  whyText,
} from '../../counter-ui/panel/panel-words.ts'
import { en as auditEn, id as auditId } from '../../counter-ui/audit/texts.ts'
import { en as hallEn, id as hallId } from '../../counter-ui/hall/texts.ts'
import { en as draftEn, id as draftId } from '../../counter-ui/manage/draft/texts.ts'
import { en as eventEn, id as eventId } from '../../counter-ui/manage/events/texts.ts'
import { en as floorEn, id as floorId } from '../../counter-ui/manage/floor/texts.ts'
import { en as formEn, id as formId } from '../../counter-ui/manage/form/texts.ts'
import { en as placeEn, id as placeId } from '../../counter-ui/manage/hall/texts.ts'
import { en as offerEn, id as offerId } from '../../counter-ui/manage/offer/texts.ts'
import { en as emergencyEn, id as emergencyId } from '../../counter-ui/paper/texts.ts'
import { en as paperEn, id as paperId } from '../../counter-ui/manage/papers/texts.ts'
import { en as planEn, id as planId } from '../../counter-ui/manage/plan/texts.ts'
import { en as shellEn, id as shellId } from '../../counter-ui/manage/shell/texts.ts'
import { en as manageEn } from '../../counter-ui/manage/texts/en.ts'
import { id as manageId } from '../../counter-ui/manage/texts/id.ts'
import { en as panelEn } from '../../counter-ui/panel/texts/en.ts'
import { id as panelId } from '../../counter-ui/panel/texts/id.ts'
import { en as staffEn, id as staffId } from '../../counter-ui/texts.ts'
import { en as simulatorEn, id as simulatorId } from '../../counter-ui/simulator/texts.ts'
import { en as monitorEn, id as monitorId } from '../../counter-ui/monitor/texts.ts'
import { en as superviseEn, id as superviseId } from '../../counter-ui/supervise/texts.ts'
import type { Hall } from '../../screens/hall.ts'
import { timeZone } from '../../screens/format.ts'
import { en as homeEn, id as homeId } from '../../screens/home/texts.ts'
import { language } from '../../screens/i18n.ts'
import type { HallService } from '../../server/live/hall.ts'
import { textFaults } from '../screens/texts.ts'
import { row } from './view.ts'

beforeEach(() => {
  language.value = 'id'
  timeZone.value = 'Asia/Makassar'
})

test.each([
  ['audit', auditId, auditEn],
  ['hall', hallId, hallEn],
  ['manage', manageId, manageEn],
  ['panel', panelId, panelEn],
  ['draft', draftId, draftEn],
  ['emergency', emergencyId, emergencyEn],
  ['event', eventId, eventEn],
  ['floor', floorId, floorEn],
  ['form', formId, formEn],
  ['offer', offerId, offerEn],
  ['paper', paperId, paperEn],
  ['plan', planId, planEn],
  ['place', placeId, placeEn],
  ['shell', shellId, shellEn],
  ['staff', staffId, staffEn],
  ['supervise', superviseId, superviseEn],
  ['monitor', monitorId, monitorEn],
  ['simulator', simulatorId, simulatorEn],
  ['home', homeId, homeEn],
])('the two languages of %s fit each other', (_name, ours, theirs) => {
  expect(textFaults(ours, theirs)).toEqual([])
})

describe('why this number', () => {
  test('by credit, with who would be next', () => {
    const why = whyText({ rule: 'credit', credit: 34.26, over: { number: 'A014', credit: 31 } })
    expect(why).toBe('Nilai tunggunya paling tinggi, 34,3; berikutnya A014 dengan 31.')
  })

  test('with whom it passed and why, each reason in its own words', () => {
    const because = ['slip', 'elsewhere', 'reserved', 'walking', 'later', 'blocked'] as const
    const passed = because.map((reason, index) => ({ number: `A00${index}`, because: reason }))
    const why = whyText({ rule: 'credit', credit: 5, over: null, passed })
    expect(why).toContain('A001 (di loket lain)')
    expect(new Set(why.match(/\([^)]+\)/g)).size).toBe(because.length)
  })

  test('nobody else was there', () => {
    expect(whyText({ rule: 'credit', credit: 5, over: null })).toContain('Satu-satunya')
  })

  test('chosen over somebody', () => {
    const why = whyText({ rule: 'chosen', credit: 2, over: { number: 'B001', credit: 9 } })
    expect(why).toContain('Dipilih petugas')
    expect(why).toContain('B001')
  })
})

describe('why an action was refused', () => {
  const names = (entries: [string, string][]) =>
    signal(new Map(entries.map(([key, name]) => [key, { name: { id: name, en: name } }] as const)))
  const hall = {
    counters: names([['loket-25', 'Loket 25']]),
    services: names([['skck', 'SKCK baru']]),
  } as unknown as Hall
  const why = (code: string, about?: string) =>
    problemText(hall, {
      status: 409,
      code,
      title: 'Judul',
      detail: 'Sebab.',
      ...(about === undefined ? {} : { about }),
    })

  test.each([
    ['loket-25', 'sudah berlanjut di Loket 25'],
    ['cancelled', 'sudah dibatalkan'],
    ['released', 'sudah diantrekan lagi'],
    ['changed', 'sudah berubah'],
  ])('[W14] a refused undo says what stands in the way: %s', (about, words) => {
    expect(why('not-undoable', about)).toContain(words)
  })

  test('an undo without more is refused in the server’s words', () => {
    expect(why('not-undoable')).toBe('Sebab.')
    expect(why('not-undoable', 'something-new')).toBe('Sebab.')
  })

  test('one of several services is named', () => {
    expect(why('service-closed', 'skck')).toBe('SKCK baru: Sebab.')
    expect(why('unknown-service', 'gone')).toBe('Sebab.')
  })
})

describe('what an undo does', () => {
  test.each([
    ['unanswered', 'panggilan keduanya batal'],
    ['seated', 'A001 akan dibatalkan'],
    ['handed-over', 'Loket akan kembali'],
  ])('%s', (action, words) => {
    expect(undoText({ action, number: 'A001', until: '', by: null })).toContain(words)
  })
})

describe('why not yet', () => {
  test('[W8] where the plan has a second call, an unanswered first one is not the last: until a time of the hall', () => {
    const second = row({ because: 'later', secondCall: true, callableFrom: '2026-11-24T01:45:00.000Z' })
    expect(becauseText(second)).toBe('Sekali dipanggil, panggilan kedua pukul 09.45')
    expect(becauseText({ ...second, secondCall: false })).toBe('Terlambat, dapat dipanggil 09.45')
  })

  test('walking, until a time of the hall', () => {
    const walking = row({ because: 'walking', callableFrom: '2026-11-24T01:45:00.000Z' })
    expect(becauseText(walking)).toBe('Sedang berjalan, dapat dipanggil 09.45')
  })

  test('empty for somebody who can be called', () => {
    expect(becauseText(row())).toBe('')
  })

  test('and tells a slip that is being printed from one that nobody took', () => {
    expect(becauseText(row({ because: 'slip' }))).toBe('Slip sedang dicetak')
    expect(becauseText(row({ because: 'slip', notTaken: true }))).toBe(
      'Slip belum diambil: resepsionis mengurusnya',
    )
  })
})

test('an action that this page does not know can still be undone in words', () => {
  expect(undoText({ action: 'reopened', number: 'A001', until: '', by: null })).toContain('A001')
})

test('less than a minute is no waiting', () => {
  expect(waitedText(59)).toBe('Baru saja datang')
  expect(waitedText(720)).toBe('Menunggu 12 menit')
})

describe('searching a service', () => {
  const service = (name: string, agency: string): HallService => ({
    id: name,
    agency,
    name: { id: name, en: name },
    prefix: 'A',
    status: 'open',
    quota: null,
    minutes: 5,
    hours: null,
    after: [],
    requirements: [],
  })
  const services = [service('Kartu Keluarga baru', 'dukcapil'), service('Pendaftaran JKN', 'bpjs')]
  const agencies = new Map([
    [
      'dukcapil',
      { id: 'dukcapil', name: { id: 'Dinas Kependudukan', en: 'Civil Registry' }, short: 'Dukcapil' },
    ],
    ['bpjs', { id: 'bpjs', name: { id: 'BPJS Kesehatan', en: 'BPJS Health' }, short: 'BPJS' }],
  ])
  const found = (typed: string) => searchServices(services, agencies, typed).map(({ id }) => id)

  test('without words: all', () => expect(found('  ')).toHaveLength(2))
  test('by the beginning of words, in any order', () =>
    expect(found('kel kart')).toEqual(['Kartu Keluarga baru']))
  test('by the agency', () => expect(found('bpjs')).toEqual(['Pendaftaran JKN']))
  test('in the other language', () => expect(found('civil')).toEqual(['Kartu Keluarga baru']))
  test('not by the middle of a word', () => expect(found('arga')).toEqual([]))
})
