// A scanner's keys are told from a person's by their speed, and recognised by the form of our own addresses (rule
// Q11).
import { describe, expect, it } from 'vitest'
import { createScanReader, type Into, readScan, type Scan } from '../../screens/scan.ts'
import { fakeTime } from './fake-time.ts'

const TOKEN = 'AbCdEf-_0123456789wxyz'
const OTHER = 'zyxw9876543210_-fEdCbA'
const CODE = `https://antre.example.id/t/${TOKEN}`
const VISIT: Scan = { what: 'visit', token: TOKEN }
const TORN: Scan = { what: 'torn' }
const NOT_OURS: Scan = { what: 'other' }

/** A reader on a clock that moves only here, and what it reported. */
function reader() {
  const time = fakeTime()
  const scans: Scan[] = []
  let sure = 0
  const read = createScanReader({
    after: time.after,
    first: () => {},
    sure: () => (sure += 1),
    scanned: (scan) => void scans.push(scan),
  })
  return {
    scans,
    sure: () => sure,
    pass: time.pass,
    /** Whether each of these keys was the scanner's and nobody else's; `ms` before each of them. */
    keys(keys: readonly string[], ms: number, into?: Into): boolean[] {
      return keys.map((key) => {
        time.pass(ms)
        return read(key, time.now(), into)
      })
    },
  }
}

/** The keys of a scanner or a hand for a text: Shift before each capital. */
const keysOf = (text: string) => [...text].flatMap((key) => (/[A-Z]/.test(key) ? ['Shift', key] : [key]))

interface Row {
  name: string
  /** Texts or single keys, each with the milliseconds before each of its keys. */
  sent: readonly (readonly [string | readonly string[], number])[]
  into?: Into
  scans: readonly Scan[]
  /** Whether the last key was the scanner's. */
  last?: boolean
}

const ENTER = ['Enter']

