import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Account,
  goneAgencies,
  groups,
  outlived,
  accountStateText,
} from '../../counter-ui/manage/accounts/account.ts'
import { sessionSince, sessionWhere } from '../../counter-ui/manage/accounts/OwnAccount.tsx'
import { loadHall, type Hall } from '../../screens/hall.ts'
import { hallAnswer } from '../../server/live/hall.ts'
import { emptyHall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const account = (given: Partial<Account>): Account => ({
  id: given.username ?? 'x',
  username: 'x',
  name: 'X',
  role: 'officer',
  agency: 'dukcapil',
  disabled: false,
  mustChange: false,
  oneTimeUntil: null,
  lastSignIn: null,
  sessions: 0,
  counters: [],
  steer: true,
  ...given,
})
const all = [
  account({ username: 'wayan', name: 'I Wayan Sudarma' }),
  account({ username: 'ayu', name: 'Ayu Lestari' }),
  account({ username: 'dewi', name: 'Dewi Ayu', agency: 'polres' }),
  account({ username: 'lama', name: 'Orang Lama', agency: 'sudah-tiada' }),
  account({ username: 'bos', name: 'Pengelola', role: 'manager', agency: null }),
]

let hall: Hall
beforeAll(() => {
  const data = hallAnswer({ hall: emptyHall(layOut(rulesPlan)), note: () => null })
  hall = loadHall({ fetchHall: async () => ({ ok: true, data }), after: () => {} })
})
const shown = (typed: string) =>
  groups(hall, all, typed).map(({ id, accounts }) => [id, accounts.map(({ username }) => username)])

describe('the list of accounts', () => {
  it('are listed by agency, those of the whole hall first, each by name', () => {
    expect(shown('')).toEqual([
      [null, ['bos']],
      ['dukcapil', ['ayu', 'wayan']],
      ['polres', ['dewi']],
      ['sudah-tiada', ['lama']],
    ])
  })

  it('is searched by all words that are typed, in name, user name or agency', () => {
    expect(shown('AYU')).toEqual([
      ['dukcapil', ['ayu']],
      ['polres', ['dewi']],
    ])
    expect(shown('ayu polres')).toEqual([['polres', ['dewi']]])
    expect(shown('tidak ada')).toEqual([])
  })

  it('says what is wrong with an account, and nothing if all is well', () => {
    const until = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    expect(accountStateText(hall, account({}))).toBe('')
    expect(accountStateText(hall, account({ disabled: true, oneTimeUntil: until(1) }))).toBe('Ditutup')
    expect(accountStateText(hall, account({ oneTimeUntil: until(24) }))).toMatch(
      /^Kata sandi sekali pakai, berlaku sampai \S+/,
    )
    expect(accountStateText(hall, account({ oneTimeUntil: until(-1) }))).toBe(
      'Kata sandi sekali pakai sudah kedaluwarsa',
    )
  })

  it('says of an open account that its agency is gone, by its name if somebody knows it', () => {
    const gone = [
      { id: 'sudah-tiada', name: { id: 'Kantor Pos', en: 'Post office' } },
      { id: '__proto__', name: null },
    ]
    goneAgencies.value = new Map(gone.map((agency) => [agency.id, agency]))
    const left = [...all, account({ agency: '__proto__' })]
    expect(outlived(left).map((one) => accountStateText(hall, one))).toEqual([
      'Kantor Pos tidak ada lagi di mal ini',
      '__proto__ tidak ada lagi di mal ini',
    ])
    const shut = account({ agency: 'sudah-tiada', disabled: true })
    expect([outlived([shut]), accountStateText(hall, shut)]).toEqual([[], 'Ditutup'])
    goneAgencies.value = new Map()
    expect(outlived(left)).toEqual([])
  })
})

describe('one’s own session', () => {
  const session = {
    id: 'a',
    current: false,
    browser: 'Chrome',
    system: 'Windows',
    address: '10.0.0.7',
    since: '2026-11-24T01:00:00Z',
    lastUsedAt: '2026-11-24T02:30:00Z',
    endsAt: '2026-11-24T16:00:00Z',
  }

  it('is told by where it is and since when', () => {
    expect(sessionWhere(session)).toBe('Chrome di Windows')
    expect(sessionWhere({ ...session, system: null })).toBe('Chrome')
    expect(sessionWhere({ ...session, browser: null, system: null })).toBe('Peramban tidak dikenal')
    expect(sessionSince(session)).toBe(
      'Sejak Selasa, 24 November 2026, pukul 09.00, terakhir dipakai pukul 10.30, dari 10.0.0.7',
    )
    expect(sessionSince({ ...session, address: null, lastUsedAt: '2026-11-24T17:00:00Z' })).toBe(
      'Sejak Selasa, 24 November 2026, pukul 09.00, terakhir dipakai Rabu, 25 November 2026, pukul 01.00',
    )
  })
})
