// The evaluation packs, with all the rooms that they take something from.
import { join } from 'node:path'
import type { Access } from '../access/access.ts'
import { collect } from '../evaluation/collect.ts'
import { complaintFigures, findingsSaid, ikmFigures } from '../evaluation/others.ts'
import { openPacks, type Packs } from '../evaluation/packs.ts'
import type { Findings } from '../findings/findings.ts'
import type { Hall } from '../hall/hall.ts'
import type { Incidents } from '../incidents.ts'
import { readOnlyAsked } from '../reports/only-asked.ts'
import type { Store } from '../store/store.ts'
import type { Survey } from '../survey/survey.ts'
import type { AppParts } from './parts.ts'

interface PackRooms {
  readonly parts: Pick<AppParts, 'evaluation' | 'dataDir' | 'painter' | 'reporter'>
  readonly hall: Hall
  readonly store: Store
  readonly access: Access
  readonly incidents: Pick<Incidents, 'list'>
  readonly findings: Findings
  readonly survey: Survey
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly warn: (details: object, message: string) => void
}

/** Sets them up; nothing is read before their `open`. */
export function openHallPacks(rooms: PackRooms): Packs {
  const { parts, hall, store, access, incidents, findings, survey, now, newId, warn } = rooms
  return openPacks({
    ...parts.evaluation,
    folder: join(parts.dataDir, 'evaluation'),
    fonts: parts.painter.fonts,
    collect: (order, signal, told) =>
      collect(
        order,
        {
          reporter: parts.reporter,
          hall,
          now,
          marks: store.marks.list,
          incidents: incidents.list,
          answers: store.answers.list,
          others: {
            findings: () =>
              findingsSaid({
                findings,
                plan: hall.layout.plan,
                nameOf: (username) => access.staff.byUsername(username)?.name ?? null,
              }),
            complaints: (period) => complaintFigures({ stored: store.complaints, hall }, period),
            onlyAsked: (period) => readOnlyAsked(store.onlyAsked, period),
            ikm: (period, ask) =>
              ikmFigures(
                {
                  stored: store.surveys,
                  questions: survey.allQuestions,
                  layout: () => hall.layout,
                  now: now(),
                  ask,
                },
                period,
              ),
          },
        },
        signal,
        told,
      ),
    newId,
    now,
    warn,
  })
}
