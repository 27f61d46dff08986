// The order in which vitest runs the files: slow ones first, so that no worker waits for another at the end.
import { statSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A project's files come together: otherwise its workers do not stay alive from file to file. */
const PROJECTS = ['apart', 'browser', 'units']
/** Those that take fifteen seconds or more, with a browser 26 or more, while five run at a time. The longest first. */
const LONG = [
  'fuzz/openapi',
  'long/day',
  'browser/survey',
  'browser/reports',
  'browser/manage-plan',
  'browser/board-crowds',
  'browser/manage-draft',
  'browser/kiosk-number',
  'browser/reception',
  'browser/manage-opening',
  'browser/kiosk',
  'browser/phone',
  'browser/counter-two',
  'browser/kiosk-spoken',
  'browser/board-media',
  'browser/needs',
  'browser/markup',
  'browser/kiosk-scan',
  'browser/manage-offer',
  'browser/boards',
  'browser/manage-ways',
  'browser/counter',
  'browser/board-weeks',
  'browser/sound',
  'browser/manage-times',
  'browser/manage-floor',
  'browser/complaints',
  'browser/phone-without',
  'browser/manage-accounts',
  'browser/board-rush',
  'browser/manage-printers',
  'browser/kiosk-check',
  'browser/counter-desk',
  'browser/monitor',
  'api/lines',
  'process/soak',
  'process/start',
  'process/begin',
  'process/damage',
  'rules/voice-command',
  'process/crash',
  'process/tls',
  'fuzz/lines',
  'access/staff-command',
  'process/unexpected',
  'slip/slow-printers',
  'rules/who-gets-in',
  'rules/voice-clips',
  'rehearsal/rehearse',
  'api/held-back',
  'rules/accounts',
  'journal/bytes',
  'process/log',
  'process/disk',
  'api/staff',
  'process/signals',
  'process/publish',
  'sheets/round-trip',
]

/** Sorts long before short, by name and then by size, project by project. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files
      .map((file) => ({ file, place: placeOf(file) }))
      .sort((a, b) => a.place.reduce((sum, own, nth) => sum || own - (b.place[nth] ?? 0), 0))
      .map(({ file }) => file)
  }
}

function placeOf({ moduleId, project }: TestSpecification): [project: number, long: number, size: number] {
  const nth = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`))
  return [PROJECTS.indexOf(project.name), nth < 0 ? LONG.length : nth, -statSync(moduleId).size]
}
