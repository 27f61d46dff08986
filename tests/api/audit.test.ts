// The audit over HTTP: who did what and when, who may see it, page by page and as a table.
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { hallApp, type HallApp, password } from './hall-app.ts'

interface Line {
  record: 'journal' | 'access'
  seq: number
  at: string
  day: string
  time: string
  who: string
  staff: string | null
  what: string
  note: string | null
  number: string | null
  counter: { id: string; name: string } | null
}
interface Page {
  lines: Line[]
  next: string | null
  reached: string | null
}
type As = 'ayu' | 'budi' | 'dewi' | 'spv' | 'spv-polres' | 'manager'

let hall: HallApp
beforeEach(async () => {
  hall = await hallApp()
})

const read = (query = '', as: As = 'manager') => hall.does<Page>(`GET /api/audit?language=en${query}`, { as })
const whats = async (query = '', as: As = 'manager') => (await read(query, as)).lines.map(({ what }) => what)
const text = async (query = '', as: As = 'manager') => (await whats(query, as)).join('\n')

async function table(query = '', as: As = 'manager') {
  const cookie = hall.cookies.get(as) ?? ''
  const answer = await hall.app.inject({ url: `/api/audit.csv?language=en${query}`, headers: { cookie } })
  return { ...answer, rows: answer.body.split('\r\n').slice(0, -1) }
}

/** A visitor of the civil registry is called and sent on to the police with a note. */
async function sentOn() {
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'refer', 'loket-1', { service: 'sim', note: 'bawa fotokopi KTP' })
  return visit
}

