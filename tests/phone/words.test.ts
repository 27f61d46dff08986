// What the page says of a step and on its tab, in both languages.
import { beforeEach, describe, expect, it } from 'vitest'
import { statusLines } from '../../kiosk-ui/phone/Steps.tsx'
import { en } from '../../kiosk-ui/phone/texts/en.ts'
import { id } from '../../kiosk-ui/phone/texts/id.ts'
import { timeZone } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'
import { textFaults } from '../screens/texts.ts'
import { inMinutes, step } from './step.ts'

beforeEach(() => {
  language.value = 'id'
  timeZone.value = 'Asia/Makassar'
})

it('the texts are whole in both languages', () => expect(textFaults(id, en)).toEqual([]))

describe('a step that waits', () => {
  it('says how many are before it, and about how long', () => {
    expect(statusLines(step(), false)).toEqual(['3 orang sebelum Anda', '±10–25 menit'])
    language.value = 'en'
    expect(statusLines(step({ ahead: 1 }), false)).toEqual(['1 person before you', 'about 10–25 min'])
  })

  it('says no time where nobody serves, and promises nothing', () => {
    expect(statusLines(step({ forecast: null }), false)).toEqual([
      id.ahead.replace('{count}', '3'),
      id.nobodyOpen,
    ])
    expect(statusLines(step({ forecast: null, ahead: 0 }), false)).toEqual(['Menunggu', id.nobodyOpen])
    expect(statusLines(step({ ahead: 0 }), false)).toEqual([id.nobodyAhead])
    expect(statusLines(step({ forecast: null, ahead: 0, pausedUntil: inMinutes(240) }), false)).toEqual([
      'Menunggu',
      'Loket istirahat sampai 13.00',
    ])
  })

  it('says from when it can be called', () => {
    const late = step({ callableFrom: inMinutes(5), ahead: 0 })
    expect(statusLines(late, false)).toEqual(['Dapat dipanggil mulai pukul 09.05'])
  })

  it('is not next while the visitor is at a counter', () => {
    expect(statusLines(step({ ahead: 0 }), true)).toEqual([id.afterThis])
  })
})

it('other steps say their status, and what came of them', () => {
  expect(statusLines(step({ status: 'blocked', ahead: 2 }), false)).toEqual(['Menunggu langkah sebelumnya'])
  expect(statusLines(step({ status: 'held', callableFrom: inMinutes(10) }), false)).toEqual([
    'Ditunda',
    'Menunggu lagi pukul 09.10',
  ])
  const done = (outcome: string) => statusLines(step({ status: 'done', ahead: null, outcome }), false)
  expect(['served', 'incomplete', 'referred'].map((outcome) => done(outcome)[0])).toEqual([
    'Selesai',
    id.incomplete,
    id.referred,
  ])
})
