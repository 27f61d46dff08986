// The order in which vitest runs the files: slow ones first, so that no worker waits for another at the end.
import { statSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A project's files come together: otherwise its workers do not stay alive from file to file. */
const PROJECTS = ['apart', 'browser', 'units']
/** Small files that nevertheless take more than ten seconds, the longest first. */
const LONG = [
  'fuzz/openapi',
  'browser/board-media',
  'browser/board-weeks',
  'browser/markup',
  'browser/counter-two',
  'browser/counter-desk',
  'browser/boards',
  'browser/sound',
  'browser/board-rush',
  'browser/counter-slow',
  'browser/manage-printers',
  'process/soak',
  'fuzz/lines',
  'regexes',
  'rules/voice-command',
  'rules/who-gets-in',
  'process/begin',
  'process/damage',
  'process/unexpected',
  'process/log',
  'process/disk',
  'process/start',
  'process/tls',
  'process/crash',
  'process/signals',
  'api/lines',
  'property/random-days',
  'property/old-events',
  'rehearsal/rehearse',
  'rules/voice-clips',
  'slip/slow-printers',
  'journal/bytes',
  'voice/speech',
  'slip/every-slip',
  'look-ups',
  'access/accounts',
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
