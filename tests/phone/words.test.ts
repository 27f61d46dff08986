// What the page says about a step and on its tab, in both languages.
import { beforeEach, describe, expect, it } from 'vitest'
import { statusLines } from '../../kiosk-ui/phone/Steps.tsx'
import { en, id } from '../../kiosk-ui/phone/texts.ts'
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
    expect(statusLines(step(), false)).toEqual(['3 orang sebelum Anda', '10–25 menit'])
    language.value = 'en'
    expect(statusLines(step({ ahead: 1 }), false)).toEqual(['1 person before you', '10–25 min'])
  })

  it('says no time where nobody serves, and promises nothing', () => {
    const nobody = {
      forecast: null,
      openCounters: 0,
      when: { id: 'Belum ada loket buka', en: 'No counter is open' },
    }
    expect(statusLines(step(nobody), false)).toEqual(['3 orang sebelum Anda', 'Belum ada loket buka'])
    expect(statusLines(step({ ...nobody, ahead: 0 }), false)).toEqual(['Menunggu', 'Belum ada loket buka'])
    expect(statusLines(step({ ahead: 0 }), false)).toEqual([id.nobodyAhead, '10–25 menit'])
  })

  it('says what had been told before, where that has changed', () => {
    const changed = {
      id: 'Tadi pukul 09.10–09.25; loket berkurang.',
      en: 'Before: 09:10–09:25; a counter has closed.',
    }
    expect(statusLines(step({ changed }), false)).toEqual(['3 orang sebelum Anda', '10–25 menit', changed.id])
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
