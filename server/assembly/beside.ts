// What is not part of the hall's day, and so gives the loop no commands: complaints, findings with their evidence,
// simulations of past days, evaluation packs.
import { join } from 'node:path'
import type { Access } from '../access/access.ts'
import type { Clock } from '../clock.ts'
import { openComplaints } from '../complaints/complaints.ts'
import { collect } from '../evaluation/collect.ts'
import { complaintFigures, findingsSaid, ikmFigures } from '../evaluation/others.ts'
import { openPacks, type Packs } from '../evaluation/packs.ts'
import { openEvidence } from '../findings/evidence.ts'
import { openFindings, type Findings } from '../findings/findings.ts'
import type { Hall } from '../hall/hall.ts'
import type { App } from '../http/ground/request.ts'
import { newId } from '../ids.ts'
import type { Incidents } from '../incidents.ts'
import { readOnlyAsked } from '../reports/only-asked.ts'
import { openSimulations } from '../simulator/simulations.ts'
import type { Store } from '../store/store.ts'
import type { Survey } from '../survey/survey.ts'
import type { AppParts } from './parts.ts'

interface BesideParts {
  readonly parts: AppParts
  readonly hall: Hall
  readonly clock: Clock
  readonly store: Store
  readonly access: Access
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  readonly survey: Survey
  readonly incidents: Pick<Incidents, 'list'>
  readonly log: App['log']
}

/** Opens them; packs and simulations are read only when asked for. */
export function openBeside({ log, ...ground }: BesideParts) {
  const { parts, hall, clock, store, now } = ground
  const warn = (details: object, message: string) => log.warn(details, message)
  const findings = openFindings({ stored: store.findings, now, today: () => hall.day, newId })
  return {
    complaints: openComplaints({
      stored: store.complaints,
      hall,
      now,
      newId,
      // A day that was closed by a leap of the clock may be reopened: until that is settled, only the day before
      // counts as certain.
      certain: () => {
        const { day, startsAt } = (clock.isSure() ? null : hall.closedDay?.day) ?? {
          day: hall.day,
          startsAt: now(),
        }
        return { day, at: startsAt }
      },
      failed: (err) => log.error({ err }, 'complaints that are late or over were not looked after'),
    }),
    findings,
    evidence: openEvidence(join(parts.dataDir, 'findings'), store.findings.evidence),
    simulations: openSimulations({
      ...parts.simulator,
      dataDir: parts.dataDir,
      record: store.record,
      newId,
      now,
      warn,
    }),
    packs: openHallPacks({ ...ground, findings, newId, warn }),
  }
}

// The evaluation packs, with all the rooms that they take something from.

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
function openHallPacks(rooms: PackRooms): Packs {
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
