// The plans of the journal, each stored once however many events carry it: every day begins with its plan, a revision
// brings one, and plans would be most of what a year fills. In its place the event has the hash of the text, so that
// the chain covers the plan too. Events of older servers have it inside.
import { hash as digest } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { EventOf, EventType } from '../../hall/event.ts'
import type { Plan } from '../../hall/plan.ts'
import { asStorageError, StorageError } from '../errors.ts'

/** What has become of an event's plan since it was written. */
export type PlanState = 'sound' | 'altered' | 'lost'

type Carrier = { [T in EventType]: EventOf<T> extends { readonly plan: Plan } ? T : never }[EventType]

const carriers: Readonly<Record<Carrier, true>> = { 'day-opened': true, 'plan-revised': true }

export type Plans = ReturnType<typeof makePlans>

/** Reads and writes them. Every method throws a `StorageError` if the disk, or its content, fails. */
export function makePlans(db: Database) {
  const find = db.prepare<[string], string>('SELECT text FROM plans WHERE hash = ?').pluck()
  const insert = db.prepare<[string, string]>('INSERT INTO plans (hash, text) VALUES (?, ?)')
  /** The plan that was read last: day after day has the same one, so it is parsed and kept once. */
  let last: { readonly hash: string; readonly plan: Plan } | null = null

  function textOf(hash: string): string | undefined {
    try {
      return find.get(hash)
    } catch (error) {
      throw asStorageError(error)
    }
  }

  return {
    /**
     * The fields of an event as they are written: with the hash instead of the plan, whose text is stored within the
     * open transaction. If another text is stored under that hash, the event keeps its plan.
     */
    stored(type: string, fields: object): object {
      const plan = carried(type, fields)
      if (plan === undefined) return fields
      const text = JSON.stringify(plan)
      const hash = digest('sha256', text, 'base64url')
      const found = textOf(hash)
      if (found === undefined) insert.run(hash, text)
      else if (found !== text) return fields
      return { ...fields, plan: hash }
    },

    /** The fields as they were given to `stored`. @throws StorageError `corrupt` if the plan can't be read */
    whole(seq: number, type: string, fields: object): object {
      const hash = carried(type, fields)
      if (typeof hash !== 'string') return fields
      if (last?.hash === hash) return { ...fields, plan: last.plan }
      const text = textOf(hash)
      if (text === undefined) throw unreadable(seq, `its plan ${hash} is lost`)
      try {
        last = { hash, plan: JSON.parse(text) as Plan }
      } catch (error) {
        throw unreadable(seq, `its plan ${hash} is not JSON`, error)
      }
      return { ...fields, plan: last.plan }
    },

    /** Compares the plan of an event with its hash. An event without a plan, or with the plan inside, is sound. */
    stateOf(type: string, data: string): PlanState {
      const hash = carried(type, fieldsOf(type, data))
      if (typeof hash !== 'string') return 'sound'
      try {
        const text = textOf(hash)
        if (text !== undefined) return digest('sha256', text, 'base64url') === hash ? 'sound' : 'altered'
      } catch (error) {
        if (!(error instanceof StorageError) || error.code !== 'corrupt') throw error
      }
      return 'lost'
    },
  }
}

/** What is in the plan's place; undefined in an event that has no such place. */
function carried(type: string, fields: object): unknown {
  return Object.hasOwn(carriers, type) && 'plan' in fields ? fields.plan : undefined
}

/** The fields may not be JSON at all, which others report; most events carry no plan and are not parsed. */
function fieldsOf(type: string, data: string): object {
  if (!Object.hasOwn(carriers, type)) return {}
  try {
    const fields: unknown = JSON.parse(data)
    return typeof fields === 'object' && fields !== null ? fields : {}
  } catch {
    return {}
  }
}

function unreadable(seq: number, why: string, cause?: unknown): StorageError {
  return new StorageError('corrupt', null, new Error(`event ${seq}: ${why}`, { cause }))
}
