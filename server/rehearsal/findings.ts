// Findings of a rehearsal: staff note them, evaluators come once, the manager assigns them, and some are done, some
// late, some never. Also the facilities that arrive in stages.
import {
  blankFinding,
  type Doer,
  type FindingFields,
  type Subject,
  type StoredFindings,
} from '../findings/finding.ts'
import { openFindings } from '../findings/findings.ts'
import { nextDay } from '../time-zone.ts'
import { pick } from '../training/random.ts'
import type { Stage } from './stage.ts'

/** On two days in five somebody notes something. */
const NOTED = 0.4
/** Of the open ones, one in six is done on any day, and one in forty dropped. */
const DONE = 1 / 6
const DROPPED = 1 / 40

const manager: Doer = { staff: 'latihan-pengelola', role: 'manager', agency: null }
const reception: Doer = { staff: 'latihan-resepsionis', role: 'officer', agency: null }

const SEEN: readonly (readonly [Subject, string])[] = [
  ['air-conditioning', ''],
  ['seats', 'Kursi kurang pada jam ramai'],
  ['screens', ''],
  ['internet', 'Jaringan terputus beberapa kali'],
  ['signs', 'Pengunjung sulit menemukan loket'],
  ['toilet', ''],
  ['printers', 'Kertas sering macet'],
  ['access', 'Lorong sempit untuk kursi roda'],
]
const OWNERS = ['Bagian Umum', 'Dinas Kominfo', 'Pengelola gedung']

export interface FindingsPlay {
  /** What is noted and steered on an open day, the `nth` of `of`. */
  day(nth: number, of: number): void
}

/** It has random numbers of its own, so that a seed's queue stays what it was. */
export function playFindings(stage: Stage, stored: StoredFindings): FindingsPlay {
  const { hall } = stage
  const random = stage.chance('findings')
  let count = 0
  const findings = openFindings({
    stored,
    now: stage.now,
    today: () => hall.day,
    newId: () => `latihan-${(count += 1)}`,
  })
  const note = (fields: Partial<FindingFields>, by: Doer) =>
    findings.note({ ...blankFinding, source: source(), ...fields }, by)
  const source = () => (hall.layout.plan.operation === 'trial' ? ('trial' as const) : ('staff' as const))

  function begin(): void {
    for (const id of ['ramp', 'wheelchair', 'priority-seats', 'toilets', 'water'])
      findings.writeFacility({ id, name: null, state: 'there' })
    for (const [facility, days] of [
      ['lactation-room', 24],
      ['air-conditioning', 12],
      ['guiding-blocks', 60],
    ] as const)
      note({ facility, expected: later(hall.day, days), owner: 'Pengelola gedung' }, manager)
  }

  function visited(): void {
    findings.inspect({ day: hall.day, source: 'ministry', who: 'Tim Kementerian PANRB', note: null })
    for (const words of [
      'Petunjuk arah ke toilet disabilitas tidak ada',
      'Maklumat pelayanan belum dipajang',
    ])
      note(
        {
          source: 'ministry',
          words,
          visitedOn: hall.day,
          owner: pick(random, OWNERS) ?? null,
          due: later(hall.day, 14),
        },
        manager,
      )
  }

  function somethingIsMissing(): void {
    const [subject, words] = pick(random, SEEN) ?? ['other', '']
    const zone = pick(random, hall.layout.plan.zones)
    const place = zone ? { kind: 'zone' as const, id: zone.id, name: zone.name.id } : null
    note({ subject, words, place }, reception)
  }

  function steer(): void {
    for (const one of findings.list()) {
      const chance = random()
      if (one.state === 'done' || one.state === 'dropped') continue
      if (one.state === 'open')
        findings.change(
          one,
          {
            state: 'working',
            owner: one.owner ?? pick(random, OWNERS) ?? null,
            due: one.due ?? later(hall.day, 7 + Math.floor(chance * 14)),
          },
          manager,
          undefined,
        )
      else if (chance < DONE)
        findings.change(one, { state: 'done', done: 'Sudah diperbaiki' }, manager, undefined)
      else if (chance > 1 - DROPPED) findings.change(one, { state: 'dropped' }, manager, undefined)
    }
  }

  return {
    day(nth, of) {
      if (nth === 0) begin()
      if (nth > 0 && nth === Math.floor(of / 4)) visited()
      if (random() < NOTED) somethingIsMissing()
      steer()
    },
  }
}

function later(day: string, days: number): string {
  let label = day
  for (let count = 0; count < days; count += 1) label = nextDay(label)
  return label
}