const rows: readonly Row[] = [
  {
    name: 'a quick scanner',
    sent: [
      [CODE, 2],
      [ENTER, 2],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'a slow one',
    sent: [
      [CODE, 40],
      [ENTER, 40],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'one with Tab at its end',
    sent: [
      [CODE, 8],
      [['Tab'], 8],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'one without an end',
    sent: [
      [CODE, 8],
      [[], 0],
    ],
    scans: [VISIT],
  },
  {
    name: 'a late Enter',
    sent: [
      [CODE, 8],
      [ENTER, 900],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'an Enter just before it counts without',
    sent: [
      [CODE, 8],
      [ENTER, 199],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'two Enters',
    sent: [
      [CODE, 8],
      [['Enter', 'Enter'], 8],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'an Enter of a person after it',
    sent: [
      [CODE, 8],
      [ENTER, 8],
      [ENTER, 300],
    ],
    scans: [VISIT],
    last: false,
  },
  {
    name: 'an Enter of a person long after it',
    sent: [
      [CODE, 8],
      [ENTER, 3_000],
    ],
    scans: [VISIT],
    last: false,
  },
  {
    name: 'letters of a person right after it',
    sent: [
      [CODE, 8],
      [['k'], 400],
    ],
    scans: [VISIT],
    last: false,
  },
  {
    name: 'what follows late',
    sent: [
      [CODE, 8],
      ['?', 500],
      ['l=id', 8],
      [ENTER, 8],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'what follows at once',
    sent: [
      [`${CODE}?l=id`, 8],
      [ENTER, 8],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'blanks around it',
    sent: [
      [` ${CODE}  `, 8],
      [ENTER, 8],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'a pause after two letters',
    sent: [
      ['ht', 8],
      ['t', 300],
      [CODE.slice(3), 8],
    ],
    scans: [VISIT],
  },
  {
    name: 'its beginning missing',
    sent: [
      [CODE.slice(3), 8],
      [ENTER, 8],
    ],
    scans: [VISIT],
    last: true,
  },
  {
    name: 'the next one at once',
    sent: [
      [CODE, 8],
      [ENTER, 8],
      [CODE, 8],
      [ENTER, 8],
    ],
    scans: [VISIT, VISIT],
  },
  {
    name: 'the next one without Enters',
    sent: [
      [CODE, 8],
      ['h', 300],
      [CODE.slice(1), 8],
    ],
    scans: [VISIT, VISIT],
  },
  {
    name: 'a code in a field',
    sent: [
      [CODE, 8],
      [ENTER, 8],
    ],
    into: 'field',
    scans: [VISIT],
    last: true,
  },
  {
    name: 'a code in a sign-in',
    sent: [
      [CODE, 8],
      [ENTER, 8],
    ],
    into: 'secret',
    scans: [VISIT],
    last: true,
  },

  {
    name: 'torn: too short',
    sent: [
      [CODE.slice(0, -5), 8],
      [ENTER, 8],
    ],
    scans: [TORN],
    last: true,
  },
  { name: 'torn: too short, no Enter', sent: [[CODE.slice(0, -5), 8]], scans: [TORN] },
  { name: 'torn: half of the address', sent: [['https://antre.exam', 8]], scans: [TORN] },
  {
    name: 'torn: hardly begun',
    sent: [
      ['https:', 8],
      [ENTER, 8],
    ],
    scans: [TORN],
    last: true,
  },
  {
    name: 'torn: its end',
    sent: [
      ['0123456789wxyz', 8],
      [ENTER, 8],
    ],
    scans: [TORN],
    last: true,
  },
  {
    name: 'torn: two run together',
    sent: [
      [CODE + CODE, 8],
      [ENTER, 8],
    ],
    scans: [TORN],
    last: true,
  },
  { name: 'torn: two run together, no Enter', sent: [[CODE + CODE, 8]], scans: [TORN] },
  { name: 'torn: in a field', sent: [[CODE.slice(0, 18), 8]], into: 'field', scans: [TORN] },
  { name: 'torn: its end in a field', sent: [['0123456789wxyz', 8]], into: 'field', scans: [TORN] },
  {
    name: 'torn after a whole one',
    sent: [
      [CODE, 8],
      [ENTER, 8],
      [CODE.slice(0, 20), 8],
    ],
    scans: [VISIT, TORN],
  },

  {
    name: 'goods',
    sent: [
      ['8991234567890', 5],
      [ENTER, 5],
    ],
    scans: [NOT_OURS],
    last: true,
  },
  { name: 'goods, no Enter', sent: [['8991234567890', 5]], scans: [NOT_OURS] },
  {
    name: 'another page',
    sent: [
      ['https://example.com/tea/time', 5],
      [ENTER, 5],
    ],
    scans: [NOT_OURS],
  },
  {
    name: 'a network',
    sent: [
      ['WIFI:S:mal;T:WPA;P:rahasia;;', 5],
      [ENTER, 5],
    ],
    scans: [NOT_OURS],
  },

  {
    name: 'a person who types a whole address',
    sent: [
      [CODE, 90],
      [ENTER, 90],
    ],
    scans: [],
    last: false,
  },
  {
    name: 'and in a field',
    sent: [
      [CODE, 70],
      [ENTER, 70],
    ],
    into: 'field',
    scans: [],
    last: false,
  },
  {
    name: 'a quick hand in a field',
    sent: [
      ['ktp pemula baru', 30],
      [ENTER, 30],
    ],
    into: 'field',
    scans: [],
    last: false,
  },
  {
    name: 'a program that fills a password',
    sent: [
      ['k7m2-9xqp-3vfr-t8hd', 1],
      [ENTER, 1],
    ],
    into: 'secret',
    scans: [],
    last: false,
  },
  { name: 'Enter alone', sent: [[ENTER, 5]], scans: [], last: false },
  {
    name: 'a key that bounces',
    sent: [
      ['a', 500],
      [['Enter', 'Enter'], 5],
    ],
    scans: [],
    last: false,
  },
  {
    name: 'a hand laid on the keys',
    sent: [
      ['asdfjkl;', 3],
      [[], 0],
    ],
    scans: [],
  },
  {
    name: 'a few quick letters and Enter: no button',
    sent: [
      ['wxyz', 8],
      [ENTER, 8],
    ],
    scans: [],
    last: true,
  },
  {
    name: 'the same in a field',
    sent: [
      ['wxyz', 8],
      [ENTER, 8],
    ],
    into: 'field',
    scans: [],
    last: false,
  },
]

describe('[Q11] a scan is one visit or one search, and its letters go nowhere else: collected by its own form', () => {
  it.each(rows)('$name', ({ sent, into, scans, last }) => {
    const { keys, pass, scans: heard } = reader()
    const mine = sent.flatMap(([what, ms]) => {
      return keys(typeof what === 'string' ? keysOf(what) : what, ms, into)
    })
    pass(5_000)
    expect([...heard, last ?? mine.at(-1)]).toEqual([...scans, mine.at(-1)])
  })

  it('wherever it pauses for half a second, with Enter and without', () => {
    const all = keysOf(CODE)
    for (const end of [['Enter'], []]) {
      for (let place = 1; place < all.length; place++) {
        const { keys, pass, scans } = reader()
        keys(all.slice(0, place), 8)
        keys(all.slice(place, place + 1), 500)
        keys(all.slice(place + 1), 8)
        keys(end, 8)
        pass(5_000)
        expect([place, ...scans]).toEqual([place, VISIT])
      }
    }
  })

  it.each([
    ['page', 6],
    ['field', 6],
    ['secret', 6],
  ] as const)('on a %s it is known by the %ith key, and from then on every key is its own', (into, nth) => {
    const { keys, sure } = reader()
    const mine = keys([...CODE], 8, into)
    expect(mine.indexOf(true)).toBe(nth - 1)
    expect(mine.slice(nth - 1)).toEqual(Array(CODE.length - nth + 1).fill(true))
    expect(sure()).toBe(1)
  })

  it('a person is never taken for one, at whatever pace above a scanner’s', () => {
    for (let ms = 61; ms < 1_200; ms += 37) {
      for (const into of ['page', 'field', 'secret'] as const) {
        const { keys, pass, scans, sure } = reader()
        const mine = keys([...keysOf(CODE), 'Enter'], ms, into)
        pass(5_000)
        expect([ms, into, ...scans, sure(), mine.includes(true)]).toEqual([ms, into, 0, false])
      }
    }
  })
})

describe('readScan', () => {
  it.each([
    ['an address', `http://192.168.1.10:3000/t/${TOKEN}`, VISIT],
    ['a folder before it', `https://a.id/antre/t/${TOKEN}`, VISIT],
    ['what follows', `https://a.id/t/${TOKEN}?lang=en`, VISIT],
    ['a slash after it', `https://a.id/t/${TOKEN}/`, VISIT],
    ['blanks', ` https://a.id/t/${TOKEN} `, VISIT],
    ['Caps Lock, which turns every letter round', 'HTTPS://A.ID/T/aBcDeF-_0123456789WXYZ', VISIT],
    ['no token', 'https://a.id/t/', TORN],
    ['no path', 'https://a.id', TORN],
    ['a short token', 'https://a.id/t/AbC', TORN],
    ['a long one', `https://a.id/t/${TOKEN}A`, TORN],
    ['a letter that is none of ours', `https://a.id/t/${TOKEN.slice(1)}!`, TORN],
    ['a way out of the path', 'https://a.id/t/../../api', TORN],
    ['two of them', `https://a.id/t/${TOKEN}https://a.id/t/${OTHER}`, TORN],
    ['half of one and another', `https://a.https://a.id/t/${OTHER}`, TORN],
    ['two tokens', `https://a.id/t/${TOKEN}/t/${OTHER}`, TORN],
    ['a keyboard of another country', 'https>&&a.id&t&AbCdEf', NOT_OURS],
    ['another page', 'https://example.com/tea/time', NOT_OURS],
    ['goods', '8991234567890', NOT_OURS],
    ['words', 'Kartu Keluarga', NOT_OURS],
  ])('%s: %s', (_, text, scan) => {
    expect(readScan(text)).toEqual(scan)
  })
})
