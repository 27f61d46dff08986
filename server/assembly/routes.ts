// The routes of a hall, each given the rooms that it asks; and what only the routes need from the rooms.
import { join } from 'node:path'
import { type Begin, isBegun } from '../begin/begin.ts'
import type { Packs } from '../evaluation/packs.ts'
import type { Hall } from '../hall/hall.ts'
import type { App } from '../http/ground/request.ts'
import { addRoutes, type RoutesParts } from '../http/routes.ts'
import { openDocuments } from '../media/documents.ts'
import { copiedAt, diskLeft } from '../store/folder.ts'
import { formerNames } from '../store/journal/former-agencies.ts'
import type { Sealing } from '../store/journal/sealing.ts'
import type { Store } from '../store/store.ts'
import type { AppParts } from './parts.ts'

/** The rooms that the routes ask as they are. */
type Asked =
  | 'access'
  | 'audit'
  | 'clock'
  | 'complaints'
  | 'door'
  | 'drafts'
  | 'evidence'
  | 'findings'
  | 'guards'
  | 'heardTime'
  | 'incidents'
  | 'media'
  | 'paper'
  | 'printing'
  | 'proposals'
  | 'push'
  | 'reports'
  | 'simulations'
  | 'survey'
  | 'training'
  | 'zoneSound'

interface Rooms extends Pick<RoutesParts, Asked> {
  readonly hall: Hall
  readonly store: Store
  readonly sealing: Sealing | null
  readonly begin: Begin
  readonly packs: Packs
}

/** Adds every route to the app. */
export async function addHallRoutes(app: App, parts: AppParts, rooms: Rooms): Promise<void> {
  const { access, drafts, findings, hall, push, sealing, store, training } = rooms
  const { dataDir } = parts
  const isUntouched = () =>
    store.record.revisions(Number.MAX_SAFE_INTEGER, 1).length === 0 && !isBegun(access.log)
  await addRoutes(app, {
    ...parts,
    ...rooms,
    readiness: () => ({
      context: rooms.door.context,
      draft: drafts.read(),
      isUntouched: isUntouched(),
      wasUsed: store.wasUsed(),
      copiedAt: copiedAt(dataDir),
      diskLeft: diskLeft(dataDir),
      hasPaper: rooms.paper.isAtHand(),
      isSurveyShut: rooms.survey.isShut(),
      findings: findings.list(),
      facilities: findings.facilities(),
      firstPasswords: access.staff
        .list()
        .filter((one) => one.role === 'manager' && one.mustChange && !one.disabled)
        .map(({ username }) => username),
    }),
    confirmDamage: () => {
      sealing?.confirm()
      push.refresh()
    },
    evaluation: {
      packs: rooms.packs,
      answers: store.answers,
      days: () => store.record.days(),
      isTraining: () => training.state() !== null,
    },
    beginning: {
      begin: rooms.begin,
      isUntouched,
      journal: store.record,
      hasDraft: () => drafts.read().draft !== null,
    },
    storedComplaints: store.complaints,
    record: store.record,
    formerNames: formerNames(store.record),
    firstDay: firstDayOf(store, hall),
    onlyAsked: store.onlyAsked,
    marks: store.marks,
    months: store.months,
    surveys: store.surveys,
    skm: store.skm,
    documents: openDocuments(join(dataDir, 'standards')),
  })
}

/** The first day ever, read when asked for. */
function firstDayOf(store: Pick<Store, 'record'>, hall: { readonly day: string }): () => string {
  let known: string | null = null
  return () => {
    known ??= store.record.days().reduce<string | null>((first, { day }) => {
      return first === null || day < first ? day : first
    }, null)
    return known ?? hall.day
  }
}