describe('GET /api/audit', () => {
  it('tells a number from its ticket to its end, the newest first, with who did it', async () => {
    const { number } = await sentOn()
    await hall.take(['sim'])
    const { lines, next } = await read(`&number=${number.toLowerCase()}`)
    // Without a display a call is only shown, once the hall has waited for one: here that may be before or after.
    const done = lines.filter(({ what }) => !what.startsWith('Announced'))
    expect(done.map(({ what }) => what)).toEqual([
      expect.stringMatching(new RegExp(`^Loket 1 refers ${number} to sim; with a note`)),
      expect.stringMatching(`^Loket 1 starts serving ${number}`),
      expect.stringMatching(`^Loket 1 calls ${number}`),
      expect.stringMatching(`^${number} is taken for kk`),
    ])
    expect(lines[0]).toMatchObject({
      record: 'journal',
      at: '2026-11-24T01:00:00.000Z',
      day: '2026-11-24',
      time: '09:00:00',
      who: 'Nama ayu (ayu)',
      staff: 'ayu',
      note: 'bawa fotokopi KTP',
      number,
      counter: { id: 'loket-1', name: 'Loket 1' },
    })
    expect(next).toBeNull()
  })

  it('finds what an undo took back under the number too', async () => {
    const { number } = await sentOn()
    await hall.act('ayu', 'undo', 'loket-1')
    expect((await whats(`&number=${number}`))[0]).toMatch(
      new RegExp(`^Loket 1 takes its last action back\\. The action was: “Loket 1 refers ${number} to .*”$`),
    )
  })

  it('looks for a counter, a person, a device', async () => {
    await sentOn()
    await hall.act('dewi', 'open', 'loket-3')
    const kiosk = await hall.enrol('kiosk')
    await hall.does('POST /api/visits', { as: 'kiosk', key: randomUUID(), body: { services: ['sim'] } })
    expect(await text('&counter=loket-3')).toBe('Loket 3 opens.')
    expect(new Set((await read('&staff=ayu')).lines.map(({ who }) => who))).toEqual(
      new Set(['Nama ayu (ayu)']),
    )
    expect(await whats(`&device=${kiosk}`)).toEqual([
      expect.stringMatching(/ is taken for sim/),
      expect.stringMatching(/^A browser is enrolled as Kiosk/),
      expect.stringMatching(/^Makes an enrolment link for Kiosk/),
    ])
    expect(await whats('&staff=nobody-at-all')).toEqual([])
    expect(await whats('&counter=loket-3&staff=ayu')).toEqual([])
  })

  it('has accounts and sign-ins in their place among the events, also of people who are disabled', async () => {
    await hall.take(['kk'])
    await hall.does('POST /api/session', { body: { username: 'budi', password } })
    await hall.take(['sim'])
    const budi = hall.access.staff.byUsername('budi')
    hall.access.setDisabled(budi?.id ?? '', true, 'command-line')
    const { lines } = await read()
    expect(lines.slice(0, 4).map(({ record, who, what }) => `${record}: ${who}: ${what}`)).toEqual([
      'access: Command on the server: Closes the account Nama budi (budi).',
      expect.stringMatching(/^journal: Nama manager \(manager\): .* is taken for sim/),
      'access: Nama budi (budi): Signs in from 127.0.0.1.',
      expect.stringMatching(/^journal: Nama manager \(manager\): .* is taken for kk/),
    ])
  })

  it('gives page after page, each line once', async () => {
    for (const service of ['kk', 'sim', 'kk', 'sim']) {
      await hall.take([service])
      await hall.does('POST /api/session', { body: { username: 'budi', password } })
    }
    const all = (await read('&limit=200')).lines
    const paged: Line[] = []
    for (let before = ''; ;) {
      const page = await read(`&limit=3${before}`)
      expect(page.lines.length).toBeLessThanOrEqual(3)
      paged.push(...page.lines)
      if (page.next === null) break
      before = `&before=${page.next}`
    }
    expect(paged).toEqual(all)
    expect(new Set(all.map(({ record }) => record))).toEqual(new Set(['journal', 'access']))
  })

  it('goes back over the days, and to one of them; a number is that of the last day', async () => {
    const yesterday = (await sentOn()).number
    hall.later({ hours: 24 })
    await hall.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })
    const today = (await hall.take(['kk'])).visit.number
    expect(today).toBe(yesterday)
    expect(await whats(`&number=${today}`)).toHaveLength(1)
    expect(await whats(`&number=${today}&day=2026-11-24`)).toHaveLength(4)
    expect((await read(`&number=${today}&from=2026-11-24`)).lines).toHaveLength(5)
    const days = (lines: Line[]) => [...new Set(lines.map(({ day }) => day))]
    expect(days((await read('&limit=200')).lines)).toEqual(['2026-11-25', '2026-11-24'])
    expect(days((await read('&day=2026-11-24')).lines)).toEqual(['2026-11-24'])
    expect(await read('&day=2026-11-20')).toMatchObject({ lines: [], next: null })
  })

  it('shows a note while it is kept, and the sentence for ever', async () => {
    await sentOn()
    hall.later({ hours: 24 })
    await hall.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })
    const { lines } = await read('&day=2026-11-24')
    expect(lines.find(({ what }) => what.includes(' refers '))?.note).toBeNull()
    expect(JSON.stringify(lines)).not.toContain('fotokopi')
  })

  it('speaks the language that is asked for, else that of the browser', async () => {
    await hall.act('ayu', 'open', 'loket-1')
    const first = async (line: string, headers = {}) =>
      (await hall.does<Page>(line, { as: 'manager', headers })).lines[0]?.what
    expect(await first('GET /api/audit?language=id')).toBe('Loket 1 dibuka.')
    expect(await first('GET /api/audit', { 'accept-language': 'en-GB' })).toBe('Loket 1 opens.')
    expect(await first('GET /api/audit')).toBe('Loket 1 dibuka.')
  })

  it('shows a supervisor what concerns their own agency, and nothing else', async () => {
    const { number } = await sentOn()
    await hall.act('dewi', 'open', 'loket-3')
    const { number: other } = (await hall.take(['sim'])).visit
    for (const username of ['ayu', 'dewi'])
      await hall.does('POST /api/session', { body: { username, password } })
    await hall.enrol('kiosk')
    const own = await text('', 'spv')
    expect(own).toContain(`${number} is taken for kk`)
    expect(own).toContain('Loket 1 opens.')
    expect(own).toContain('The day 2026-11-24 opens')
    expect(own).not.toContain(other)
    expect(own).not.toContain('Loket 3')
    expect(own).not.toMatch(/Makes an enrolment link|enrolled/)
    expect((await read('', 'spv')).lines.filter(({ what }) => what.startsWith('Signs in'))).toHaveLength(1)
    const police = await text('', 'spv-polres')
    expect(police).toContain(`Loket 1 refers ${number} to sim`)
    expect(police).toContain('Loket 3 opens.')
    expect(police).not.toContain('Loket 1 opens.')
    expect(await whats('&staff=ayu&counter=loket-1', 'spv-polres')).toEqual([
      expect.stringContaining('refers'),
    ])
  })

  it('never tells a token, a password or a cookie', async () => {
    const { token } = await sentOn()
    await hall.ask('POST /api/session', { body: { username: 'rahasia-besar', password: 'salah' } })
    const said = JSON.stringify(await read('&limit=200'))
    expect(said).toContain('Fails to sign in with an unknown user name from 127.0.0.1.')
    for (const secret of [token, password, 'rahasia-besar', hall.cookies.get('manager')?.split('=')[1] ?? ''])
      expect(said).not.toContain(secret)
  })

  it.each([
    ['a day that is none', '&day=2026-02-30', 'day'],
    ['a first day that is none', '&from=2026-13-01', 'from'],
    ['what is no number', '&number=12', 'number'],
    ['a page larger than the largest', '&limit=201', '/limit'],
    ['no lines at all', '&limit=0', '/limit'],
    ['a place that is none', '&before=x', '/before'],
    ['another language', '&language=jv', '/language'],
  ])('refuses %s', async (_what, query, property) => {
    const { status, code, body } = await hall.ask(`GET /api/audit?${query.slice(1)}`, { as: 'manager' })
    expect([status, code]).toEqual([400, 'bad-request'])
    expect(String(body['property'])).toContain(property.replace('/', ''))
  })

  it('runs a few searches at once, and asks further ones to come again', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => hall.ask('GET /api/audit', { as: 'manager' })),
    )
    const busy = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4)
    expect(busy.map(({ code, headers }) => [code, headers['retry-after']])).toEqual([
      ['too-many-requests', '2'],
      ['too-many-requests', '2'],
    ])
    expect((await hall.ask('GET /api/audit', { as: 'manager' })).status).toBe(200)
  })
})

