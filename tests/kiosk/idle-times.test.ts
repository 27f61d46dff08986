// How long a kiosk waits for somebody: the page, the manual and the rules say the same.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { STILL_THERE, TO_NOTE } from '../../kiosk-ui/idle-times.ts'
import { notTaken } from '../../server/hall/reception/reception.ts'
import { callNext, open, take } from '../rules/commands.ts'
import { given } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const doc = (name: string) =>
  readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8').replace(/\s+/g, ' ')

it('[Q9] a kiosk that nobody touches any more asks, and forgets the visitor', () => {
  const { quiet, warning } = STILL_THERE
  expect(warning).toBeGreaterThanOrEqual(20)
  expect(doc('kiosk')).toContain(`asks after ${quiet} seconds and ends it ${warning} later`)
  expect(doc('rules')).toContain(`After ${quiet} seconds it asks for ${warning}`)
})

it('[L13] a number that no printer prints is called, noted or not', () => {
  const { quiet, warning } = TO_NOTE
  expect(doc('kiosk')).toContain(`at most ${quiet} seconds and ${warning} more`)
  expect(doc('rules')).toContain(`for ${quiet} seconds and then for ${warning} more`)
  const story = given(rulesPlan, '08:00', take('a', ['kk']), open('loket-1'))
  expect(story.at('08:10').next('loket-1')).toBe('a')
  expect(notTaken(story.hall, story.time.now).visits).toEqual([])
  expect(story.does(callNext('loket-1'))).toMatchObject([{ visit: 'a' }])
})
