// What is not part of the hall's day, and so gives the loop no commands: complaints, findings with their evidence,
// simulations of past days, evaluation packs.
import { join } from 'node:path'
import type { Access } from '../access/access.ts'
import type { Clock } from '../clock.ts'
import { openComplaints } from '../complaints/complaints.ts'
import { openEvidence } from '../findings/evidence.ts'
import { openFindings } from '../findings/findings.ts'
import type { Hall } from '../hall/hall.ts'
import type { App } from '../http/ground/request.ts'
import { newId } from '../ids.ts'
import type { Incidents } from '../incidents.ts'
import { openSimulations } from '../simulator/simulations.ts'
import type { Store } from '../store/store.ts'
import type { Survey } from '../survey/survey.ts'
import { openHallPacks } from './packs.ts'
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