describe('GET /api/audit.csv', () => {
  it('is a table of the day, the oldest first, that a spreadsheet opens', async () => {
    const { number } = await sentOn()
    const { headers, rows, body } = await table()
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(headers['content-disposition']).toBe('attachment; filename="audit-2026-11-24.csv"')
    expect(body.charCodeAt(0)).toBe(0xfeff)
    expect(rows[0]).toBe('\uFEFFDay,Time,Number,Counter,Who,What happened,Note,Record,Place')
    expect(rows[1]).toMatch(/^2026-11-24,09:00:00,,,.*The day 2026-11-24 opens/)
    expect(rows.at(-2)).toMatch(
      new RegExp(
        `^2026-11-24,09:00:00,${number},Loket 1,Nama ayu \\(ayu\\),.*bawa fotokopi KTP,journal,\\d+$`,
      ),
    )
    expect(rows.at(-1)).toMatch(/Nama manager \(manager\),Downloads the audit\.,,access log,\d+$/)
  })

  it('takes the same filters, and keeps a supervisor to their own agency', async () => {
    const { number } = await sentOn()
    await hall.act('dewi', 'open', 'loket-3')
    expect((await table(`&number=${number}`)).rows).toHaveLength(5)
    expect((await table('&day=2026-11-23')).rows).toHaveLength(1)
    const police = (await table('', 'spv-polres')).body
    expect(police).toContain('Loket 3 opens.')
    expect(police).not.toContain('Loket 1 opens.')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '="a"'])(
    'takes no formula from what somebody typed: %j',
    async (note) => {
      const { visit } = await hall.take(['kk'])
      await hall.act('ayu', 'open', 'loket-1')
      await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
      await hall.act('ayu', 'refer', 'loket-1', { service: 'sim', note })
      const { body } = await table()
      const safe = note.includes('"') ? `"'${note.replaceAll('"', '""')}"` : `'${note}`
      expect(body).toContain(`,${safe},journal,`)
    },
  )

  it.each([
    ['selesai;=1+1', '"selesai;\'=1+1"'],
    ['selesai;"=1+1', '"selesai;""\'=1+1"'],
    ['KTP asli:\n-fotokopi', '"KTP asli:\n\'-fotokopi"'],
  ])('nor where a program that separates by semicolons begins a cell: %j', async (note, safe) => {
    const { visit } = await hall.take(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
    await hall.act('ayu', 'refer', 'loket-1', { service: 'sim', note })
    expect((await table()).body).toContain(`,${safe},journal,`)
  })

  it('keeps quotes, commas and lines of a note in one cell', async () => {
    const { visit } = await hall.take(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
    await hall.act('ayu', 'refer', 'loket-1', { service: 'sim', note: 'kata "asli",\nlalu 🙂' })
    expect((await table()).body).toContain(',"kata ""asli"",\nlalu 🙂",journal,')
  })

  it('is for supervisors and managers, one after the other as often as they like', async () => {
    expect(await hall.outcomes('GET /api/audit.csv', {}, ['nobody', 'ayu', 'spv', 'manager'])).toEqual({
      nobody: '401 not-signed-in',
      ayu: '403 not-allowed',
      spv: 200,
      manager: 200,
    })
    for (let count = 0; count < 6; count++) expect((await table()).statusCode).toBe(200)
  })
})
